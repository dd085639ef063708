import { existsSync, readFileSync, renameSync, statfsSync, writeFileSync } from 'node:fs';
import { EmbeddedPostgresRefusal, noSpaceLeft } from '../refusal.ts';
import type { DataFolder } from './data-folder.ts';

/** Begins an empty server log and keeps only the one before it, so that logs do not grow from start to start. */
export function beginServerLog(folder: DataFolder): void {
  if (existsSync(folder.log)) renameSync(folder.log, folder.previousLog);
  writeFileSync(folder.log, '', { mode: 0o600 });
}

/** What the server log holds since `beginServerLog`. */
export function readServerLog(folder: DataFolder): string {
  return readFileSync(folder.log, 'utf8');
}

const LAST_LINES = 8;

/** What stands before the words of an error: the server's time and process number, or the name of the program. */
const SEVERITY = /^.*?\b(PANIC|FATAL|error):\s*/;

/** A full disk takes the log with it, so the reason may not be written there. */
const FULL_DISK_BYTES = 1_000_000;

/** The refusal for a server program that failed: its own reason in `message`, the end of the log in `cause`. */
export function failureInLog(folder: DataFolder, what: string): EmbeddedPostgresRefusal {
  const lines = readServerLog(folder).trimEnd().split('\n').slice(-LAST_LINES);
  const cause = new Error(`The server log ends:\n${lines.join('\n')}`);
  const { bavail, bsize } = statfsSync(folder.root);
  if (/No space left on device/.test(cause.message) || bavail * bsize < FULL_DISK_BYTES)
    return noSpaceLeft(folder.root, cause);

  const line = lines.find((candidate) => SEVERITY.test(candidate)) ?? lines.at(-1) ?? '';
  const reason = line.replace(SEVERITY, '').replace(/\.?$/, '.');
  return new EmbeddedPostgresRefusal(
    `${what} in ${folder.root}: ${reason} See ${folder.log}, or set DATABASE_URL to a PostgreSQL of your own.`,
    { cause },
  );
}
