import { rmSync } from 'node:fs';
import { type DataFolder, type Durability, openDataFolder } from './data-folder/data-folder.ts';
import { lockDataFolder } from './data-folder/folder-lock.ts';
import { beginServerLog } from './data-folder/server-log.ts';
import { type Binaries, locateBinaries } from './programs/binaries.ts';
import { findWayToRun } from './programs/server-programs.ts';
import { explainFolderError } from './refusal.ts';
import { ensureCluster, SUPERUSER } from './server/cluster.ts';
import { type Endpoint, openEndpoint } from './server/endpoint.ts';
import { stopLeftBehindServer } from './server/left-behind.ts';
import { stopServer } from './server/postmaster.ts';
import { startServer } from './server/start-server.ts';

export { EmbeddedPostgresRefusal } from './refusal.ts';

export interface EmbeddedPostgresOptions {
  /** Folder of the cluster; created when missing. */
  dataDir: string;
  /** 'crash-safe' for the portal; 'throw-away' for tests: nothing is synced to disk, and stop() removes the folder. */
  durability: Durability;
}

/** A PostgreSQL server that runs as long as this process does. */
export interface EmbeddedPostgres {
  /**
   * Settings of the superuser's connection, for the `pg` client.
   *
   * `host` is the folder of a unix socket that only this user can enter, or 127.0.0.1 on Windows.
   */
  readonly connection: { host: string; port: number; user: string; password: string; database: 'postgres' };
  /** The same as a URL that `pg` understands. */
  readonly url: string;
  /** Shuts the server down cleanly, breaking off open transactions. Calling it again is harmless. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, with its cluster in `dataDir`; makes the cluster at the first start.
 *
 * A server that a killed portal left behind is stopped first, and what was committed to it is kept. The new one ends
 * with this process, or with the worker thread that started it: at once on Linux, elsewhere at the next start if this
 * process is killed.
 *
 * Throws `EmbeddedPostgresRefusal` for what the operator can put right, such as a folder in use by another portal.
 */
export async function startEmbeddedPostgres({
  dataDir,
  durability,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const binaries = locateBinaries();
  const folder = openDataFolder(dataDir, durability);
  try {
    return await startIn(folder, binaries);
  } catch (error) {
    throw explainFolderError(folder.root, error);
  }
}

async function startIn(folder: DataFolder, binaries: Binaries): Promise<EmbeddedPostgres> {
  await using undo = new AsyncDisposableStack();
  const lock = lockDataFolder(folder);
  const isThrowAway = folder.durability === 'throw-away';
  if (isThrowAway) undo.defer(() => rmSync(folder.root, { recursive: true, force: true, maxRetries: 5 }));
  undo.defer(() => lock.release());

  await stopLeftBehindServer(binaries, folder);
  if (isThrowAway) rmSync(folder.cluster, { recursive: true, force: true });
  beginServerLog(folder);
  const programs = findWayToRun(binaries, folder);
  await ensureCluster(programs, folder);
  const endpoint = await openEndpoint(folder, programs.runAs);
  undo.defer(() => endpoint.close());
  const postmaster = await startServer(programs, folder, endpoint);
  undo.defer(() => stopServer(programs, postmaster));

  const whenStopped = undo.move();
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= whenStopped.disposeAsync();
    return stopped;
  };
  return { connection: connectionTo(endpoint), url: urlOf(endpoint), stop };
}

function connectionTo({ host, port, password }: Endpoint): EmbeddedPostgres['connection'] {
  return { host, port, user: SUPERUSER, password, database: 'postgres' };
}

function urlOf({ host, port, password }: Endpoint): string {
  const credentials = password === '' ? SUPERUSER : `${SUPERUSER}:${encodeURIComponent(password)}`;
  return `postgres://${credentials}@${encodeURIComponent(host)}:${port}/postgres`;
}
