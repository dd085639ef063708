import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export const CLIENT = { id: 'erikti', secret: 'a secret between the portal and the provider' };

/** Whom the provider knows, by the name they sign in with there. */
export type ProviderPeople = Readonly<Record<string, { email: string; email_verified: boolean; name: string }>>;

export interface TestProvider {
  readonly issuer: string;
  /** Walks a browser through the provider's own pages, from its front door to where it sends the browser back. */
  signIn(authorizationUrl: string, person: string): Promise<URL>;
  close(): Promise<void>;
}

/** An OpenID Connect provider on this machine that insists on PKCE. */
export async function startProvider(people: ProviderPeople, redirectUri: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Claims in the ID token, as most providers give them.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  server.on('request', provider.callback());

  return {
    issuer,
    async signIn(authorizationUrl, person) {
      const cookies = new Map<string, string>();
      let next = new URL(authorizationUrl);
      let form: Record<string, string> | null = null;
      while (next.origin === issuer) {
        const response = await fetch(next, {
          redirect: 'manual',
          headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
          ...(form && { method: 'POST', body: new URLSearchParams(form) }),
        });
        for (const cookie of response.headers.getSetCookie()) {
          const [name = '', value = ''] = cookie.split(';')[0]?.split('=', 2) ?? [];
          cookies.set(name, value);
        }
        const location = response.headers.get('location');
        if (location) {
          next = new URL(location, next);
          form = null;
          continue;
        }
        const page = await response.text();
        const action = /action="([^"]+)"/.exec(page)?.[1];
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
        if (!action || !prompt) throw new Error(`the provider answered ${response.status}: ${page.slice(0, 300)}`);
        next = new URL(action, next);
        form = prompt === 'login' ? { prompt, login: person, password: 'any' } : { prompt };
      }
      return next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
