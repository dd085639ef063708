import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS, type Viewer } from '../../services/shared/access/access.rules.ts';
import type { Credential, ViewerSource } from '../../services/shared/access/viewer-source.ts';

/** A session, grant or key that ended stops working after this long at the latest. */
const REMEMBERED_MS = 30_000;
const CREDENTIALS_REMEMBERED = 50_000;

/** Tells who is asking from a request's headers, without asking the source each time. Cookies are not looked at. */
export class ViewerReader {
  readonly #source: ViewerSource;
  /** By the credential's hash: a dump of this process's memory signs nobody in. */
  readonly #known = new LRUCache<string, Viewer>({ max: CREDENTIALS_REMEMBERED, ttl: REMEMBERED_MS });

  constructor(source: ViewerSource) {
    this.#source = source;
  }

  /** Throws `UNAUTHENTICATED` for a credential that stands for nobody. */
  async viewerOf({ headers }: FastifyRequest): Promise<Viewer> {
    const credential = credentialOf(headers.authorization, headers['x-api-key']);
    if (!credential) return ANONYMOUS;
    const key = createHash('sha256').update(JSON.stringify(credential)).digest('base64url');
    const known = this.#known.get(key);
    if (known) return known;

    const viewer = await this.#source.viewerOf(credential);
    if (!viewer) throw unauthenticated(OVER[credential.kind]);
    this.#known.set(key, viewer);
    return viewer;
  }
}

const OVER: Record<Credential['kind'], string> = {
  token: 'This token is not valid any more. Sign in again.',
  'api-key': 'This API key is not valid any more. Ask the administrators for a new one.',
};

function credentialOf(authorization: string | undefined, apiKey: string | string[] | undefined): Credential | null {
  if (authorization !== undefined && apiKey !== undefined) {
    throw unauthenticated('Send a token or an API key, not both.');
  }
  if (typeof apiKey === 'string') return { kind: 'api-key', key: apiKey };
  if (authorization === undefined) return null;
  const token = /^bearer +(\S+)$/i.exec(authorization)?.[1];
  if (token) return { kind: 'token', token };
  throw unauthenticated('Send "authorization: Bearer <token>", with the token that sign-in gave you.');
}

function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}
