import { createTransport } from 'nodemailer';
import type { Post } from './post.ts';

const CONNECTION_MS = 10_000;
const SILENCE_MS = 20_000;

/** Letters by a mail server: `smtp://user:password@host:587` (with STARTTLS where the server has it) or `smtps://`. */
export function smtpPost(url: string, from: string): Post {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECTION_MS,
    greetingTimeout: CONNECTION_MS,
    socketTimeout: SILENCE_MS,
    // A letter is what is written in it: nothing is fetched or read from disk to fill it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, language, subject, text, html }) {
      await transport.sendMail({
        from,
        // As an object it is one address, whatever it holds.
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
      });
    },
    // Nothing is kept here of what is out.
    forget: async () => {},
    close: () => transport.close(),
  };
}
