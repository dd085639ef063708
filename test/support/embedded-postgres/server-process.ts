import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Number of the process at the head of the server that runs on a data folder. */
export function serverPidOf(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10);
}

/** Whether a process runs; one that has ended and only waits for its parent to notice does not. */
export function isRunning(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Resolves when a condition holds; rejects when it has not come to hold within five seconds. */
export async function eventually(holds: () => boolean): Promise<void> {
  const givenUpAt = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > givenUpAt) throw new Error(`This did not come to hold: ${holds}`);
    await delay(5);
  }
}
