import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { operation } from '../support/operations.ts';
import { type PortalProcess, startPortalProcess } from '../support/portal-process.ts';

/** Long enough for what libraries do in the background after a start. */
const OBSERVED_MS = 3_000;

let folder: string;
let portal: PortalProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'erikti-outbound-'));
  const preload = new URL('../support/connections/note-connections.ts', import.meta.url);
  portal = await startPortalProcess({
    DATA_DIR: join(folder, 'data'),
    NODE_OPTIONS: `--import=${preload}`,
    CONNECTIONS_FILE: join(folder, 'connections'),
    // What would wake up a vendor's reporting, were it not off.
    APOLLO_KEY: 'service:erikti:key',
    APOLLO_GRAPH_REF: 'erikti@current',
    APOLLO_TELEMETRY_DISABLED: 'false',
    BETTER_AUTH_TELEMETRY: '1',
  });
}, 30_000);
afterAll(async () => {
  await portal?.end('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

it('opens no connection but to its database', async () => {
  await fetch(`${portal.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: operation('01-forum-page'), variables: { year: 2026 } }),
  });
  await fetch(`${portal.url}/`);
  await sleep(OBSERVED_MS);
  await portal.end('SIGTERM');

  const connections = (await readFile(join(folder, 'connections'), 'utf8'))
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

  const sockets = join(folder, 'data', 'postgres');
  expect(connections.length).toBeGreaterThan(5);
  expect(connections.filter((one) => !pathOf(one)?.startsWith(sockets))).toEqual([]);
}, 30_000);

/** The path of the unix socket that was connected to; undefined for anything else. */
function pathOf(connection: unknown): string | undefined {
  const [target] = [connection].flat();
  if (typeof target === 'string') return target;
  return typeof target === 'object' && target !== null && 'path' in target ? String(target.path) : undefined;
}
