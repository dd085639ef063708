import { lookup } from 'node:dns/promises';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { WebhookFailure } from '../../../services/placements/partner/webhook/delivery/delivery.rules.ts';
import { post } from '../../../services/placements/partner/webhook/delivery/post.ts';
import {
  isPrivateHost,
  isPublicAddress,
} from '../../../services/placements/partner/webhook/delivery/public-address.ts';
import { checkUrl } from '../../../services/placements/partner/webhook/webhook.rules.ts';
import { useReceiver } from './receiver.ts';

const receiver = useReceiver();
const letter = { headers: { 'content-type': 'application/json' }, body: '{}', signal: new AbortController().signal };

describe('an address that somebody gives', () => {
  it.each(['8.8.8.8', '192.0.1.1', '172.32.0.1', '2a00:1450:4001:80b::200e', '2606:4700:4700::1111'])(
    'may be %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'nowhere',
  ])('may not be %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://a.localhost./',
  ])('is private however it is spelled: %s', (url) => expect(isPrivateHost(new URL(url))).toBe(true));

  it.each([
    ['https://partner.example/hooks?a=b', null],
    ['http://partner.example/', 'not-secure'],
    ['ftp://partner.example/', 'not-an-address'],
    ['https://user:password@partner.example/', 'not-an-address'],
    ['https://partner.example/#part', 'not-an-address'],
    ['partner.example', 'not-an-address'],
    [`https://partner.example/${'x'.repeat(2_000)}`, 'too-long'],
  ])('is checked as it is written: %s', (url, problem) => {
    expect(checkUrl(url, { privateAddresses: false })).toBe(problem);
  });
});

describe('a letter', () => {
  it('does not go into the operator’s own network, by address or by name', async () => {
    const byAddress = await post({ ...letter, url: receiver.url, privateAddresses: false });
    // A name that leads to this machine, as a name of an attacker would.
    const name = hostname();
    const { address } = await lookup(name);
    const byName = isPublicAddress(address)
      ? null
      : await post({ ...letter, url: receiver.url.replace('127.0.0.1', name), privateAddresses: false });

    const refused = { statusCode: null, failure: WebhookFailure.ADDRESS_NOT_ALLOWED, text: '' };
    expect(byAddress).toEqual(refused);
    expect(byName ?? refused).toEqual(refused);
    expect(receiver.received).toEqual([]);
  });

  it('waits for an answer only so long', async () => {
    receiver.replies.push('silence');

    const posted = await post({ ...letter, url: receiver.url, privateAddresses: true, timeoutMs: 200 });

    expect(posted).toEqual({ statusCode: null, failure: WebhookFailure.TIMEOUT, text: '' });
  });

  it('is not delivered where nobody listens', async () => {
    const posted = await post({ ...letter, url: 'http://127.0.0.1:9/', privateAddresses: true });

    expect(posted).toEqual({ statusCode: null, failure: WebhookFailure.NOT_REACHED, text: '' });
  });

  it('is answered with no more than the first kilobyte', async () => {
    receiver.replies.push({ status: 200, body: 'x'.repeat(1_000_000) });

    const { text } = await post({ ...letter, url: receiver.url, privateAddresses: true });

    expect(text).toBe('x'.repeat(1_024));
  });
});
