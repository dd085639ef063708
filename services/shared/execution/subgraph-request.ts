import type { FormattedExecutionResult } from 'graphql';
import type { Viewer } from '../access/access.rules.ts';

/** What every subgraph is told about a request, the same over every transport. */
export interface RequestScope {
  readonly viewer: Viewer;
  /** BCP 47; what the client asked for, not necessarily a language we have. */
  readonly locale: string;
  /** Names the client's request in every log it touches. */
  readonly correlationId: string;
  /** Epoch milliseconds after which nobody waits for the answer. */
  readonly deadlineAt: number;
}

/** One operation for one subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly scope: RequestScope;
}

export type SubgraphResponse = FormattedExecutionResult;
