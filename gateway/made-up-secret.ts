import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A secret that the portal made up for itself and keeps in its data folder, readable by its user alone.
 *
 * The first call makes it, the later ones read it, also across restarts. `bytes` of randomness, in base64url.
 */
export async function madeUpSecret(dataDir: string, name: string, bytes: number): Promise<string> {
  const file = join(dataDir, name);
  await mkdir(dataDir, { recursive: true });
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept.trim() !== '') return kept.trim();
  const made = randomBytes(bytes).toString('base64url');
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}
