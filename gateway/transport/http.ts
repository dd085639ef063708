import type { CryptoKey } from 'jose';
import { Pool } from 'undici';
import { signScope } from '../../services/shared/execution/gateway-token.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../services/shared/execution/subgraph-request.ts';
import type { FileAnswer } from '../../services/shared/files/file.ts';
import { FILE_HEADER, FILES_PATH, heard } from '../../services/shared/files/file-wire.ts';
import { GATEWAY_TOKEN_HEADER } from '../../services/shared/http/gateway-headers.ts';
import { outOfReach, type Transport } from './transport.ts';

const CONNECTIONS = 32;
/** Files have connections of their own: whoever takes long over one keeps no operation waiting. */
const FILE_CONNECTIONS = 64;
const READINESS_MS = 2_000;

/** The way to services in processes of their own: kept-alive connections, signed requests, one deadline. */
export function httpTransport(origins: ReadonlyMap<string, string>, signingKey: CryptoKey): Transport {
  const poolsOf = (connections: number) =>
    new Map([...origins].map(([name, origin]) => [name, new Pool(origin, { connections })]));
  const pools = poolsOf(CONNECTIONS);
  const filePools = poolsOf(FILE_CONNECTIONS);
  return {
    async send(name, { scope, ...operation }) {
      const pool = pools.get(name);
      if (!pool) throw outOfReach(name);
      const body = JSON.stringify(operation);
      const token = await signScope(signingKey, name, body, scope);
      try {
        return await post(pool, body, token, scope);
      } catch (cause) {
        throw outOfReach(name, cause);
      }
    },
    async openFile(name, { scope, kind, id, query }) {
      const pool = filePools.get(name);
      if (!pool) throw outOfReach(name);
      const body = JSON.stringify({ kind, id, query });
      const token = await signScope(signingKey, name, body, scope);
      try {
        return await open(pool, body, token, scope);
      } catch (cause) {
        throw outOfReach(name, cause);
      }
    },
    async readiness() {
      return Object.fromEntries(
        await Promise.all([...pools].map(async ([name, pool]) => [name, await isReady(pool)] as const)),
      );
    },
    async close() {
      await Promise.all([
        ...[...pools.values()].map((pool) => pool.close()),
        // Nobody is left to read what is still on its way.
        ...[...filePools.values()].map((pool) => pool.destroy()),
      ]);
    },
  };
}

async function isReady(pool: Pool): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(READINESS_MS);
    const response = await pool.request({ method: 'GET', path: '/health/ready', signal });
    await response.body.dump();
    return response.statusCode === 200;
  } catch {
    return false;
  }
}

async function post(
  pool: Pool,
  body: string,
  token: string,
  scope: SubgraphRequest['scope'],
): Promise<SubgraphResponse> {
  const response = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', [GATEWAY_TOKEN_HEADER]: token },
    body,
    signal: AbortSignal.timeout(Math.max(1, scope.deadlineAt - Date.now())),
  });
  if (response.statusCode !== 200) {
    await response.body.dump();
    throw new Error(`answered ${response.statusCode}`);
  }
  const answer: unknown = await response.body.json();
  if (!isSubgraphResponse(answer)) throw new Error('answered something that is no GraphQL response');
  return answer;
}

/** Waits until the deadline for the file to be open; then it may take its time. */
async function open(pool: Pool, body: string, token: string, scope: SubgraphRequest['scope']): Promise<FileAnswer> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), Math.max(1, scope.deadlineAt - Date.now()));
  try {
    const response = await pool.request({
      method: 'POST',
      path: FILES_PATH,
      headers: { 'content-type': 'application/json', [GATEWAY_TOKEN_HEADER]: token },
      body,
      signal: patience.signal,
    });
    const answer = response.statusCode === 200 ? heard(response.headers[FILE_HEADER], response.body) : null;
    if (answer === null || 'refusal' in answer) await response.body.dump();
    if (answer === null) throw new Error(`answered ${response.statusCode}`);
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

function isSubgraphResponse(answer: unknown): answer is SubgraphResponse {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}
