import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { DataFolder } from '../data-folder/data-folder.ts';
import { ENVIRONMENT, type ServerPrograms } from '../programs/server-programs.ts';
import { systemErrorCode } from '../refusal.ts';
import { readPidFile } from './pid-file.ts';
import { type Postmaster, signalPostmaster } from './postmaster.ts';

/**
 * Starts the server through pg_ctl; undefined when it ended before it was ready.
 *
 * The server refuses the rights of an administrator, which a Windows session often has, and pg_ctl drops them.
 */
export async function launchOnWindows(
  programs: ServerPrograms,
  folder: DataFolder,
  options: string[],
): Promise<Postmaster | undefined> {
  const pgCtl = spawn(
    programs.pgCtl,
    ['start', '--wait', '--timeout=120', '-D', folder.cluster, '-l', folder.log, '-o', options.join(' ')],
    // The server inherits what pg_ctl has, so an open pipe or log of ours would be held for as long as it runs.
    { env: ENVIRONMENT, stdio: 'ignore', windowsHide: true },
  );
  const [exitCode] = await once(pgCtl, 'exit');
  const pid = readPidFile(folder.cluster)?.pid;
  if (exitCode !== 0 || pid === undefined) return undefined;

  const postmaster = { pid, isRunning: () => isProcess(pid) };
  process.once('exit', () => {
    if (postmaster.isRunning()) signalPostmaster(programs, postmaster, 'SIGINT');
  });
  return postmaster;
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return systemErrorCode(error) === 'EPERM';
  }
}
