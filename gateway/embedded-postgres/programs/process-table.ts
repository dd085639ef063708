import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { systemErrorCode } from '../refusal.ts';

/**
 * The command line of a process, or '' when there is no such process or it is only waiting to be reaped.
 *
 * Windows tells the name of the program alone.
 */
export function commandLineOf(pid: number): string {
  switch (process.platform) {
    case 'linux':
      return readProcFile(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    case 'win32':
      return outputOf('tasklist', ['/FI', `PID eq ${pid}`, '/NH', '/FO', 'CSV']);
    default:
      return outputOf('/bin/ps', ['-ww', '-o', 'command=', '-p', `${pid}`]);
  }
}

function readProcFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    // ESRCH: the process ended between opening and reading.
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ESRCH') return '';
    throw error;
  }
}

function outputOf(program: string, args: string[]): string {
  // Under the C locale, ps would not show the letters of other alphabets in a path.
  const env = { LC_ALL: 'en_US.UTF-8' };
  return spawnSync(program, args, { encoding: 'utf8', env, windowsHide: true }).stdout ?? '';
}
