import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

describe.each(transports)('identity behind the gateway, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport, { rateLimits: true });
  });
  afterAll(() => portal?.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${portal.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  it('lets new people of a demonstration sign in at once', async () => {
    const person = { email: 'new@people.example', password: 'seven quiet otters' };
    const signUp = await post('/auth/sign-up/email', { ...person, name: 'New' });

    const signIn = await post('/auth/sign-in/email', person);

    const { token } = (await signIn.json()) as { token: string };
    expect([signUp.status, signIn.status]).toEqual([200, 200]);
    expect([signUp, signIn].flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
    const { data } = await portal.as(token).ask('{ me { displayName } }');
    expect(data).toEqual({ me: { displayName: 'New' } });
  });

  it('counts by the address of the client, whatever a client says it is, and says when to come back', async () => {
    const answers = [];
    for (let count = 0; count < 6; count++) {
      const body = { email: 'nobody@people.example', type: 'sign-in' };
      const forged = { 'x-client-address': `192.0.2.${count}`, 'x-forwarded-for': `192.0.2.${count}` };
      answers.push(await post('/auth/email-otp/send-verification-otp', body, { ...forged, 'accept-language': 'ru' }));
    }

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    const last = answers.at(-1);
    expect(last?.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await last?.json()).toEqual({
      code: 'TOO_MANY_REQUESTS',
      message: expect.stringMatching(/^Слишком много запросов\. Повторите через \d+ секунд[уы]?\.$/),
    });
  });
});
