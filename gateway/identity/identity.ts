import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { ANONYMOUS, type Viewer } from '../../services/shared/viewer.ts';

/** The service behind `/auth`, in this process or in another. */
export interface IdentityProvider {
  /** Answers a request below `/auth`. */
  handle(request: Request): Promise<Response>;
  /** The person a bearer token stands for, or null when it stands for nobody (any more). */
  personOf(token: string): Promise<string | null>;
}

/** A revoked session stops working after this long at the latest. */
const REMEMBERED_MS = 30_000;
const TOKENS_REMEMBERED = 50_000;

/** Tells who is asking from a request's `Authorization` header, without asking the provider each time. */
export class ViewerReader {
  readonly #provider: IdentityProvider;
  /** By the token's hash: a dump of this process's memory signs nobody in. */
  readonly #known = new LRUCache<string, Viewer>({ max: TOKENS_REMEMBERED, ttl: REMEMBERED_MS });

  constructor(provider: IdentityProvider) {
    this.#provider = provider;
  }

  /** Throws `UNAUTHENTICATED` for a token that stands for nobody. Cookies are not looked at. */
  async viewerOf(request: FastifyRequest): Promise<Viewer> {
    const { authorization } = request.headers;
    if (authorization === undefined) return ANONYMOUS;
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1];
    if (!token) throw unauthenticated('Send "authorization: Bearer <token>", with the token that sign-in gave you.');

    const key = createHash('sha256').update(token).digest('base64url');
    const known = this.#known.get(key);
    if (known) return known;
    const personId = await this.#provider.personOf(token);
    if (personId === null) throw unauthenticated('This token is not valid any more. Sign in again.');
    const viewer: Viewer = { personId };
    this.#known.set(key, viewer);
    return viewer;
  }
}

function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}
