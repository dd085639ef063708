import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { DataFolder } from '../data-folder/data-folder.ts';
import type { RunAs } from '../programs/run-as.ts';
import { giveToServer } from '../programs/server-programs.ts';

/** Where the server is reached, and what it has to be told for that. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly password: string;
  readonly settings: Readonly<Record<string, string>>;
  close(): void;
}

/** Port number of a socket that has its folder to itself; only part of the file's name. */
const SOCKET_PORT = 5432;

/** The shortest limit among operating systems, macOS's, for the bytes of a socket path with its closing NUL. */
const SOCKET_PATH_LIMIT = 104;

const SHORT_FOLDER = 'erikti-';

/** Opens a place that only this user can connect to: a unix socket, or on Windows a local port with a password. */
export async function openEndpoint(folder: DataFolder, runAs: RunAs): Promise<Endpoint> {
  return process.platform === 'win32' ? openPort(folder) : openSocketFolder(folder, runAs);
}

function openSocketFolder(folder: DataFolder, runAs: RunAs): Endpoint {
  // A killed server leaves its socket, and with it the number of a process that may by now be another's.
  removeSocketFolder(folder);
  const host = makeSocketFolder(folder);
  giveToServer(runAs, host);
  return {
    host,
    port: SOCKET_PORT,
    password: '',
    settings: {
      listen_addresses: '',
      unix_socket_directories: `"${host.replaceAll('"', '""')}"`,
      unix_socket_permissions: '0700',
      // A backend that is busy with a query would not notice that the portal was killed, and hold up the next start.
      client_connection_check_interval: '5s',
    },
    close: () => removeSocketFolder(folder),
  };
}

function makeSocketFolder(folder: DataFolder): string {
  if (fitsSocket(folder.socket)) {
    mkdirSync(folder.socket, { mode: 0o700 });
    return folder.socket;
  }
  const parent = fitsSocket(join(tmpdir(), `${SHORT_FOLDER}XXXXXX`)) ? tmpdir() : '/tmp';
  const short = mkdtempSync(join(parent, SHORT_FOLDER));
  symlinkSync(short, folder.socket);
  return short;
}

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) < SOCKET_PATH_LIMIT;
}

function removeSocketFolder(folder: DataFolder): void {
  const found = lstatSync(folder.socket, { throwIfNoEntry: false });
  if (found?.isSymbolicLink()) {
    const short = readlinkSync(folder.socket);
    if (basename(short).startsWith(SHORT_FOLDER)) rmSync(short, { recursive: true, force: true });
  }
  rmSync(folder.socket, { recursive: true, force: true });
}

async function openPort(folder: DataFolder): Promise<Endpoint> {
  const port = await freePort();
  return {
    host: '127.0.0.1',
    port,
    password: readFileSync(folder.password, 'utf8'),
    settings: { listen_addresses: '127.0.0.1', port: `${port}`, unix_socket_directories: '' },
    close: () => {},
  };
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = createServer().once('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const address: AddressInfo | string | null = server.address();
    server.close(() => {
      if (address !== null && typeof address === 'object') resolve(address.port);
      else reject(new Error('No port is free on 127.0.0.1.'));
    });
  });
  return promise;
}
