import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../services/shared/settings.ts';
import { projectFolder } from './compose-file.ts';

/** How a process ended, and what it said. */
export interface Ending {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const alive = new Set<ChildProcess>();
// Whatever becomes of the tests, nothing they started stays.
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** A process of Node, of which the environment is what it is given and nothing else. */
export class Program {
  /** Settles when it has ended. */
  readonly ended: Promise<Ending>;
  /** Where it listens. Rejects with what it said when it ends before. */
  readonly ready: Promise<string>;
  readonly #child: ChildProcess;

  constructor(parameters: readonly string[], environment: Environment) {
    const child = spawn(process.execPath, parameters, {
      cwd: fileURLToPath(projectFolder),
      env: { NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    alive.add(child);
    this.#child = child;
    const said = { stdout: '', stderr: '' };
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.stderr += text;
    });
    const listening = Promise.withResolvers<string>();
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.stdout += text;
      const port = /is ready.*?http:\/\/[^\s:]+:(\d+)/s.exec(said.stdout)?.[1];
      if (port) listening.resolve(`http://127.0.0.1:${port}`);
    });
    this.ready = listening.promise;
    this.ended = once(child, 'close').then(([code]: unknown[]) => {
      alive.delete(child);
      listening.reject(new Error(`it ended before it was ready: ${said.stderr}${said.stdout}`));
      return { code: typeof code === 'number' ? code : null, ...said };
    });
    // Whoever waits for it hears of it; nobody has to.
    this.ready.catch(() => {});
  }

  /** Asks it to end (SIGTERM), or ends it (SIGKILL), and waits until it has. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<Ending> {
    this.#child.kill(signal);
    return this.ended;
  }
}

/** Ends everything that was started and still runs. */
export async function endPrograms(): Promise<void> {
  await Promise.all(
    [...alive].map(async (child) => {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
    }),
  );
}
