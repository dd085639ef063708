import { beforeEach, describe, expect, it } from 'vitest';
import { tellLapses } from '../../../services/accounts/access/tell-lapses.ts';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';

const service = useService(accounts);
const SINCE = new Date('2026-05-01T09:00:00.000Z');
const UNTIL = new Date('2026-06-01T09:00:00.000Z');
const BEFORE = new Date(UNTIL.getTime() - 1);
const em = () => service.running.database.orm.em.fork();
const tell = (now: Date, batch?: number) => tellLapses(em(), now, batch);

beforeEach(async () => {
  await em().execute('delete from role_grant');
  await em().execute('delete from api_client');
  await em().execute('delete from outbox_event');
});

interface Traits {
  readonly personId?: string;
  readonly until?: Date | null;
  readonly revokedAt?: Date | null;
  readonly scopeId?: string;
}

async function givenGrant({ until = UNTIL, revokedAt = null, scopeId = 'KE', ...traits }: Traits = {}) {
  const [grantId, personId] = [newId('role_grant'), traits.personId ?? newId('person')];
  await em().execute(
    `insert into person (id, display_name, created_at) values (?, 'Tester', now()) on conflict do nothing`,
    [personId],
  );
  await em().execute(
    `insert into role_grant (id, person_id, role, scope_kind, scope_id, since, until, revoked_at)
     values (?, ?, 'PARTNER', 'COUNTRY', ?, ?, ?, ?)`,
    [grantId, personId, scopeId, SINCE, until, revokedAt],
  );
  return { grantId, personId };
}

async function givenClient(expiresAt: Date | null, revokedAt: Date | null = null): Promise<string> {
  const id = newId('api_client');
  await em().execute(
    `insert into api_client (id, name, country_code, key_hash, created_at, created_by_id, expires_at, revoked_at)
     values (?, 'System', 'KE', ?, ?, 'person_0', ?, ?)`,
    [id, id, SINCE, expiresAt, revokedAt],
  );
  return id;
}

async function told(): Promise<readonly object[]> {
  return em().execute('select type, payload from outbox_event order by type, id');
}

describe('a role or a key that ends by its date', () => {
  it('is told once, at that instant and not before', async () => {
    const { grantId, personId } = await givenGrant();
    const apiClientId = await givenClient(UNTIL);

    expect(await tell(BEFORE)).toBe(0);
    expect(await told()).toEqual([]);
    expect([await tell(UNTIL), await tell(UNTIL)]).toEqual([2, 0]);

    expect(await told()).toEqual([
      { type: 'ApiClientRevoked', payload: { apiClientId, countryCode: 'KE' } },
      {
        type: 'GrantRevoked',
        payload: { grantId, personId, role: 'PARTNER', scopeKind: 'COUNTRY', scopeId: 'KE' },
      },
    ]);
  });

  it('is not told where it was revoked, has no end, or is held by another grant', async () => {
    await givenGrant({ revokedAt: BEFORE });
    await givenGrant({ until: null });
    await givenClient(null);
    await givenClient(UNTIL, BEFORE);
    const { personId } = await givenGrant();
    await givenGrant({ personId, until: null });

    await tell(UNTIL);

    expect(await told()).toEqual([]);
  });

  it('is told where the same person holds the role elsewhere', async () => {
    const { personId } = await givenGrant();
    await givenGrant({ personId, until: null, scopeId: 'TR' });

    await tell(UNTIL);

    expect(await told()).toHaveLength(1);
  });

  it('is told once by several processes at once, in whatever batches', async () => {
    for (let count = 0; count < 7; count++) await givenGrant();

    await Promise.all([tell(UNTIL, 2), tell(UNTIL, 2), tell(UNTIL, 2)]);
    await tell(UNTIL);

    expect(await told()).toHaveLength(7);
  });
});
