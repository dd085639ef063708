import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { EmbeddedPostgresRefusal, explainFolderError, systemErrorCode } from '../refusal.ts';
import type { DataFolder } from './data-folder.ts';

/** The right to work in a data folder. */
export interface FolderLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/** How long SQLite waits out the instant in which two starters get in each other's way and neither holds the lock. */
const CONTENTION_MS = 300;

/**
 * Takes the data folder for this process, or throws a refusal that names the process that has it.
 *
 * The lock is an exclusive transaction on an empty SQLite file, because that is how Node reaches the file locks of the
 * operating system. They end with their holder, even when it is killed: nothing is ever stale, a process number that is
 * used again deceives nobody, and of two starters exactly one wins.
 */
export function lockDataFolder(folder: DataFolder): FolderLock {
  const file = openLockFile(folder);
  try {
    // The journal would be one more file, and left behind by a kill.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw isBusy(error) ? inUse(folder) : notLockable(folder, error);
  }
  const release = () => {
    process.off('exit', release);
    if (file.isOpen) file.close();
  };
  // The listener also keeps the file from being garbage collected, which would close it.
  process.on('exit', release);
  try {
    writeFileSync(folder.owner, `${process.pid}\n`);
  } catch (error) {
    release();
    throw explainFolderError(folder.root, error);
  }
  return { release };
}

function openLockFile(folder: DataFolder): DatabaseSync {
  try {
    const file = new DatabaseSync(folder.lock, { timeout: CONTENTION_MS });
    // Who can read a file can lock it.
    chmodSync(folder.lock, 0o600);
    return file;
  } catch (error) {
    throw notLockable(folder, error);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function inUse(folder: DataFolder): EmbeddedPostgresRefusal {
  const owner = readOwner(folder);
  return new EmbeddedPostgresRefusal(
    `The data folder ${folder.root} is in use by another portal${owner ? ` (process ${owner})` : ''}. ` +
      'Stop it or set DATA_DIR to another folder.',
  );
}

function readOwner(folder: DataFolder): string | undefined {
  try {
    return readFileSync(folder.owner, 'utf8').trim();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function notLockable(folder: DataFolder, cause: unknown): EmbeddedPostgresRefusal {
  return new EmbeddedPostgresRefusal(
    `The file ${folder.lock} cannot be locked. Make it writable for this user or set DATA_DIR to another folder.`,
    { cause },
  );
}
