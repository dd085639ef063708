import { genericOAuth } from 'better-auth/plugins';
import type { OpenIdConnect } from '../../shared/outside.settings.ts';
import { tidyName } from './credentials/name.rules.ts';

/** What clients send as `provider`, and the last part of the address that the provider leads back to. */
export const PROVIDER = 'oidc';

const HAND_OVER_PATH = `/callback/${PROVIDER}`;

/**
 * Sign-in with the provider that the operator configured: OpenID Connect with discovery, PKCE and a nonce.
 *
 * The ID token must be signed by the provider. A person with a verified address at both sides is the same person.
 */
export function openIdConnect({ issuer, clientId, clientSecret, name }: OpenIdConnect) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        mapProfileToUser: (profile) => ({ name: nameOf(profile) }),
      },
    ],
  });
}

/** The person's name as the provider has it, or what stands before the `@` of their address. */
function nameOf(profile: { name?: unknown; preferred_username?: unknown; email?: unknown }): string {
  const address = String(profile.email ?? '').split('@')[0] ?? '';
  const given = [profile.name, profile.preferred_username, address].filter((one) => typeof one === 'string');
  return given.map(tidyName).find((name) => name !== null) ?? '—';
}

/**
 * Ends a round trip: adds a one-time token to the address that the browser is sent to, in its fragment, which no server
 * and no `referer` sees. The client's page exchanges it for the bearer token by `POST /auth/one-time-token/verify`.
 *
 * `oneTimeTokenFor` takes the session's signed token.
 */
export async function handOver(
  path: string,
  response: Response,
  publicUrl: string,
  oneTimeTokenFor: (signedToken: string) => Promise<string>,
): Promise<Response> {
  if (path !== HAND_OVER_PATH) return response;
  const handed = new Response(response.body, response);
  handed.headers.delete('set-auth-token');
  const signedToken = response.headers.get('set-auth-token');
  const location = response.headers.get('location');
  if (!signedToken || !location) return handed;

  const target = new URL(location, publicUrl);
  if (target.origin !== new URL(publicUrl).origin) throw new Error('a round trip leads back to the portal alone');
  target.hash = new URLSearchParams({ one_time_token: await oneTimeTokenFor(signedToken) }).toString();
  handed.headers.set('location', target.href);
  return handed;
}
