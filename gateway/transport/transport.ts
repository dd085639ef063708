import { GraphQLError } from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../../services/shared/execution/subgraph-request.ts';
import type { FileAnswer, FileRequest } from '../../services/shared/files/file.ts';

/**
 * The way to the services: within the process, or over HTTP.
 *
 * Answers what the service answers. Rejects with `outOfReach` when there is no answer before the deadline.
 */
export interface Transport {
  send(service: string, request: SubgraphRequest): Promise<SubgraphResponse>;
  /** Opens a file; the deadline is for its first byte. Destroying the body ends it at its source. */
  openFile(service: string, request: FileRequest): Promise<FileAnswer>;
  /** Whether each service answers, by name. */
  readiness(): Promise<Record<string, boolean>>;
  close(): Promise<void>;
}

/** The error of fields whose subgraph does not answer. The rest of the answer stands. */
export function outOfReach(service: string, cause?: unknown): GraphQLError {
  return new GraphQLError(`The ${service} part of the portal is out of reach. Try again in a moment.`, {
    extensions: { code: 'SUBGRAPH_OUT_OF_REACH', service },
    originalError: cause instanceof Error ? cause : null,
  });
}
