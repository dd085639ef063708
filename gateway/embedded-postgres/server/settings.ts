import type { Durability } from '../data-folder/data-folder.ts';

/** What every server is told on its command line, so that clusters made by older portals get today's settings too. */
const COMMON = {
  max_connections: '120',
  shared_buffers: '128MB',
  // Compiling a plan takes longer than the short queries of a portal do.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_checkpoints: 'off',
};

/** Gives up everything that protects data when the machine itself stops. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** Command line options for the settings of a server; `endpoint` adds where it listens. */
export function settingOptions(durability: Durability, endpoint: Readonly<Record<string, string>>): string[] {
  const settings = { ...COMMON, ...(durability === 'throw-away' && THROW_AWAY), ...endpoint };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
