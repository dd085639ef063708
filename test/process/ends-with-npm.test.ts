import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SERVER = fileURLToPath(new URL('../../dist/gateway/portal.server.js', import.meta.url));

it.skipIf(process.platform === 'win32')(
  'ends with npm, though a shell between them keeps the signal',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'erikti-npm-'));
    // What follows keeps the shell from becoming the portal.
    const shell = spawn('sh', ['-c', `"${process.execPath}" "${SERVER}"; exit $?`], {
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: folder, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    const ended = once(shell.stdout, 'close');
    shell.stdout.on('data', (text) => {
      said += text;
    });
    await expect.poll(() => said, { timeout: 30_000 }).toContain('Ctrl-C stops it');

    shell.kill('SIGTERM');

    // The portal is the last that could write there.
    await ended;
    await rm(folder, { recursive: true });
  },
  60_000,
);
