import type { CryptoKey } from 'jose';
import { signScope } from '../../services/shared/execution/gateway-token.ts';
import type { RequestScope } from '../../services/shared/execution/subgraph-request.ts';
import { GATEWAY_TOKEN_HEADER } from '../../services/shared/http/gateway-headers.ts';
import { newId } from '../../services/shared/ids.ts';
import { ANONYMOUS } from '../../services/shared/viewer.ts';
import type { IdentityProvider } from './identity.ts';

const DEADLINE_MS = 10_000;
const ACCOUNTS = 'accounts';

/** The accounts service in a process of its own, asked with the gateway's signature. */
export function httpIdentity(origin: string, signingKey: CryptoKey): IdentityProvider {
  async function sign(headers: Headers, body: string): Promise<void> {
    const scope: RequestScope = {
      viewer: ANONYMOUS,
      locale: 'en',
      correlationId: newId('request'),
      deadlineAt: Date.now() + DEADLINE_MS,
    };
    headers.set(GATEWAY_TOKEN_HEADER, await signScope(signingKey, ACCOUNTS, body, scope));
  }

  return {
    async handle(request) {
      const body = await request.text();
      const headers = new Headers(request.headers);
      // The connection's own; the new request sets them anew.
      for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) headers.delete(name);
      await sign(headers, body);
      const { pathname, search } = new URL(request.url);
      return fetch(new URL(`${pathname}${search}`, origin), {
        method: request.method,
        headers,
        ...(body !== '' && { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
    },
    async personOf(token) {
      const body = JSON.stringify({ token });
      const headers = new Headers({ 'content-type': 'application/json' });
      await sign(headers, body);
      const response = await fetch(new URL('/identity/person', origin), {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (!response.ok) throw new Error(`accounts answered ${response.status}`);
      const answer: unknown = await response.json();
      return typeof answer === 'object' &&
        answer !== null &&
        'personId' in answer &&
        typeof answer.personId === 'string'
        ? answer.personId
        : null;
    },
  };
}
