import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DataFolder, removeUnfinishedClusters, unfinishedClusterPrefix } from '../data-folder/data-folder.ts';
import { failureInLog } from '../data-folder/server-log.ts';
import { giveToServer, type ServerPrograms, startProgram } from '../programs/server-programs.ts';
import { EmbeddedPostgresRefusal, systemErrorCode } from '../refusal.ts';

/** Name of the cluster's superuser. */
export const SUPERUSER = 'erikti';

/** Makes sure that the data folder holds a whole cluster of our version; throws a refusal if it holds another one. */
export async function ensureCluster(programs: ServerPrograms, folder: DataFolder): Promise<void> {
  removeUnfinishedClusters(folder);
  if (existsSync(folder.cluster)) {
    refuseOtherVersion(programs, folder);
    giveToServer(programs.runAs, folder.cluster);
  } else {
    await makeCluster(programs, folder);
  }
}

/** Made beside its place and renamed when it is whole: an interrupted initdb leaves nothing that looks like a cluster. */
async function makeCluster(programs: ServerPrograms, folder: DataFolder): Promise<void> {
  const unfinished = mkdtempSync(unfinishedClusterPrefix(folder));
  giveToServer(programs.runAs, unfinished);

  const initdb = startProgram(
    programs.runAs,
    programs.initdb,
    [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      '--encoding=UTF8',
      // Knows the upper and lower case of every alphabet, and sorts alike on every operating system.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...authentication(folder),
      ...(folder.durability === 'throw-away' ? ['--no-sync'] : []),
    ],
    folder,
  );
  const [exitCode] = await once(initdb, 'exit');
  if (exitCode !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw failureInLog(folder, 'PostgreSQL could not make a cluster');
  }
  renameSync(unfinished, folder.cluster);
}

/** Whoever reaches the private socket is us and is trusted; a TCP port anybody on the machine can reach. */
function authentication(folder: DataFolder): string[] {
  if (process.platform !== 'win32') return ['--auth-local=trust', '--auth-host=reject'];
  writeFileSync(folder.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return ['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', `--pwfile=${folder.password}`];
}

function refuseOtherVersion({ majorVersion }: ServerPrograms, folder: DataFolder): void {
  const found = readVersion(folder);
  if (found === majorVersion) return;
  throw new EmbeddedPostgresRefusal(
    found === undefined
      ? `The folder ${folder.cluster} is not a PostgreSQL cluster. Move it away or set DATA_DIR to another folder.`
      : `The data folder ${folder.root} was made by PostgreSQL ${found}, and this portal brings PostgreSQL ${majorVersion}. ` +
          'Move it away or set DATA_DIR to another folder.',
  );
}

function readVersion(folder: DataFolder): string | undefined {
  try {
    return readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
