import type { ViewerSource } from './viewer-source.ts';

/** What the gateway asks of the service that knows people, beside its subgraph: `/auth` for clients, and whom a credential stands for. */
export interface IdentityDoor extends ViewerSource {
  /** Answers a request below `/auth`. */
  handle(request: Request): Promise<Response>;
}
