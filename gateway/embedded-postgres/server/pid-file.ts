import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemErrorCode } from '../refusal.ts';

/** What a server tells about itself in the `postmaster.pid` of its cluster. */
export interface PidFile {
  /** NaN when the disk was full or the machine stopped while the file was written. */
  readonly pid: number;
  readonly isReady: boolean;
}

/** Lines of `postmaster.pid`, counted from 0; see PostgreSQL's `src/include/utils/pidfile.h`. */
const LINE = { pid: 0, status: 7 };

const pidFilePath = (cluster: string) => join(cluster, 'postmaster.pid');

/** Reads `postmaster.pid`; undefined when the server that wrote it shut down in order. */
export function readPidFile(cluster: string): PidFile | undefined {
  try {
    const lines = readFileSync(pidFilePath(cluster), 'utf8').split('\n');
    return {
      pid: Number.parseInt(lines[LINE.pid] ?? '', 10),
      isReady: lines[LINE.status]?.trim() === 'ready',
    };
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Lets the next server take over the `postmaster.pid` of one that is gone.
 *
 * The number in it may since have been given to another process, as it is in every restarted container, and PostgreSQL
 * would refuse. It does accept the number of its own parent, which will be this process. The file must not simply be
 * removed: its other lines name the shared memory in which PostgreSQL looks for backends that outlived their server.
 */
export function releasePidFile(cluster: string, { pid }: PidFile): void {
  const path = pidFilePath(cluster);
  if (Number.isNaN(pid)) {
    rmSync(path);
    return;
  }
  // On Windows a process does not know its parent, and PostgreSQL looks at the number by other means.
  if (process.platform === 'win32') return;
  const [, ...rest] = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, [`${process.pid}`, ...rest].join('\n'));
}
