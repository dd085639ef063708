import './telemetry-off.ts';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { GraphQLError, Kind, parse } from 'graphql';
import type {
  RequestScope,
  SubgraphRequest,
  SubgraphResponse,
} from '../../services/shared/execution/subgraph-request.ts';
import type { Logger } from '../../services/shared/logger.ts';

/** What travels with a client's operation through the gateway. */
export interface GatewayContext {
  readonly scope: RequestScope;
}

export type Engine = ApolloServerOptionsWithGateway<GatewayContext>['gateway'];

type ErrorPath = (string | number)[];

/** Sends an operation to a subgraph. Rejects where there is no answer. */
export type Fetch = (subgraph: string, request: SubgraphRequest) => Promise<SubgraphResponse>;

/** Plans and joins operations over the subgraphs of a composed schema. The one file that knows which library does it. */
export function openEngine(options: { supergraphSdl: string; fetch: Fetch; log: Logger }): Engine {
  const { supergraphSdl, fetch, log } = options;
  return new ApolloGateway({
    supergraphSdl,
    logger: silent,
    buildService: ({ name }) => dataSource(name, fetch, log),
  });
}

function dataSource(subgraph: string, fetch: Fetch, log: Logger): GraphQLDataSource<GatewayContext> {
  return {
    async process(options) {
      if (!('incomingRequestContext' in options)) {
        throw new Error('schemas are composed ahead; nothing is asked of a subgraph at start');
      }
      const { request, context } = options;
      const { query = '', operationName, variables } = request;
      try {
        return await fetch(subgraph, { query, operationName, variables, scope: context.scope });
      } catch (cause) {
        log.warn({ correlationId: context.scope.correlationId, subgraph, err: cause }, 'subgraph out of reach');
        // An answer with errors rather than a rejection: so each field that goes missing is named.
        const error = { message: messageOf(cause), extensions: extensionsOf(cause) };
        return { data: null, errors: missingPaths(query, variables).map((path) => ({ ...error, path })) };
      }
    },
  };
}

/** The paths, in a subgraph's own answer, of all that was asked of it: root fields, or entities one by one. */
function missingPaths(query: string, variables: Record<string, unknown> = {}): ErrorPath[] {
  const { representations } = variables;
  if (Array.isArray(representations)) return representations.map((_one, index) => ['_entities', index]);
  return parse(query)
    .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .flatMap(({ selectionSet }) => selectionSet.selections)
    .flatMap((field) => (field.kind === Kind.FIELD ? [[(field.alias ?? field.name).value]] : []));
}

function messageOf(cause: unknown): string {
  return cause instanceof GraphQLError ? cause.message : 'No answer.';
}

function extensionsOf(cause: unknown): Record<string, unknown> {
  return cause instanceof GraphQLError ? { ...cause.extensions } : {};
}

/** What it would log is told by the errors of the operation, which are logged with their correlation id. */
const silent = { debug() {}, info() {}, warn() {}, error() {} };
