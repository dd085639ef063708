import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode, type ParseOptions } from 'graphql';
import { costOf } from './cost.rules.ts';
import { defaultLimits, type LimitRefusal, type Limits, refuseCost, refuseShape } from './limits.rules.ts';
import { type Fragments, fragmentsOf, type OperationShape, shapeOf } from './shape.rules.ts';

/** The `parseOptions` of an Apollo Server that keeps these limits: parsing stops where a document gets too long. */
export function parseOptionsWithin(limits: Limits = defaultLimits): ParseOptions {
  return { maxSourceLength: limits.characters, maxLexicalTokens: limits.tokens };
}

/**
 * Refuses operations that ask for too much, after validation and before a plan is made for them.
 *
 * Says what an operation costs in the header `graphql-cost: <objects>/<limit>`. Needs `parseOptionsWithin` beside it,
 * which keeps parsing and validation short.
 */
export function limitsPlugin(limits: Limits = defaultLimits): ApolloServerPlugin<BaseContext> {
  // The server hands out the same document again for the same text; what does not hang on variables is read once.
  const readings = new WeakMap<OperationDefinitionNode, { shape: OperationShape; fragments: Fragments }>();

  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, response, schema }) {
          // With several operations and no name, there is none; execution says so.
          if (!operation) return;
          let reading = readings.get(operation);
          if (!reading) {
            const fragments = fragmentsOf(document);
            reading = { shape: shapeOf(operation, fragments), fragments };
            readings.set(operation, reading);
          }

          const badShape = refuseShape(reading.shape, limits);
          if (badShape) throw refused(badShape);

          const cost = costOf(operation, reading.fragments, request.variables ?? {}, schema);
          response.http.headers.set('graphql-cost', `${cost}/${limits.cost}`);
          const tooCostly = refuseCost(cost, limits);
          if (tooCostly) throw refused(tooCostly);
        },

        async didEncounterErrors({ errors }) {
          for (const error of errors) nameLength(error, limits);
        },
      };
    },
  };
}

function refused({ message, ...extensions }: LimitRefusal): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } });
}

/** Apollo Server calls whatever stops parsing a syntax error; only here can a limit still be given its own name. */
function nameLength(error: GraphQLError, limits: Limits): void {
  const [, unit] =
    /^Syntax Error: (?:Document|Source) contains more tha[tn] \d+ (tokens|UTF-16 code units)\./.exec(error.message) ??
    [];
  if (!unit) return;
  const isTokens = unit === 'tokens';
  const limit = isTokens ? limits.tokens : limits.characters;
  error.message = `This document has more than ${limit} ${isTokens ? 'tokens' : 'characters'}. Ask for fewer fields, or send its operations in requests of their own.`;
  error.extensions.code = isTokens ? 'TOO_MANY_TOKENS' : 'TOO_MANY_CHARACTERS';
  error.extensions.limit = limit;
}
