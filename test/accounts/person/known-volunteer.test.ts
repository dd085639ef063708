import { describe, expect, it } from 'vitest';
import { accounts } from '../../../services/accounts/subgraph.ts';
import type { Role, ScopeKind, Viewer } from '../../../services/shared/access/access.rules.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { askAccounts, givenPerson } from './people.ts';

const NOW = new Date('2026-06-15T09:00:00.000Z');
const UNTIL = '2026-12-01T00:00:00.000Z';
const NAMES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Person { displayName name { latin { family } } } }
}`;

let now = NOW;
const service = useService(accounts, () => now);
const KENYA = over('PARTNER', 'COUNTRY', 'KE');
const HOST = over('HOST_OFFICER', 'HOST_ORGANISATION', 'host_ke');

describe('the name of a volunteer', () => {
  it.each<[string, Viewer, string | null]>([
    ['the country that receives them', KENYA, 'Aizhan'],
    ['a system of that country', { ...KENYA, personId: null, apiClientId: 'api_client_ke' }, 'Aizhan'],
    ['the host that receives them', HOST, 'Aizhan'],
    ['another country', over('PARTNER', 'COUNTRY', 'TR'), null],
    ['another host', over('HOST_OFFICER', 'HOST_ORGANISATION', 'host_tr'), null],
    ['a focal point', over('FOCAL_POINT', 'COUNTRY', 'KE'), null],
    ['nobody in particular', { personId: null, apiClientId: null, grants: [] }, null],
  ])('is read by %s as it has to be, and the one in the passport is not', async (_who, viewer, displayName) => {
    const personId = await givenVolunteer();

    expect(await read(viewer, personId)).toEqual([{ displayName, name: null }]);
  });

  it('is read by nobody who need not know it yet, or any more', async () => {
    const stranger = await givenPerson(service.running, { display: 'Aizhan' });
    const volunteer = await givenVolunteer();
    now = new Date('2026-12-01T00:00:00.000Z');
    const after = await read(KENYA, volunteer);
    now = NOW;

    expect(await read(KENYA, stranger)).toEqual([{ displayName: null, name: null }]);
    expect(after).toEqual([{ displayName: null, name: null }]);
  });

  it('follows the latest version of the deployment, in whatever order word comes', async () => {
    const personId = await givenPerson(service.running, { display: 'Aizhan' });
    const deploymentId = newId('deployment');
    await tell({ personId, deploymentId, deploymentVersion: 3, until: null });
    await tell({ personId, deploymentId, deploymentVersion: 2 });
    const cancelled = await read(KENYA, personId);
    await tell({ personId, deploymentId, deploymentVersion: 4 });

    expect(cancelled).toEqual([{ displayName: null, name: null }]);
    expect(await read(KENYA, personId)).toEqual([{ displayName: 'Aizhan', name: null }]);
  });

  it('of somebody who is erased is noted by nobody', async () => {
    const personId = newId('person');
    await em().execute('insert into erased_person (person_id, erased_at) values (?, ?)', [personId, NOW]);

    await tell({ personId });

    expect(await em().execute('select * from known_volunteer where person_id = ?', [personId])).toEqual([]);
  });

  it('costs one statement for one volunteer and for fifty', async () => {
    const people: string[] = [];
    for (let index = 0; index < 50; index += 1) people.push(await givenVolunteer());
    const counts: number[] = [];
    for (const some of [people.slice(0, 1), people.slice(0, 3), people]) {
      counts.push((await statementsOf(() => read(KENYA, ...some))).length);
    }

    expect(counts).toEqual([1, 1, 1]);
  });
});

async function givenVolunteer(): Promise<string> {
  const personId = await givenPerson(service.running, {
    display: 'Aizhan',
    latin: { family: 'ABDIROVA', given: 'AIZHAN' },
  });
  await tell({ personId });
  return personId;
}

function tell(known: { personId: string; deploymentId?: string; deploymentVersion?: number; until?: string | null }) {
  const where = { countryCode: 'KE', hostOrganisationId: 'host_ke' };
  const payload = { deploymentId: newId('deployment'), deploymentVersion: 1, until: UNTIL, ...where, ...known };
  const event = { id: newId('event'), type: 'VolunteerKnown', occurredAt: NOW.getTime(), payload };
  const { orm } = service.running.database;
  return receive({ service: 'accounts', orm, handlers: accounts.handlers, keys: TEST_KEYS, now: () => now }, event);
}

async function read(viewer: Viewer, ...ids: string[]) {
  const representations = ids.map((id) => ({ __typename: 'Person', id }));
  const { data } = await askAccounts(service.running, viewer, NAMES, { representations });
  return data._entities;
}

function over(role: Role, kind: ScopeKind, id: string): Viewer {
  return { personId: newId('person'), apiClientId: null, grants: [{ role, scope: { kind, id } }] };
}

function em() {
  return service.running.database.orm.em.fork();
}
