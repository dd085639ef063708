import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteSignInAddress } from '../../services/accounts/address/note-sign-in-address.ts';
import { welcomePerson } from '../../services/accounts/person/welcome-person.ts';
import { openServices } from '../../services/open-services.ts';
import { services } from '../../services/services.ts';
import { namedId } from '../../services/shared/ids.ts';
import { silentLog, TEST_PASSWORD, TEST_SECRET } from '../support/constants.ts';
import { TEST_KEYS } from '../support/database.ts';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { openAllSeats } from '../support/seats.ts';
import { asDatabaseOwner, placesOf } from '../support/whole-database.ts';
import { erasureOf, type Known, SERVICES, signUpSomebody } from './somebody.ts';

const REQUEST_ERASURE = operation('15-request-erasure');
const ERASURE = `query ($id: ID!) {
  erasure(id: $id) { id status completedAt awaited receipts { service outcome reason explanation keptUntil } }
}`;

describe.each(transports)('erasure, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  beforeAll(async () => {
    portal = await openPortal(transport);
    await openAllSeats(portal.owner);
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
  });
  afterAll(() => portal?.close());

  it('leaves nothing in the whole database that names or describes the person, and gives a receipt for each service', async () => {
    const somebody = await signUpSomebody(portal, 'leaving');
    const before = await availability();
    expect(new Set((await placesOf(portal.owner, somebody.texts)).map(textOf))).toEqual(new Set(somebody.texts));

    const { data, errors } = await somebody.ask(REQUEST_ERASURE, { input: { idempotencyKey: somebody.texts[0] } });

    expect(errors).toEqual([]);
    expect(data.requestErasure).toMatchObject({
      __typename: 'RequestErasureSuccess',
      erasure: { id: expect.stringMatching(/^erasure_/), receipts: [] },
    });
    const erasure = await erasureOf(admin, data.requestErasure.erasure.id);
    expect(erasure.receipts).toEqual(
      SERVICES.toSorted().map((service) => ({ service, outcome: 'ERASED', reason: null, keptUntil: null })),
    );
    expect(await placesOf(portal.owner, somebody.texts)).toEqual([]);
    expect(await availability()).toEqual({ ...before, claimed: before.claimed - 1, free: before.free + 1 });
  });

  async function availability() {
    const { data } = await portal.ask(
      '{ forumEdition(year: 2026) { availability { capacity claimed offered waiting free } } }',
    );
    return data.forumEdition.availability;
  }
});

