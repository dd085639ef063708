import { spawnSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from '../programs/binaries.ts';
import { systemErrorCode } from '../refusal.ts';

/** The process at the head of a PostgreSQL server: the one we started, or one that was left behind. */
export interface Postmaster {
  readonly pid: number;
  isRunning(): boolean;
}

/** How a server is asked to stop: at once but cleanly, then leaving recovery to the next start, then not asked at all. */
const SHUTDOWN: { signal: NodeJS.Signals; patienceMs: number }[] = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 6_000 },
  { signal: 'SIGKILL', patienceMs: 3_000 },
];

const POLL_MS = 10;

/** Stops a server and waits until it is gone. Throws when not even SIGKILL ends it. */
export async function stopServer(binaries: Binaries, postmaster: Postmaster): Promise<void> {
  for (const { signal, patienceMs } of SHUTDOWN) {
    if (!postmaster.isRunning()) return;
    signalPostmaster(binaries, postmaster, signal);
    const givenUpAt = Date.now() + patienceMs;
    while (postmaster.isRunning() && Date.now() < givenUpAt) await delay(POLL_MS);
  }
  if (postmaster.isRunning()) throw new Error(`The PostgreSQL server (process ${postmaster.pid}) does not stop.`);
}

/** Signals a server; Windows has no signals, and PostgreSQL's own substitute for them there is in pg_ctl. */
export function signalPostmaster({ pgCtl }: Binaries, { pid }: Postmaster, signal: NodeJS.Signals): void {
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['kill', signal.replace('SIG', ''), `${pid}`], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}
