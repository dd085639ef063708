/*
 * The portal knows people by their token alone. Without cookies, a page of another site has nothing to ride on, and
 * clients that are no browsers need no `Origin`.
 *
 * The one exception is a sign-in with another provider: what comes back from there must come back to the browser that
 * went, so for these minutes a cookie holds the round trip's state. It reaches nothing but these two paths.
 */

/** The cookie of a round trip; with TLS its name begins with `__Secure-`. */
export const STATE_COOKIE = {
  name: 'erikti.state',
  attributes: { path: '/auth/callback', httpOnly: true, sameSite: 'lax' },
} as const;

const COOKIE_PATHS = /^\/(sign-in\/social$|callback\/)/;

/** The request with no cookie, but for a round trip's own. */
export function withoutCookie(path: string, request: Request): Request {
  const plain = new Request(request);
  const cookie = request.headers.get('cookie');
  plain.headers.delete('cookie');
  const kept = (cookie ?? '').split(';').filter((one) => isState(one));
  if (COOKIE_PATHS.test(path) && kept.length > 0) plain.headers.set('cookie', kept.join(';'));
  return plain;
}

/** The answer with no cookie, but for a round trip's own. */
export function withoutCookies(path: string, response: Response): Response {
  const plain = new Response(response.body, response);
  plain.headers.delete('set-cookie');
  if (!COOKIE_PATHS.test(path)) return plain;
  for (const cookie of response.headers.getSetCookie().filter(isState)) plain.headers.append('set-cookie', cookie);
  return plain;
}

function isState(cookie: string): boolean {
  const name = cookie.split('=')[0]?.trim();
  return name === STATE_COOKIE.name || name === `__Secure-${STATE_COOKIE.name}`;
}
