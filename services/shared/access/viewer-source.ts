import type { Viewer } from './access.rules.ts';

/** What a client shows to say who it is: a token that sign-in gave, or an API key. */
export type Credential =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'api-key'; readonly key: string };

/** Whom credentials stand for at present. */
export interface ViewerSource {
  /** Null for a credential that stands for nobody (any more). */
  viewerOf(credential: Credential): Promise<Viewer | null>;
}
