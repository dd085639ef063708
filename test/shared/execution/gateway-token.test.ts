import type { CryptoKey } from 'jose';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ANONYMOUS, participant } from '../../../services/shared/access/access.rules.ts';
import {
  makeGatewayKeys,
  readGatewayKey,
  readVerificationKeys,
  ScopeVerifier,
  signScope,
} from '../../../services/shared/execution/gateway-token.ts';
import type { RequestScope } from '../../../services/shared/execution/subgraph-request.ts';

const scope: RequestScope = {
  viewer: participant('person_1'),
  locale: 'kk',
  correlationId: 'request-1',
  deadlineAt: 1_790_000_000_000,
};
const body = '{"query":"{ me { id } }"}';

describe('what the gateway says of a request', () => {
  let signingKey: CryptoKey;
  let verificationKey: CryptoKey;
  let token: string;
  beforeAll(async () => {
    const keys = await makeGatewayKeys();
    signingKey = await readGatewayKey(keys.signingKey);
    verificationKey = await readGatewayKey(keys.verificationKey);
    token = await signScope(signingKey, 'forum', body, scope);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['somebody', scope],
    ['nobody in particular', { ...scope, viewer: ANONYMOUS }],
  ])('reaches the service unchanged, for %s', async (_case, said) => {
    const signed = await signScope(signingKey, 'forum', body, said);

    expect(await verify('forum', body, signed)).toEqual(said);
  });

  it('does not count for another service', async () => {
    expect(await verify('accounts', body, token)).toBeNull();
  });

  it.each([
    ['another body', '{"query":"mutation { deleteEverything }"}'],
    ['a body with a space more', `${body} `],
    ['no body', ''],
  ])('does not count for %s', async (_case, other) => {
    expect(await verify('forum', other, token)).toBeNull();
  });

  it('does not count when somebody else signed it', async () => {
    const other = await makeGatewayKeys();

    const forged = await signScope(await readGatewayKey(other.signingKey), 'forum', body, scope);

    expect(await verify('forum', body, forged)).toBeNull();
  });

  it.each([
    ['nothing', () => ''],
    ['a word', () => 'please'],
    [
      'what says of itself that it needs no signature',
      () => [encoded({ alg: 'none' }), token.split('.')[1], ''].join('.'),
    ],
    ['a signature that was altered', () => token.replace(/.$/, (last) => (last === 'A' ? 'w' : 'A'))],
    ['a scope that was altered', () => withPayload({ scope: { ...scope, viewer: participant('person_2') } })],
  ])('is not %s', async (_case, forged) => {
    expect(await verify('forum', body, forged())).toBeNull();
  });

  it('counts for half a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-05-01T08:00:00.000Z') });
    const signed = await signScope(signingKey, 'forum', body, scope);

    vi.setSystemTime(new Date('2026-05-01T08:00:29.000Z'));
    expect(await verify('forum', body, signed)).toEqual(scope);
    vi.setSystemTime(new Date('2026-05-01T08:00:31.000Z'));
    expect(await verify('forum', body, signed)).toBeNull();
  });

  it('counts once', async () => {
    const signed = await signScope(signingKey, 'forum', body, scope);
    const verifier = new ScopeVerifier('forum', [verificationKey]);

    const answers = [await verifier.verify(body, signed), await verifier.verify(body, signed)];

    expect(answers).toEqual([scope, null]);
  });

  it('counts under the old and the new key while one takes over from the other', async () => {
    const next = await makeGatewayKeys();
    const old = await makeGatewayKeys();
    const verifier = new ScopeVerifier(
      'forum',
      await readVerificationKeys(`${old.verificationKey}, ${next.verificationKey}`),
    );

    const before = await signScope(await readGatewayKey(old.signingKey), 'forum', body, scope);
    const after = await signScope(await readGatewayKey(next.signingKey), 'forum', body, scope);

    expect([await verifier.verify(body, before), await verifier.verify(body, after)]).toEqual([scope, scope]);
  });

  /** Asks a service that has seen nothing yet. */
  function verify(service: string, text: string, shown: string) {
    return new ScopeVerifier(service, [verificationKey]).verify(text, shown);
  }

  function withPayload(change: object): string {
    const [header, payload = '', signature] = token.split('.');
    const altered = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...change };
    return [header, encoded(altered), signature].join('.');
  }
});

describe('a key of the gateway', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'key'],
    ['no key', encoded({ hello: 'world' })],
    ['a password', encoded({ kty: 'oct', k: 'c2VjcmV0' })],
    ['a key of another kind', encoded({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' })],
    ['a key cut short', encoded({ kty: 'OKP', crv: 'Ed25519', x: 'AA' })],
  ])('is not %s', async (_case, key) => {
    await expect(readGatewayKey(key)).rejects.toThrow();
  });

  it('for checking cannot sign', async () => {
    const { verificationKey } = await makeGatewayKeys();

    await expect(signScope(await readGatewayKey(verificationKey), 'forum', body, scope)).rejects.toThrow();
  });
});

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
