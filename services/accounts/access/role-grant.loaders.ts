import type DataLoader from 'dataloader';
import type { Role, ScopeKind } from '../../shared/access/access.rules.ts';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';

/** A grant as the graph reads it. */
export interface RoleGrantRow {
  readonly key: string;
  readonly id: string;
  readonly person_id: string;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string | null;
  readonly since: Date;
  readonly until: Date | null;
  readonly granted_by_id: string | null;
  readonly revoked_at: Date | null;
}

const COLUMNS = 'id, person_id, role, scope_kind, scope_id, since, until, granted_by_id, revoked_at';

const GRANT_BY_ID = statement('grant_by_id', `select id as key, ${COLUMNS} from role_grant where id = any($1::text[])`);
const GRANTS_BY_PERSON = statement(
  'grants_by_person',
  `select person_id as key, ${COLUMNS} from role_grant where person_id = any($1::text[]) order by since, id`,
);

export interface RoleGrantLoaders {
  readonly grantById: DataLoader<string, RoleGrantRow | null>;
  /** All that a person was ever granted, the oldest first. */
  readonly grantsByPerson: DataLoader<string, RoleGrantRow[]>;
}

export function roleGrantLoaders(read: Reader): RoleGrantLoaders {
  return {
    grantById: keyedLoader<RoleGrantRow>(read, GRANT_BY_ID),
    grantsByPerson: keyedListLoader<RoleGrantRow>(read, GRANTS_BY_PERSON),
  };
}
