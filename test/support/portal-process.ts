import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../dist/gateway/portal.server.js', import.meta.url));
const READY_MS = 30_000;

/** A portal in a process of its own, as `npm start` runs it after building. */
export interface PortalProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it has said so far. */
  readonly said: () => { stdout: string; stderr: string };
  /** Sends a signal and waits for the end: the exit code, or the signal it died of. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

export type Environment = Readonly<Record<string, string>>;

/** Starts a portal and waits until it says where it is. Rejects with what it said when it ends before that. */
export async function startPortalProcess(environment: Environment): Promise<PortalProcess> {
  const { child, said } = spawnPortal(environment);
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time: ${said().stderr}`)), READY_MS);
    child.stdout?.on('data', () => {
      const address = /https?:\/\/localhost:\d+(?=\/graphql)/.exec(said().stdout)?.[0];
      if (!address) return;
      clearTimeout(timer);
      resolve(address);
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}: ${said().stderr}`));
    });
  });
  return { url, child, said, end: (signal) => end(child, signal) };
}

/** Runs a portal that is expected not to start: its exit code and what it said. */
export async function failToStart(
  environment: Environment,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const { child, said } = spawnPortal(environment);
  const [code] = await once(child, 'exit');
  return { code, ...said() };
}

function spawnPortal(environment: Environment) {
  const child = spawn(process.execPath, ['--enable-source-maps', SERVER], {
    // Nothing of the test run's own settings reaches it.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, HOST: '127.0.0.1', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = { stdout: '', stderr: '' };
  child.stdout.on('data', (text) => {
    heard.stdout += text;
  });
  child.stderr.on('data', (text) => {
    heard.stderr += text;
  });
  return { child, said: () => heard };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  const [code, by] = await ended;
  return code ?? by;
}
