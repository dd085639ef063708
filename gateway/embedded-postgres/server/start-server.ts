import { setTimeout as delay } from 'node:timers/promises';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { failureInLog, readServerLog } from '../data-folder/server-log.ts';
import { type ServerPrograms, startProgram } from '../programs/server-programs.ts';
import type { Endpoint } from './endpoint.ts';
import { readPidFile } from './pid-file.ts';
import { type Postmaster, stopServer } from './postmaster.ts';
import { settingOptions } from './settings.ts';
import { launchOnWindows } from './windows-server.ts';

/** Enough to recover from a crash with as much write-ahead log as PostgreSQL lets come together. */
const START_MS = 120_000;

/** Longer than a busy backend takes to notice that it is alone (`client_connection_check_interval`), with a margin. */
const REMNANT_MS = 15_000;

const POLL_MS = 10;

/** Complaints of a server about remnants of the one before it, which go away by themselves. */
const REMNANT = /lock file ".*" already exists|pre-existing shared memory block/;

/** Starts the server of a cluster and waits until it takes connections. Throws a refusal with the reason from its log. */
export async function startServer(
  programs: ServerPrograms,
  folder: DataFolder,
  endpoint: Endpoint,
): Promise<Postmaster> {
  const launch = process.platform === 'win32' ? launchOnWindows : launchDirectly;
  const remnantsGoneAt = Date.now() + REMNANT_MS;
  for (;;) {
    const logged = readServerLog(folder).length;
    const postmaster = await launch(programs, folder, settingOptions(folder.durability, endpoint.settings));
    if (postmaster !== undefined) return postmaster;
    if (!REMNANT.test(readServerLog(folder).slice(logged)) || Date.now() > remnantsGoneAt) {
      throw failureInLog(folder, 'PostgreSQL did not start');
    }
    await delay(200);
  }
}

/** Runs the server as a child of ours; undefined when it ended before it was ready. */
async function launchDirectly(
  programs: ServerPrograms,
  folder: DataFolder,
  options: string[],
): Promise<Postmaster | undefined> {
  const child = startProgram(programs.runAs, programs.postgres, ['-D', folder.cluster, ...options], folder);
  // The server must not keep us from ending; it is stopped then.
  child.unref();
  const { pid } = child;
  if (pid === undefined) return undefined;

  const postmaster = { pid, isRunning: () => child.exitCode === null && child.signalCode === null };
  const givenUpAt = Date.now() + START_MS;
  while (postmaster.isRunning() && Date.now() < givenUpAt) {
    const told = readPidFile(folder.cluster);
    if (told?.pid === pid && told.isReady) return postmaster;
    await delay(POLL_MS);
  }
  await stopServer(programs, postmaster);
  return undefined;
}
