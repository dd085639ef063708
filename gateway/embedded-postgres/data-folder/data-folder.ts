import { accessSync, constants, existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresRefusal, notWritable, systemErrorCode } from '../refusal.ts';

/** `crash-safe` keeps what was committed whatever happens; `throw-away` is faster and is removed when it stops. */
export type Durability = 'crash-safe' | 'throw-away';

/** Where things lie in the folder that holds a cluster. All paths are absolute. */
export interface DataFolder {
  readonly root: string;
  readonly durability: Durability;
  /** What PostgreSQL calls its data directory. It appears in one rename, complete. */
  readonly cluster: string;
  readonly lock: string;
  /** Number of the process that holds `lock`. */
  readonly owner: string;
  readonly log: string;
  readonly previousLog: string;
  /** Folder of the unix socket, or a link to it where the path would be too long. */
  readonly socket: string;
  /** Password of the superuser, where there are no unix sockets. */
  readonly password: string;
}

const UNFINISHED = 'unfinished-';

/**
 * Opens the folder of a cluster, creating it when it is missing.
 *
 * Throws a refusal when it is a file, cannot be written, or holds something that is not ours. The two durabilities have
 * clusters of different names, so that a test can never take the portal's folder for one that it may remove.
 */
export function openDataFolder(dataDir: string, durability: Durability): DataFolder {
  const root = createFolder(resolve(dataDir));
  const folder: DataFolder = {
    root,
    durability,
    cluster: join(root, durability === 'crash-safe' ? 'cluster' : 'throw-away-cluster'),
    lock: join(root, 'portal.lock'),
    owner: join(root, 'portal.pid'),
    log: join(root, 'server.log'),
    previousLog: join(root, 'server.previous.log'),
    socket: join(root, 'socket'),
    password: join(root, 'server.password'),
  };
  refuseForeignContent(folder);
  return folder;
}

/** Prefix for `mkdtemp` of a cluster that is still being made. */
export function unfinishedClusterPrefix(folder: DataFolder): string {
  return join(folder.root, UNFINISHED);
}

/** Removes what an interrupted initdb left. Only the holder of the lock may ask for this. */
export function removeUnfinishedClusters(folder: DataFolder): void {
  for (const entry of readdirSync(folder.root)) {
    if (entry.startsWith(UNFINISHED)) rmSync(join(folder.root, entry), { recursive: true, force: true });
  }
}

function createFolder(path: string): string {
  try {
    makeFolder(path);
    readdirSync(path);
    accessSync(path, constants.W_OK | constants.X_OK);
    // One spelling per folder: a server that was left behind is recognised by the path in its command line.
    return realpathSync(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw notWritable(path, error);
    throw new EmbeddedPostgresRefusal(
      `The data folder ${path} is a file or lies below one. Set DATA_DIR to a folder.`,
      { cause: error },
    );
  }
}

/** Makes a folder and those above it; Node's own way to do that never returns on a file system that takes no folders. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    makeFolder(dirname(path));
    mkdirSync(path, { mode: 0o700 });
  }
}

function refuseForeignContent(folder: DataFolder): void {
  if (existsSync(folder.cluster)) return;
  const { lock, owner, log, previousLog, socket, password } = folder;
  const ours = new Set([lock, owner, log, previousLog, socket, password].map((path) => basename(path)));
  // Hidden files and `lost+found` come with version control, desktops and freshly mounted disks.
  const foreign = readdirSync(folder.root).find(
    (entry) => !ours.has(entry) && !entry.startsWith(UNFINISHED) && !entry.startsWith('.') && entry !== 'lost+found',
  );
  if (foreign === undefined) return;
  throw new EmbeddedPostgresRefusal(
    `The data folder ${folder.root} holds something that is not the portal's: ${foreign}. Set DATA_DIR to another folder.`,
  );
}
