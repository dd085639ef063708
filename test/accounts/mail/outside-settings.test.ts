import { describe, expect, it } from 'vitest';
import { readPortalSettings } from '../../../gateway/portal-settings.ts';
import { welcome } from '../../../gateway/welcome.ts';
import { readServiceSettings } from '../../../services/service-settings.ts';
import { makeGatewayKeys } from '../../../services/shared/execution/gateway-token.ts';
import { TEST_SECRET } from '../../support/constants.ts';

const keys = await makeGatewayKeys();
const service = {
  DATABASE_URL: 'postgres://erikti@localhost/erikti',
  SECRET: TEST_SECRET,
  GATEWAY_VERIFICATION_KEY: keys.verificationKey,
  ENCRYPTION_KEYS: `first:${Buffer.alloc(32, 7).toString('base64')}`,
};
const mail = { SMTP_URL: 'smtps://portal:word@mail.example', MAIL_FROM: 'Erikti <portal@erikti.example>' };
const provider = {
  OIDC_ISSUER: 'https://id.example/',
  OIDC_CLIENT_ID: 'erikti',
  OIDC_CLIENT_SECRET: 'word',
  OIDC_NAME: 'National ID',
};

describe('the settings of mails and of a sign-in provider', () => {
  it('are read alike for the portal in one process and for accounts alone', () => {
    const portal = readPortalSettings({ ...mail, ...provider });
    const accounts = readServiceSettings('accounts', { ...service, ...mail, ...provider });

    const expected = {
      mail: { smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM },
      openIdConnect: {
        issuer: 'https://id.example',
        clientId: 'erikti',
        clientSecret: 'word',
        name: 'National ID',
      },
    };
    expect({ mail: portal.mail, openIdConnect: portal.openIdConnect }).toEqual(expected);
    expect({ mail: accounts.mail, openIdConnect: accounts.openIdConnect }).toEqual(expected);
  });

  it('may be absent: then the portal keeps mails in a folder and has no provider', () => {
    const portal = readPortalSettings({ DATA_DIR: '/var/portal' });

    expect({ mail: portal.mail, openIdConnect: portal.openIdConnect }).toEqual({
      mail: { smtpUrl: null, folder: '/var/portal/outbox' },
      openIdConnect: null,
    });
  });

  it('matter to no service but accounts', () => {
    const { mail, openIdConnect } = readServiceSettings('forum', service);

    expect({ mail, openIdConnect }).toEqual({ mail: null, openIdConnect: null });
  });

  it.each([
    ['no mail server', {}, 'SMTP_URL: set the mail server that people hear from the portal by, or DEMO=1'],
    [
      'a mail server without a sender',
      { SMTP_URL: mail.SMTP_URL },
      'MAIL_FROM: write the sender of mails, such as Erikti <portal@erikti.example>',
    ],
    [
      'a mail server of another kind',
      { ...mail, SMTP_URL: 'http://mail.example' },
      'SMTP_URL: write a mail server, smtp://user:password@host:587 or smtps://user:password@host:465',
    ],
    [
      'a sender that begins another header',
      { ...mail, MAIL_FROM: 'Erikti <portal@erikti.example>\nBcc: all@people.example' },
      'MAIL_FROM: write the sender of mails, such as Erikti <portal@erikti.example>',
    ],
    [
      'half a provider',
      { ...mail, OIDC_ISSUER: provider.OIDC_ISSUER, OIDC_NAME: provider.OIDC_NAME },
      'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: a sign-in provider needs all four OIDC_ settings, or none',
    ],
    [
      'a provider that is nowhere',
      { ...mail, ...provider, OIDC_ISSUER: 'id.example' },
      'OIDC_ISSUER: write the address of the provider, such as https://id.example',
    ],
  ])('are refused in one line: %s', (_case, given, line) => {
    expect(() => readServiceSettings('accounts', { ...service, ...given })).toThrow(new Error(line));
  });

  it('let a demonstration of accounts alone do without a mail server', () => {
    const demo = { DEMO: '1', DEMO_PASSWORD: 'known to all', DATA_DIR: '/tmp/erikti' };

    expect(readServiceSettings('accounts', { ...service, ...demo }).mail).toEqual({
      smtpUrl: null,
      folder: '/tmp/erikti/outbox',
    });
  });
});

it('the portal says where its mails are, where no mail server takes them', () => {
  const linesOf = (text: string) => text.split('\n').filter((line) => line.includes('Mails'));
  const demo = { password: 'known to all', people: [{ email: 'a@people.example', role: 'Administrator' }] };
  const url = 'http://localhost:4000';

  expect(
    [welcome(url, demo, '.data/outbox'), welcome(url, null, '.data/outbox'), welcome(url, demo)].map(linesOf),
  ).toEqual([
    ['  Mails it would send   http://localhost:4000/dev/mail and .data/outbox'],
    ['  Mails it would send   .data/outbox'],
    [],
  ]);
});
