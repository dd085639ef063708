import { describe, expect, it } from 'vitest';
import { accounts } from '../../../services/accounts/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';

const service = useService(accounts);
const EARLIER = Date.parse('2026-06-01T09:00:00Z');
const LATER = EARLIER + 60_000;

async function givenPerson(): Promise<string> {
  const id = newId('person');
  const em = service.running.database.orm.em.fork();
  await em.execute(`insert into person (id, display_name, created_at) values (?, 'Tester', now())`, [id]);
  return id;
}

function tell(type: string, payload: { personId: string; delegationId: string; focalPointId: string }, at: number) {
  const event = { id: newId('event'), type, occurredAt: at, payload };
  const { orm } = service.running.database;
  return receive(
    { service: 'accounts', orm, handlers: accounts.handlers, keys: TEST_KEYS, now: () => new Date(LATER) },
    event,
  );
}

async function openGrants(personId: string): Promise<readonly object[]> {
  return service.running.database.orm.em
    .fork()
    .execute('select role, scope_kind, scope_id from role_grant where person_id = ? and revoked_at is null', [
      personId,
    ]);
}

describe("a focal point's grant", () => {
  it('comes with their confirmation and goes with their removal', async () => {
    const told = {
      personId: await givenPerson(),
      delegationId: newId('delegation'),
      focalPointId: newId('focal_point'),
    };

    await tell('FocalPointConfirmed', told, EARLIER);
    const held = await openGrants(told.personId);
    await tell('FocalPointRemoved', told, LATER);

    expect(held).toEqual([{ role: 'FOCAL_POINT', scope_kind: 'DELEGATION', scope_id: told.delegationId }]);
    expect(await openGrants(told.personId)).toEqual([]);
  });

  it('does not come after word of the removal', async () => {
    const told = {
      personId: await givenPerson(),
      delegationId: newId('delegation'),
      focalPointId: newId('focal_point'),
    };

    await tell('FocalPointRemoved', told, LATER);
    await tell('FocalPointConfirmed', told, EARLIER);

    expect(await openGrants(told.personId)).toEqual([]);
  });

  it('stays with who was removed and named anew, in whatever order word comes', async () => {
    const before = {
      personId: await givenPerson(),
      delegationId: newId('delegation'),
      focalPointId: newId('focal_point'),
    };
    const after = { ...before, focalPointId: newId('focal_point') };

    await tell('FocalPointConfirmed', before, EARLIER);
    await tell('FocalPointConfirmed', after, LATER);
    await tell('FocalPointRemoved', before, EARLIER + 1);

    expect(await openGrants(before.personId)).toHaveLength(1);
  });

  it('is not made for somebody who is not there', async () => {
    const told = { personId: newId('person'), delegationId: newId('delegation'), focalPointId: newId('focal_point') };

    await tell('FocalPointConfirmed', told, EARLIER);

    expect(await openGrants(told.personId)).toEqual([]);
  });
});
