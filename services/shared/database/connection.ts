/** How to reach a PostgreSQL database, as the `pg` client takes it. `host` may be the folder of a unix socket. */
export interface DatabaseConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly ssl?: boolean;
}

/** Reads a `postgres://` URL; `sslmode=require` (or stricter) in its query turns TLS on. Throws for anything else. */
export function connectionFromUrl(url: string): DatabaseConnection {
  const parsed = new URL(url);
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    throw new TypeError('a PostgreSQL URL begins with postgres://');
  }
  const sslMode = parsed.searchParams.get('sslmode');
  return {
    host:
      parsed.searchParams.get('host') ??
      (decodeURIComponent(parsed.hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost'),
    port: Number(parsed.port || 5432),
    user: decodeURIComponent(parsed.username) || 'postgres',
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'postgres',
    ssl: sslMode !== null && sslMode !== 'disable' && sslMode !== 'prefer' && sslMode !== 'allow',
  };
}
