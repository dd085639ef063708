import type { CryptoKey } from 'jose';
import { z } from 'zod';
import { ANONYMOUS, ROLES, SCOPE_KINDS } from '../../services/shared/access/access.rules.ts';
import type { IdentityDoor } from '../../services/shared/access/identity-door.ts';
import { signScope } from '../../services/shared/execution/gateway-token.ts';
import type { RequestScope } from '../../services/shared/execution/subgraph-request.ts';
import { GATEWAY_TOKEN_HEADER } from '../../services/shared/http/gateway-headers.ts';
import { newId } from '../../services/shared/ids.ts';

const DEADLINE_MS = 10_000;
const ACCOUNTS = 'accounts';

/** The accounts service in a process of its own, asked with the gateway's signature. */
export function httpDoor(origin: string, signingKey: CryptoKey): IdentityDoor {
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
    async viewerOf(credential) {
      const body = JSON.stringify(credential);
      const headers = new Headers({ 'content-type': 'application/json' });
      await sign(headers, body);
      const response = await fetch(new URL('/identity/viewer', origin), {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(DEADLINE_MS),
      });
      if (!response.ok) throw new Error(`accounts answered ${response.status}`);
      return Answer.parse(await response.json()).viewer;
    },
  };
}

const Answer = z.object({
  viewer: z
    .object({
      personId: z.string().nullable(),
      apiClientId: z.string().nullable(),
      grants: z.array(
        z.object({
          role: z.enum(ROLES),
          scope: z.object({ kind: z.enum(SCOPE_KINDS), id: z.string().nullable() }),
        }),
      ),
    })
    .nullable(),
});
