import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { Logger } from '../logger.ts';
import { maskFault } from './mask-faults.ts';
import type { SubgraphRequest, SubgraphResponse } from './subgraph-request.ts';

type Variables = Readonly<Record<string, unknown>>;
type Run = (context: unknown, variables: Variables) => ExecutionResult | Promise<ExecutionResult>;

/** Distinct operations kept ready. The gateway's plans use a few dozen; the bound is against a flood of new ones. */
const OPERATIONS_KEPT = 1_000;

/**
 * Executes operations on a subgraph's schema.
 *
 * An operation is parsed, validated and compiled once and kept; where the compiler cannot, graphql-js interprets it.
 * Faults come out masked.
 */
export class Executor {
  readonly #schema: GraphQLSchema;
  readonly #log: Logger;
  readonly #operations = new LRUCache<string, Run | readonly GraphQLError[]>({ max: OPERATIONS_KEPT });

  constructor(schema: GraphQLSchema, log: Logger) {
    this.#schema = schema;
    this.#log = log;
  }

  async execute(request: SubgraphRequest, context: unknown): Promise<SubgraphResponse> {
    if (containsNul(request))
      return { errors: [asBadInput({ message: 'A text must not contain the character NUL.' })] };
    const run = this.#operation(request);
    if (typeof run !== 'function') return { errors: run.map((error) => error.toJSON()) };
    const { correlationId } = request.scope;
    try {
      const result = await run(context, request.variables ?? {});
      if (!result.errors) return { data: result.data ?? null };
      // Without data the operation did not begin: its variables do not fit, which is the client's to mend.
      if (result.data === undefined) return { errors: result.errors.map(asBadInput) };
      return { data: result.data, errors: result.errors.map((error) => maskFault(error, correlationId, this.#log)) };
    } catch (cause) {
      const error = new GraphQLError('Execution failed.', { originalError: asError(cause) });
      return { errors: [maskFault(error, correlationId, this.#log)] };
    }
  }

  #operation({ query, operationName }: SubgraphRequest): Run | readonly GraphQLError[] {
    const key = `${operationName ?? ''}\n${query}`;
    const known = this.#operations.get(key);
    if (known) return known;
    const fresh = this.#prepare(query, operationName);
    this.#operations.set(key, fresh);
    return fresh;
  }

  #prepare(query: string, operationName: string | undefined): Run | readonly GraphQLError[] {
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
    const errors = validate(this.#schema, document);
    if (errors.length > 0) return errors;
    const compiled = isBeyondCompiler(document) ? null : compileQuery(this.#schema, document, operationName);
    if (compiled && isCompiledQuery(compiled))
      return (context, variables) => compiled.query(undefined, context, variables);
    return (contextValue, variableValues) =>
      execute({ schema: this.#schema, document, contextValue, variableValues, operationName });
  }
}

/** The compiler takes a variable for missing that may not be null and has a default, `$first: Int! = 20`. */
function isBeyondCompiler({ definitions }: DocumentNode): boolean {
  return definitions.some(
    (definition) =>
      definition.kind === Kind.OPERATION_DEFINITION &&
      definition.variableDefinitions?.some(
        ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && defaultValue,
      ),
  );
}

/** The database has no text with a NUL in it, and no client has a use for one. */
function containsNul({ query, variables }: SubgraphRequest): boolean {
  return NUL_LITERAL.test(query) || (variables !== undefined && JSON.stringify(variables).includes('\\u0000'));
}

/** NUL as a string of GraphQL or JSON may spell it. */
const NUL_LITERAL = /\\u(0000|\{0+\})/;

function asBadInput(error: { readonly message: string }) {
  return { message: error.message, extensions: { code: 'BAD_USER_INPUT' } };
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}
