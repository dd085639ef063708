import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * A way to start PostgreSQL's programs, which refuse to run as root and cannot make a cluster for a user without a name.
 */
export interface RunAs {
  /** Words of the command that is put before the program. */
  readonly prefix: readonly string[];
  /** The user the server will be, and who must own its files; absent when that is the user of this process. */
  readonly user?: SystemUser;
  /** Whether `prefix` does not change the user and the spawn has to. */
  readonly switchUser?: true;
}

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user without rights that every Linux has.
 *
 * Daemons of the system may run as this user too. So that they do not get at our files, the server has a group that no
 * process is in otherwise, from the range of numbers that distributions leave free.
 */
const NOBODY: SystemUser = { uid: 65_534, gid: 60_978 };

/** Root of a user namespace loses its rights there and is called nobody; outside, the files it makes are still root's. */
const NAMESPACE = ['--user', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.uid}`];

/**
 * Lets a server without rights enter a folder that is closed to all but root, such as root's home.
 *
 * The security bit is for access(2), by which the programs look for one another: without it, it leaves the capability
 * of an ordinary user out of account.
 */
const ENTER_CLOSED_FOLDERS = [
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
  '--securebits=+no_setuid_fixup',
];

/** The ways that may work for this process and cluster, the best first; which of them does has to be tried. */
export function waysToRun(cluster: string): RunAs[] {
  if (process.platform === 'win32') return [{ prefix: [] }];
  if (process.getuid?.() === 0) return waysOfRoot(cluster);
  return hasName() ? inOwnName() : [...inNamespace(), ...inOwnName()];
}

function waysOfRoot(cluster: string): RunAs[] {
  // Whose cluster it is stays as it is: that user may want to start the portal without root next time.
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner !== undefined && owner.uid !== 0) return asUser({ uid: owner.uid, gid: owner.gid });
  return process.platform === 'linux' ? [...inNamespace(), ...asUser(NOBODY)] : [];
}

function inOwnName(): RunAs[] {
  return deathSignals().map((prefix) => ({ prefix }));
}

function inNamespace(): RunAs[] {
  const unshare = findTool('unshare');
  if (unshare === undefined) return [];
  return deathSignals().map((deathSignal) => ({ prefix: [unshare, ...NAMESPACE, ...deathSignal] }));
}

function asUser(user: SystemUser): RunAs[] {
  const plain = deathSignals().map((prefix): RunAs => ({ prefix, user, switchUser: true }));
  const setpriv = findTool('setpriv');
  if (setpriv === undefined) return plain;
  const become = [setpriv, `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...ENTER_CLOSED_FOLDERS];
  return [...plain, ...deathSignals().map(([, ...options]): RunAs => ({ prefix: [...become, ...options], user }))];
}

/**
 * Commands that make the kernel shut a program down when we die, and the empty one for where there is none.
 *
 * The signal is SIGINT, a fast and clean shutdown to PostgreSQL. Changing the user forgets it, so it is set last.
 */
function deathSignals(): string[][] {
  const setpriv = findTool('setpriv');
  return setpriv === undefined ? [[]] : [[setpriv, '--pdeathsig', 'INT'], []];
}

function findTool(name: string): string | undefined {
  return ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/usr/local/bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}
