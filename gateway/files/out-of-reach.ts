import type { FastifyReply } from 'fastify';
import { GraphQLError } from 'graphql';
import { say } from './messages.ts';

const RETRY_AFTER_SECONDS = '60';

/** The service an error tells of, where it tells of one that does not answer. */
export function serviceOutOfReach(error: unknown): string | null {
  if (!(error instanceof GraphQLError) || error.extensions.code !== 'SUBGRAPH_OUT_OF_REACH') return null;
  return typeof error.extensions.service === 'string' ? error.extensions.service : null;
}

/** Answers 503 in the place of a file. */
export function sayOutOfReach(reply: FastifyReply, service: string, locale: string): FastifyReply {
  const message = say('SUBGRAPH_OUT_OF_REACH', locale, { service });
  return reply
    .code(503)
    .header('retry-after', RETRY_AFTER_SECONDS)
    .send({ errors: [{ message, extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service } }] });
}
