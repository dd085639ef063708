import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';

/** A partner's system as the graph reads it. */
export interface ApiClientRow {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly country_code: string;
  readonly created_at: Date;
  readonly expires_at: Date | null;
  readonly revoked_at: Date | null;
}

const COLUMNS = 'id, name, country_code, created_at, expires_at, revoked_at';

const API_CLIENT_BY_ID = statement(
  'api_client_by_id',
  `select id as key, ${COLUMNS} from api_client where id = any($1::text[])`,
);

export interface ApiClientLoaders {
  readonly apiClientById: DataLoader<string, ApiClientRow | null>;
  /** All of them, the oldest first; the owner is the empty string. */
  readonly apiClients: DataLoader<PageOf, Cut<ApiClientRow>, string>;
}

export function apiClientLoaders(read: Reader): ApiClientLoaders {
  return {
    apiClientById: keyedLoader<ApiClientRow>(read, API_CLIENT_BY_ID),
    apiClients: pagedLoader<ApiClientRow>(read, {
      name: 'api_clients',
      columns: COLUMNS,
      table: 'api_client',
      owner: null,
      order: [
        { column: 'created_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
    }),
  };
}
