import type { EntityManager } from '@mikro-orm/postgresql';
import type { Role, ScopeKind } from '../../shared/access/access.rules.ts';
import { publish } from '../../shared/journal/journal.ts';
import type { Upkeep } from '../../shared/upkeep.ts';

const BATCH = 100;

interface LapsedGrant {
  readonly id: string;
  readonly person_id: string;
  readonly role: Role;
  readonly scope_kind: ScopeKind;
  readonly scope_id: string | null;
  /** Whether another grant gives the same role over the same scope now. */
  readonly is_held: boolean;
}

interface LapsedClient {
  readonly id: string;
  readonly country_code: string;
}

/** Which of a table's rows run out by an instant and were not told of; locked, so that no other process tells them. */
const due = (table: string, until: string) => `
  select id from ${table} where ${until} <= ? and revoked_at is null and lapse_told_at is null
  order by ${until}, id limit ? for update skip locked`;

/** Roles and keys end by their date, without anybody's act: other services are told within minutes, as if they were revoked. */
export const lapseUpkeep: Upkeep = {
  name: 'lapses',
  schedule: '*/5 * * * *',
  async run({ em, now, log }) {
    const told = await tellLapses(em, now());
    if (told > 0) log.info({ told }, 'roles and keys that ran out');
  },
};

/** Tells of roles and keys that have run out, each once. In batches; returns how many. */
export async function tellLapses(em: EntityManager, now: Date, batch = BATCH): Promise<number> {
  for (let total = 0; ; ) {
    const [grants, clients] = await em.fork().transactional(async (tx) => {
      return [await tellGrants(tx, now, batch), await tellClients(tx, now, batch)];
    });
    total += grants + clients;
    if (Math.max(grants, clients) < batch) return total;
  }
}

async function tellGrants(tx: EntityManager, now: Date, batch: number): Promise<number> {
  const lapsed = await tx.execute<LapsedGrant[]>(
    `update role_grant as lapsed set lapse_told_at = ? where id in (${due('role_grant', 'until')})
     returning id, person_id, role, scope_kind, scope_id, exists (
       select from role_grant as other
       where other.person_id = lapsed.person_id and other.role = lapsed.role and other.scope_kind = lapsed.scope_kind
         and other.scope_id is not distinct from lapsed.scope_id and other.revoked_at is null
         and other.since <= ? and (other.until is null or other.until > ?)) as is_held`,
    [now, now, batch, now, now],
  );
  for (const grant of lapsed.filter(({ is_held: isHeld }) => !isHeld)) {
    const { id: grantId, person_id: personId, role, scope_kind: scopeKind, scope_id: scopeId } = grant;
    publish(tx, 'GrantRevoked', { grantId, personId, role, scopeKind, scopeId }, now);
  }
  return lapsed.length;
}

async function tellClients(tx: EntityManager, now: Date, batch: number): Promise<number> {
  const lapsed = await tx.execute<LapsedClient[]>(
    `update api_client set lapse_told_at = ? where id in (${due('api_client', 'expires_at')}) returning id, country_code`,
    [now, now, batch],
  );
  for (const { id: apiClientId, country_code: countryCode } of lapsed) {
    publish(tx, 'ApiClientRevoked', { apiClientId, countryCode }, now);
  }
  return lapsed.length;
}
