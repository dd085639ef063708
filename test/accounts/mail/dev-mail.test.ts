import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerDevMail } from '../../../gateway/dev-mail/dev-mail.ts';
import { folderPost } from '../../../services/accounts/mail/folder-post.ts';
import { writeLetter } from '../../../services/accounts/mail/letter.ts';

let folder: string;
let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erikti-dev-mail-'));
  app = fastify();
  registerDevMail(app, join(folder, 'outbox'));
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

describe('/dev/mail', () => {
  it('is empty before the first mail', async () => {
    expect(await (await fetch(`${url}/dev/mail`)).text()).toContain('None yet.');
  });

  it('lists mails, newest first, and shows one with its link, as text and as HTML', async () => {
    let now = new Date('2026-05-01T08:00:00Z');
    const post = folderPost(join(folder, 'outbox'), () => now);
    const letter = (to: string) =>
      writeLetter({
        kind: 'VERIFY_ADDRESS',
        to,
        locale: 'en',
        secret: 'https://portal.test/auth/verify-email?a=1&b=2',
      });
    await post.send(letter('first@people.example'), 'person_1');
    now = new Date('2026-05-01T09:00:00Z');
    await post.send({ ...letter('second@people.example'), subject: '<b>Hello</b>' }, 'person_2');

    const list = await (await fetch(`${url}/dev/mail`)).text();

    expect(list.match(/\w+@people\.example/g)).toEqual(['second@people.example', 'first@people.example']);
    expect(list).toContain('&lt;b&gt;Hello&lt;/b&gt;');
    const [path = ''] = /\/dev\/mail\/2026[^"]+/.exec(list) ?? [];
    const mail = await (await fetch(url + path)).text();
    expect(mail).toContain('<a href="https://portal.test/auth/verify-email?a=1&amp;b=2">');
    const html = await fetch(`${url}${path}/html`);
    expect(html.headers.get('content-security-policy')).toContain('sandbox');
    expect(await html.text()).toContain('Confirm your email address');
  });

  it('shows nothing but mails', async () => {
    await writeFile(join(folder, 'secret.json'), '{}');

    const statuses = await Promise.all(
      ['none', '..%2Fsecret', '%2e%2e%2fsecret/html'].map(async (id) => (await fetch(`${url}/dev/mail/${id}`)).status),
    );

    expect(statuses).toEqual([404, 404, 404]);
  });

  it.each([
    ['a site that gave its own name this address', { host: 'evil.example' }, '127.0.0.1'],
    ['what a proxy passes on', { host: 'localhost', 'x-forwarded-for': '192.0.2.1' }, '127.0.0.1'],
    ['another machine', { host: 'localhost' }, '192.0.2.1'],
  ])('is not there for %s', async (_case, headers, remoteAddress) => {
    const { statusCode } = await app.inject({ url: '/dev/mail', headers, remoteAddress });

    expect(statusCode).toBe(404);
  });

  it('is there for this machine by each of its names', async () => {
    const statuses = await Promise.all(
      ['localhost:4000', '127.0.0.1', '[::1]:4000'].map(
        async (host) => (await app.inject({ url: '/dev/mail', headers: { host }, remoteAddress: '::1' })).statusCode,
      ),
    );

    expect(statuses).toEqual([200, 200, 200]);
  });
});
