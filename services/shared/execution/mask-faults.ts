import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from '../logger.ts';

/** Codes of errors that are meant for the client. Everything else is a fault of ours. */
const PUBLIC_CODES = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT', 'SUBGRAPH_OUT_OF_REACH']);

/**
 * What a client may see of an execution error.
 *
 * A refusal passes as it is. A fault keeps its path and gets a general message and the correlation id under which it is
 * logged whole.
 */
export function maskFault(error: GraphQLError, correlationId: string, log: Logger): GraphQLFormattedError {
  if (isPublic(error)) return error.toJSON();
  log.error({ correlationId, path: error.path, err: error.originalError ?? error }, 'fault');
  return {
    message: 'Something went wrong on our side.',
    ...(error.path && { path: error.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
  };
}

function isPublic(error: GraphQLError): boolean {
  const { code } = error.extensions ?? {};
  const thrownForClients = error.originalError == null || error.originalError instanceof GraphQLError;
  return thrownForClients && typeof code === 'string' && PUBLIC_CODES.has(code);
}
