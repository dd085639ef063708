import type { DataFolder } from '../data-folder/data-folder.ts';
import type { Binaries } from '../programs/binaries.ts';
import { commandLineOf } from '../programs/process-table.ts';
import { readPidFile, releasePidFile } from './pid-file.ts';
import { type Postmaster, stopServer } from './postmaster.ts';

/**
 * Clears away the server of a portal that was killed.
 *
 * Only the holder of the folder's lock may ask for this: then the portal that owned the server is certainly gone. A
 * server that still runs is stopped rather than adopted, as it would not stop with this process.
 */
export async function stopLeftBehindServer(binaries: Binaries, folder: DataFolder): Promise<void> {
  const recorded = readPidFile(folder.cluster);
  if (recorded === undefined) return;
  await stopServer(binaries, postmasterOf(folder.cluster, recorded.pid));

  const abandoned = readPidFile(folder.cluster);
  if (abandoned !== undefined) releasePidFile(folder.cluster, abandoned);
}

/** The process of this number as long as it is a server of this cluster: numbers of ended processes are used again. */
function postmasterOf(cluster: string, pid: number): Postmaster {
  return {
    pid,
    isRunning: () => {
      if (Number.isNaN(pid)) return false;
      const commandLine = commandLineOf(pid);
      return (
        commandLine.includes('postgres') && (process.platform === 'win32' || commandLine.includes(`-D ${cluster} `))
      );
    },
  };
}
