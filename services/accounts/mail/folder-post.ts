import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../shared/clock.ts';
import type { Post } from './post.ts';

const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY = 0o600;

/**
 * Letters as files in a folder, for a portal without a mail server: `.txt` to read, `.json` with everything.
 *
 * Their names begin with the instant and hold the reader's ID. Only the portal's user can read them.
 */
export function folderPost(folder: string, now: Clock): Post {
  return {
    async send(letter, readerId) {
      await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
      const at = now().toISOString();
      const name = `${at.replace(/[:.]/g, '-')}-${readerId}-${randomBytes(4).toString('hex')}`;
      await write(join(folder, `${name}.txt`), `${letter.to}\n${letter.subject}\n\n${letter.text}`);
      await write(join(folder, `${name}.json`), `${JSON.stringify({ at, ...letter }, null, 2)}\n`);
    },
    async forget(readerId) {
      const files = await readdir(folder).catch(() => []);
      const theirs = files.filter((file) => file.includes(`-${readerId}-`));
      await Promise.all(theirs.map((file) => rm(join(folder, file), { force: true })));
    },
    close: () => {},
  };
}

/** Writes beside and renames, so that whoever lists the folder sees whole files. */
async function write(file: string, content: string): Promise<void> {
  await writeFile(`${file}.part`, content, { mode: OWNER_ONLY });
  await rename(`${file}.part`, file);
}
