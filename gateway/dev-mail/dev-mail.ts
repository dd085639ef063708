import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keptMail, keptMails } from './kept-mail.ts';
import { listPage, mailPage } from './pages.ts';

/** The pages run nothing and load nothing but a mail in its frame. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** A mail is shown as a mail program would, without a script and without a picture from anywhere. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups";

const LOOPBACK = /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/;
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Shows the mails that a demonstration keeps, at `/dev/mail`. They hold links and codes, so nobody but this machine sees
 * them: not another machine, not what a proxy passes on, and not a site that gave its own name this machine's address.
 */
export function registerDevMail(app: FastifyInstance, folder: string): void {
  app.register(async (scope) => {
    scope.addHook('onRequest', async (request, reply) => {
      if (!isLocal(request)) return reply.code(404).send();
      reply.headers({ 'content-security-policy': PAGE_POLICY, 'cache-control': 'no-store' });
    });

    scope.get('/dev/mail', async (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(listPage(await keptMails(folder))),
    );
    scope.get<{ Params: { id: string } }>('/dev/mail/:id', async ({ params }, reply) => {
      const mail = await keptMail(folder, params.id);
      if (!mail) return reply.code(404).send();
      return reply.type('text/html; charset=utf-8').send(mailPage(mail));
    });
    scope.get<{ Params: { id: string } }>('/dev/mail/:id/html', async ({ params }, reply) => {
      const mail = await keptMail(folder, params.id);
      if (!mail) return reply.code(404).send();
      return reply.type('text/html; charset=utf-8').header('content-security-policy', MAIL_POLICY).send(mail.html);
    });
  });
}

function isLocal({ socket, hostname, headers }: FastifyRequest): boolean {
  const isPassedOn = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => name in headers);
  return LOOPBACK.test(socket.remoteAddress ?? '') && LOCAL_NAMES.has(hostname) && !isPassedOn;
}
