import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal } from '../support/portal.ts';
import { query } from './owner.ts';

const ANSWER = '{ __typename ... on InvalidInput { violations { path code message } } ... on UserError { code } }';

describe('reasons that administrators give', () => {
  let portal: Portal;
  let token: string;
  beforeAll(async () => {
    portal = await openPortal('in-process');
    token = await portal.signIn('admin@demo.erikti.example');
  });
  afterAll(() => portal?.close());

  it.each([
    ['revokeGrant', 'RevokeGrantInput', 'grantId'],
    ['revokeApiClient', 'RevokeApiClientInput', 'apiClientId'],
  ])('are looked at before %s does anything', async (mutation, input, id) => {
    const ask = `mutation ($input: ${input}!) { ${mutation}(input: $input) ${ANSWER} }`;
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'kk' };
    const send = async (reason: string) => (await portal.ask(ask, { input: { [id]: 'none', reason } }, headers)).data;

    const answers = [await send('x\u0007'), await send(' '), await send('x'.repeat(501))];

    const violations = answers.map((data) => data[mutation].violations);
    const path = ['input', 'reason'];
    expect(violations).toEqual([
      [{ path, code: 'CONTROL_CHARACTER', message: 'Бір жолға, басқару таңбаларынсыз жазыңыз.' }],
      [{ path, code: 'REASON_TOO_SHORT', message: 'Себебін жазыңыз.' }],
      [{ path, code: 'REASON_TOO_LONG', message: 'Ең көбі 500 таңба.' }],
    ]);
    expect(await query(portal, `select from accounts.audit_entry where command = '${mutation}'`)).toEqual([]);
  });
});