describe('erasure', () => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  beforeAll(async () => {
    portal = await openPortal('in-process');
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
  });
  afterAll(() => portal?.close());

  it('lets nobody sign in as the person, and ends their sessions', async () => {
    const somebody = await signUpSomebody(portal, 'signing');

    const { data } = await somebody.ask(REQUEST_ERASURE, { input: {} });
    await erasureOf(admin, data.requestErasure.erasure.id);

    await expect(portal.signIn(somebody.email)).rejects.toThrow('401');
    await asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query(
        `select 'session' as left from identity.session where "userId" = $1
         union all select 'link under way' from identity.verification where value = $1`,
        [somebody.personId],
      );
      expect(rows).toEqual([]);
    });
  });

  it('keeps whoever is erased from coming back by a session that is still remembered', async () => {
    const somebody = await signUpSomebody(portal, 'lingering', { registered: false });
    const { data } = await somebody.ask(REQUEST_ERASURE, { input: {} });
    const { id } = data.requestErasure.erasure;
    await erasureOf(admin, id);

    const registered = await somebody.ask(operation('04-register'), { input: somebody.registration });
    const profile = await somebody.ask(
      'mutation ($name: String) { updateProfile(input: { displayName: $name }) { __typename } }',
      { name: somebody.texts[0] },
    );
    const exported = await somebody.ask(operation('15-request-data-export'), { input: {} });
    const again = await somebody.ask(REQUEST_ERASURE, { input: {} });

    const { orm } = portal.opened.running.find(({ name }) => name === 'accounts')?.database ?? {};
    const { personId, email } = somebody;
    const signingIn = await Promise.allSettled([
      welcomePerson(orm?.em.fork() as EntityManager, { id: personId, displayName: 'somebody' }, new Date()),
      noteSignInAddress(orm?.em.fork() as EntityManager, TEST_KEYS, { personId, email, isProven: true }, new Date()),
    ]);

    expect(registered.data).toBeNull();
    expect(profile.data).toBeNull();
    expect(exported.data.requestDataExport).toMatchObject({ __typename: 'ErasureUnderWay', code: 'ERASURE_UNDER_WAY' });
    expect(again.data.requestErasure.erasure).toMatchObject({ id, status: 'COMPLETED' });
    for (const attempt of signingIn) {
      const reason = { message: expect.stringContaining('this person is erased') };
      expect(attempt).toMatchObject({ status: 'rejected', reason });
    }
    expect(await placesOf(portal.owner, somebody.texts)).toEqual([]);
  });

  it("keeps an entry on a state's list, without the name, and says so in the viewer's language", async () => {
    const somebody = await signUpSomebody(portal, 'nominated');
    await nominate(somebody, 'NOMINATED');
    await nominate(somebody, 'DRAFT');

    const asked = await somebody.ask(REQUEST_ERASURE, { input: {} });
    const { id } = asked.data.requestErasure.erasure;
    await erasureOf(admin, id);

    const { data } = await admin.ask(ERASURE, { id });
    const kept = data.erasure.receipts.find(({ service }: { service: string }) => service === 'delegations');
    expect(kept).toEqual({
      service: 'delegations',
      outcome: 'KEPT',
      reason: 'OFFICIAL_LIST',
      explanation:
        'The entry on the official list of a delegation stays, without the name: only the state may change its list.',
      keptUntil: expect.stringMatching(/Z$/),
    });
    expect(await nominations(somebody)).toEqual(['NOMINATED', 'WITHDRAWN']);
    expect(await placesOf(portal.owner, somebody.texts)).toEqual([]);
  });

  it('lets administrators erase others, with a reason for the audit trail, and no one else', async () => {
    const somebody = await signUpSomebody(portal, 'on-behalf');
    const other = await signUpSomebody(portal, 'nosy', { registered: false });
    const input = { personId: somebody.personId, reason: 'letter 17' };

    const refused = await other.ask(REQUEST_ERASURE, { input });
    const { data } = await admin.ask(REQUEST_ERASURE, { input });
    const { id } = data.requestErasure.erasure;
    const seen = await other.ask(ERASURE, { id });
    await erasureOf(admin, id);

    expect(refused.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(seen.data.erasure).toBeNull();
    expect(await placesOf(portal.owner, somebody.texts)).toEqual([]);
    await asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query(
        `select command, on_behalf_of_id, reason from accounts.audit_entry
         where subject_id = $1 and command ~ 'Erasure|erase' order by at, id`,
        [somebody.personId],
      );
      expect(rows).toEqual([
        { command: 'requestErasure', on_behalf_of_id: somebody.personId, reason: 'letter 17' },
        { command: 'erasePerson', on_behalf_of_id: null, reason: null },
        { command: 'completeErasure', on_behalf_of_id: null, reason: null },
      ]);
    });
  });

  it('does not bring erased people of the demonstration back when the portal starts again', async () => {
    const email = 'volunteer@demo.erikti.example';
    const { data } = await admin.ask(REQUEST_ERASURE, { input: { personId: namedId('person', email) } });
    await erasureOf(admin, data.requestErasure.erasure.id);

    const again = await openServices({
      services,
      owner: portal.owner,
      secret: TEST_SECRET,
      publicUrl: 'http://localhost',
      rateLimits: false,
      demoPassword: TEST_PASSWORD,
      now: () => new Date(),
      log: silentLog,
    });
    await again.close();

    expect(await placesOf(portal.owner, [email, 'Әбдіров', 'Abdirov'])).toEqual([]);
  });

  it('refuses to erase the last administrator, and whom there is not', async () => {
    const own = await admin.ask(REQUEST_ERASURE, { input: {} });
    const nobody = await admin.ask(REQUEST_ERASURE, { input: { personId: 'person_nobody' } });
    const invalid = await admin.ask(
      REQUEST_ERASURE.replace('... on UserError', '... on InvalidInput { violations { path code } } ... on UserError'),
      {
        input: { idempotencyKey: ' ', reason: 'x'.repeat(501) },
      },
    );

    expect(own.data.requestErasure).toMatchObject({ __typename: 'LastAdministrator', code: 'LAST_ADMINISTRATOR' });
    expect(nobody.data.requestErasure).toMatchObject({ __typename: 'PersonNotFound', code: 'PERSON_NOT_FOUND' });
    expect(invalid.data.requestErasure.violations).toEqual([
      { path: ['input', 'idempotencyKey'], code: 'BLANK' },
      { path: ['input', 'reason'], code: 'TOO_LONG' },
    ]);
  });

  function nominate({ personId }: Known, status: string): Promise<unknown> {
    return asDatabaseOwner(portal.owner, (client) =>
      client.query(
        `insert into delegations.nomination (id, delegation_id, person_id, category, role, status)
         values ($1, $2, $3, 'PRESS', 'ADVISER', $4)`,
        [namedId('nomination', `${personId}/${status}`), namedId('delegation', '2026/KZ'), personId, status],
      ),
    );
  }

  function nominations({ personId }: Known): Promise<string[]> {
    return asDatabaseOwner(portal.owner, async (client) => {
      const { rows } = await client.query<{ status: string }>(
        'select status from delegations.nomination where person_id = $1 order by status',
        [personId],
      );
      return rows.map(({ status }) => status);
    });
  }
});

function textOf(place: string): string {
  return place.slice(place.indexOf(': ') + 2);
}
