import { GraphQLError } from 'graphql';
import type { SubgraphRequest, SubgraphResponse } from '../../services/shared/execution/subgraph-request.ts';

/**
 * The way to the subgraphs: within the process, or over HTTP.
 *
 * Answers what the subgraph answers. Rejects with `outOfReach` when there is no answer before the deadline.
 */
export interface Transport {
  send(service: string, request: SubgraphRequest): Promise<SubgraphResponse>;
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
