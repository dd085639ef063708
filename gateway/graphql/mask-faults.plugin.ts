import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../services/shared/logger.ts';
import type { GatewayContext } from '../engine/engine.ts';

/** Codes under which a library reports what is in truth a fault of ours. */
const FAULTS = new Set(['INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

/**
 * Lets out of the gateway what is meant for clients and nothing else.
 *
 * Refusals and mistakes in the request pass; anything else becomes a code and the correlation id under which it is
 * logged. Says the correlation id in the header `x-correlation-id` of every answer.
 */
export function maskFaultsPlugin(log: Logger): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue }) {
      const { correlationId } = contextValue.scope;
      return {
        async willSendResponse({ response }) {
          response.http.headers.set('x-correlation-id', correlationId);
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (singleResult.errors) {
            singleResult.errors = singleResult.errors.map((error) => maskGatewayFault(error, correlationId, log));
          }
        },
      };
    },
  };
}

/** What a client may see of an error that left the gateway's pipeline. */
export function maskGatewayFault(
  error: GraphQLFormattedError,
  correlationId: string,
  log: Logger,
): GraphQLFormattedError {
  const { serviceName: _name, stacktrace: _trace, ...extensions } = error.extensions ?? {};
  const isMaskedAlready = extensions.correlationId === correlationId;
  if (typeof extensions.code === 'string' && (isMaskedAlready || !FAULTS.has(extensions.code))) {
    return { ...error, extensions };
  }
  log.error({ correlationId, path: error.path, err: { message: error.message } }, 'fault');
  return {
    message: 'Something went wrong on our side.',
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
  };
}
