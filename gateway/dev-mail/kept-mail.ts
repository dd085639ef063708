import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Mail = z.object({
  at: z.string(),
  to: z.string(),
  language: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

/** A mail that a demonstration kept instead of sending it. */
export interface KeptMail extends z.infer<typeof Mail> {
  readonly id: string;
}

const NEWEST = 50;
/** What a mail's file can be called: nothing that leads out of the folder. */
const ID = /^[0-9A-Za-z_-]+$/;

/** The newest mails of a folder, newest first; none when there is no such folder yet. */
export async function keptMails(folder: string): Promise<KeptMail[]> {
  const files = await readdir(folder).catch(() => []);
  const newest = files
    .filter((file) => file.endsWith('.json'))
    .sort()
    .slice(-NEWEST)
    .reverse();
  const mails = await Promise.all(newest.map((file) => keptMail(folder, file.replace(/\.json$/, ''))));
  return mails.filter((mail) => mail !== null);
}

/** One mail; null when there is none by that name. */
export async function keptMail(folder: string, id: string): Promise<KeptMail | null> {
  if (!ID.test(id)) return null;
  const content = await readFile(join(folder, `${id}.json`), 'utf8').catch(() => null);
  return content === null ? null : { id, ...Mail.parse(JSON.parse(content)) };
}
