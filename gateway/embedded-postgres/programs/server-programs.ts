import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, lchownSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { EmbeddedPostgresRefusal } from '../refusal.ts';
import type { Binaries } from './binaries.ts';
import { type RunAs, waysToRun } from './run-as.ts';

/** PostgreSQL's programs together with the way that was found to run them on one data folder. */
export interface ServerPrograms extends Binaries {
  readonly runAs: RunAs;
  /** Major version of PostgreSQL, such as '18'. */
  readonly majorVersion: string;
}

/** Nothing of our own environment: PGHOST, PGOPTIONS, LC_ALL and the like would change what the programs do. */
export const ENVIRONMENT = {
  ...(process.platform === 'win32' ? {} : { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin' }),
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Leaves with the version if the server would get at its folder and its libraries run on this system. */
const TRY_OUT = '[ -x "$1" ] || { echo "it cannot enter $1" >&2; exit 1; }; exec "$2" --version';

/** Tries the ways to run PostgreSQL on this folder and settles for the first that works; throws a refusal if none does. */
export function findWayToRun(binaries: Binaries, folder: DataFolder): ServerPrograms {
  let problem = 'no way is known';
  for (const runAs of waysToRun(folder.cluster)) {
    const attempt = tryOut(runAs, binaries.postgres, folder.root);
    if ('majorVersion' in attempt) return { ...binaries, runAs, majorVersion: attempt.majorVersion };
    problem = attempt.problem;
  }
  throw new EmbeddedPostgresRefusal(
    process.getuid?.() === 0
      ? 'PostgreSQL does not run as root, and here neither in a user namespace nor as another user ' +
          `(${problem}). Start the portal as an ordinary user or set DATABASE_URL to a PostgreSQL of your own.`
      : `PostgreSQL cannot run here (${problem}). Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

function tryOut(runAs: RunAs, postgres: string, root: string): { majorVersion: string } | { problem: string } {
  try {
    openFolderTo(runAs, root);
  } catch (error) {
    return { problem: `${error}` };
  }
  const { file, args } =
    process.platform === 'win32'
      ? commandLine(runAs, postgres, ['--version'])
      : commandLine(runAs, '/bin/sh', ['-c', TRY_OUT, 'sh', root, postgres]);
  const { error, stdout, stderr } = spawnSync(file, args, { ...spawnOptions(runAs, root), encoding: 'utf8' });
  const majorVersion = /\(PostgreSQL\) (\d+)/.exec(stdout ?? '')?.[1];
  if (majorVersion !== undefined) return { majorVersion };
  return { problem: error?.message ?? (stderr.trim().split('\n').at(-1) || 'it gives no version') };
}

/**
 * Starts a program, with its output in the log.
 *
 * It gets a process group of its own, as Ctrl+C in a terminal would otherwise stop the server while the portal is still
 * answering its last requests. It does not outlive us, whether or not anybody remembers to stop it.
 */
export function startProgram(runAs: RunAs, program: string, args: string[], folder: DataFolder): ChildProcess {
  const command = commandLine(runAs, program, args);
  // Opened here and inherited, so that the server need not be able to open it.
  const log = openSync(folder.log, 'a');
  const child = spawn(command.file, command.args, {
    ...spawnOptions(runAs, folder.root),
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  const lastResort = () => child.kill('SIGINT');
  process.on('exit', lastResort);
  const forget = () => process.off('exit', lastResort);
  child.once('exit', forget).once('error', forget);
  return child;
}

/** Makes the server's user the owner of a file or folder and all that is in it. */
export function giveToServer({ user }: RunAs, path: string): void {
  if (user === undefined || statSync(path).uid === user.uid) return;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
  // The folder itself comes last: its owner tells whether the work was finished.
  chownSync(path, user.uid, user.gid);
}

/** Lets the server's user pass through the data folder to what is its own in there, and no other user. */
function openFolderTo({ user }: RunAs, root: string): void {
  if (user === undefined) return;
  const { uid } = statSync(root);
  if (uid === user.uid) return;
  chownSync(root, uid, user.gid);
  chmodSync(root, 0o710);
}

function commandLine({ prefix }: RunAs, program: string, args: string[]): { file: string; args: string[] } {
  const [wrapper, ...wrapperArgs] = prefix;
  return wrapper === undefined ? { file: program, args } : { file: wrapper, args: [...wrapperArgs, program, ...args] };
}

function spawnOptions({ user, switchUser }: RunAs, cwd: string) {
  return { cwd, env: ENVIRONMENT, windowsHide: true, ...(switchUser && user) };
}
