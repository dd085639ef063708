import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { EmbeddedPostgres } from '../../../gateway/embedded-postgres/embedded-postgres.ts';

/** Another process that starts a server on a data folder. */
export interface OtherPortal {
  readonly process: ChildProcess;
  /** What came of its start. */
  readonly started: Promise<Started>;
  /** Ends it as `kill -9` does, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface Started {
  connection?: EmbeddedPostgres['connection'];
  refusal?: string;
}

const script = fileURLToPath(new URL('./hold-server.ts', import.meta.url));

export function startOtherPortal(
  dataDir: string,
  { ending = 'hold', env = {} }: { ending?: 'hold' | 'leave'; env?: Record<string, string> } = {},
): OtherPortal {
  const child = spawn(process.execPath, [script, dataDir, ending], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  return {
    process: child,
    started: readStarted(child),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function readStarted({ stdout }: ChildProcess): Promise<Started> {
  if (stdout === null) throw new Error('The other portal has no output.');
  for await (const line of createInterface(stdout)) return JSON.parse(line);
  throw new Error('The other portal ended without a word.');
}
