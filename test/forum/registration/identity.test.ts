import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mendIdentities } from '../../../services/forum/registration/identity/identity-upkeep.ts';
import { tellListing } from '../../../services/forum/registration/identity/tell-listing.ts';
import { Registration } from '../../../services/forum/registration/registration.entity.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { addressKey, sealPayload } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { openPortal, type Portal } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

const NOW = new Date('2026-10-01T08:00:00.000Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const SAULE = {
  displayName: 'Сәуле',
  nativeName: { family: 'Ахметова', given: 'Сәуле', language: 'kk' },
  latinName: { family: 'Akhmetova', given: 'Saule' },
  citizenship: 'KZ',
  birthDate: '1990-03-22',
};

describe('who the registered are', () => {
  let portal: Portal;
  let editionId: string;
  beforeAll(async () => {
    portal = await openPortal('in-process');
    const [edition] = await rows<{ id: string }>('select id from forum.edition where year = 2026');
    editionId = edition?.id ?? '';
  });
  afterAll(() => portal?.close());

  it('is known soon after they register, and after every change of their profile', async () => {
    const token = await portal.signIn('volunteer@demo.erikti.example');
    const answer = await portal
      .as(token)
      .ask('mutation ($input: RegisterForForumInput!) { registerForForum(input: $input) { __typename } }', {
        input: { editionId, category: 'OPEN', consents: [{ purpose: 'PARTICIPANT_LIST', version: '1' }] },
      });
    expect(answer.data.registerForForum.__typename).toBe('RegisterForForumSuccess');
    await expect.poll(namesOf, { timeout: 8_000 }).toEqual([expect.any(String)]);

    const change = { latinName: { family: 'Kenzhebekova', given: 'Aru' }, citizenship: 'KG', birthDate: '2001-05-17' };
    await portal
      .as(token)
      .ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }', { input: change });

    await expect
      .poll(() => rows('select citizenship, birth_date::text, latin_name from forum.registration'), { timeout: 8_000 })
      .toEqual([
        { citizenship: 'KG', birth_date: '2001-05-17', latin_name: expect.objectContaining(change.latinName) },
      ]);
    const [folded] = await rows<{ folded_name: string }>('select folded_name from forum.registration');
    expect(folded?.folded_name).toContain(' kenebekova aru');
  });

  it('knows whose address is whose once they have signed in', async () => {
    await portal.signIn('admin@demo.erikti.example');

    const key = addressKey(TEST_KEYS, 'admin@demo.erikti.example');
    await expect
      .poll(
        () =>
          rows(
            `select email from forum.known_address join accounts.sign_in_address using (person_id) where address_key = $1`,
            [key],
          ),
        { timeout: 8_000 },
      )
      .toEqual([{ email: 'admin@demo.erikti.example' }]);
  });

  function namesOf(): Promise<unknown[]> {
    return rows<{ folded_name: string | null }>(
      'select folded_name from forum.registration where folded_name is not null',
    ).then((found) => found.map(({ folded_name }) => folded_name));
  }

  async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return asDatabaseOwner(portal.owner, async (client) => (await client.query<Row>(sql, values)).rows);
  }
});

describe('word from accounts', () => {
  const service = useService(forum, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const query = <Row extends object>(sql: string, values: unknown[] = []) => em().execute<Row[]>(sql, values);

  describe('of a profile', () => {
    it('is written to every registration for an edition that is not over, and kept of nobody else', async () => {
      const personId = newId('person');
      const present = await given({ personId });
      const past = await given({ personId, editionId: await givenEdition('FINISHED') });

      await noteProfile(personId, SAULE, NOW);
      await noteProfile(newId('person'), SAULE, NOW);

      expect(await identityOf(present)).toEqual({
        native_name: { family: 'Ахметова', given: 'Сәуле' },
        latin_name: { family: 'Akhmetova', given: 'Saule' },
        birth_date: '1990-03-22',
        citizenship: 'KZ',
        folded_name: ' ahmetova saule',
        identity_noted_at: NOW,
      });
      expect((await identityOf(past))?.identity_noted_at).toBeNull();
      expect(await query(`select from registration where folded_name = ' ahmetova saule'`)).toHaveLength(1);
    });

    it('counts by when it was noted, in whatever order it comes', async () => {
      const personId = newId('person');
      const id = await given({ personId });

      await noteProfile(personId, { ...SAULE, citizenship: 'KG' }, later(2));
      await noteProfile(personId, { ...SAULE, citizenship: 'UZ' }, later(1));

      expect(await identityOf(id)).toMatchObject({ citizenship: 'KG', identity_noted_at: later(2) });
    });

    it('does not bring back somebody who is erased', async () => {
      const personId = newId('person');
      const id = await given({ personId });
      await query('insert into erased_person (person_id, erased_at) values (?, ?)', [personId, NOW]);

      await noteProfile(personId, SAULE, NOW);
      await noteAddress(personId, 'erased@people.example', NOW);

      expect(await identityOf(id)).toMatchObject({ latin_name: null, identity_noted_at: null });
      expect(await query('select from known_address where person_id = ?', [personId])).toEqual([]);
    });

    it('sends an approved speaker who became another back to review, on their seat', async () => {
      const editionId = await givenEdition();
      const personId = newId('person');
      const id = await given({ personId, editionId, category: 'SPEAKER', consents: true });
      await noteProfile(personId, SAULE, NOW);
      const before = await seatsOf(editionId);

      await noteProfile(personId, { ...SAULE, latinName: { family: 'Smith', given: 'Saule' } }, later(1));

      expect(await stateOf(id)).toEqual({ status: 'PENDING_REVIEW', holds_seat: true, person_id: personId });
      expect(await seatsOf(editionId)).toEqual(before);
      expect(before).toEqual({ claimed: 1, free: 9 });
      expect(await auditOf(id, 'noteProfile')).toEqual([
        ['nativeName', 'latinName', 'birthDate', 'citizenship'],
        ['latinName', 'status', 'holdsSeat'],
      ]);
      expect(await told('RegistrationReviewDue', id)).toEqual([
        { registrationId: id, editionId, personId, holdsSeat: true },
      ]);
      expect(await told('ParticipantListed', id)).toEqual([
        { personId, registrationId: id, nominationId: null, listed: false },
      ]);
    });

    it.each([
      ['what was not known is filled in', 'SPEAKER', 'CONFIRMED', { ...SAULE, citizenship: null }],
      ['nothing changed that was approved', 'SPEAKER', 'CONFIRMED', { ...SAULE, displayName: 'Сауле' }],
      ['nobody reviews the category', 'OPEN', 'CONFIRMED', { ...SAULE, birthDate: '1990-03-23' }],
      ['their state has named them', 'DELEGATE', 'CONFIRMED', { ...SAULE, birthDate: '1990-03-23' }],
      ['they are not approved yet', 'PRESS', 'PENDING_REVIEW', { ...SAULE, birthDate: '1990-03-23' }],
    ])('leaves a registration as it is where %s', async (_case, category, status, first) => {
      const personId = newId('person');
      const id = await given({ personId, category, status });
      await noteProfile(personId, first, NOW);

      await noteProfile(personId, SAULE, later(1));

      expect(await stateOf(id)).toEqual({ status, holds_seat: false, person_id: personId });
      expect(await identityOf(id)).toMatchObject({ citizenship: 'KZ', birth_date: '1990-03-22' });
    });

    it('takes out what the person has taken out', async () => {
      const personId = newId('person');
      const id = await given({ personId });
      await noteProfile(personId, SAULE, NOW);

      await noteProfile(personId, { ...SAULE, latinName: null, birthDate: null }, later(1));

      expect(await identityOf(id)).toMatchObject({ latin_name: null, birth_date: null, citizenship: 'KZ' });
    });

    it('keeps what an organisation wrote where the profile says nothing', async () => {
      const personId = newId('person');
      const id = await given({ personId, email: 'written@people.example' });
      await query(`update registration set latin_name = '{"family":"Serikova","given":"Aida"}' where id = ?`, [id]);

      await noteProfile(personId, { ...SAULE, latinName: null }, NOW);

      expect(await identityOf(id)).toMatchObject({
        latin_name: { family: 'Serikova', given: 'Aida' },
        folded_name: ' ahmetova saule serikova aida',
      });
    });
  });

  describe('of an address', () => {
    it('gives its owner what an organisation registered, and asks who they are', async () => {
      const personId = newId('person');
      const id = await given({ email: 'Aida@people.example' });
      const other = await given({ email: 'somebody@people.example' });

      await noteAddress(personId, 'aida@people.example', NOW);
      await noteAddress(personId, 'aida@people.example', NOW);

      expect(await stateOf(id)).toEqual({ status: 'CONFIRMED', holds_seat: false, person_id: personId });
      expect((await stateOf(other))?.person_id).toBeNull();
      expect(await auditOf(id, 'linkRegistration')).toEqual([['person']]);
      expect(
        await query(`select type from outbox_event where payload ->> 'personId' = ? order by type`, [personId]),
      ).toEqual([{ type: 'ProfileWanted' }, { type: 'RegistrationLinked' }]);
    });

    it('ends as a duplicate what its owner has registered too, and offers the seat to the queue', async () => {
      const editionId = await givenEdition();
      const personId = newId('person');
      const own = await given({ personId, editionId, status: 'WAITLISTED' });
      const typed = await given({ email: 'twice@people.example', editionId });

      await noteAddress(personId, 'twice@people.example', NOW);

      expect(await stateOf(typed)).toMatchObject({ status: 'CANCELLED', person_id: personId });
      expect((await stateOf(own))?.status).toBe('OFFERED');
      expect(await auditOf(typed, 'linkRegistration')).toEqual([['status'], ['person']]);
    });

    it('belongs to whoever was last told to have it', async () => {
      const [first, second] = [newId('person'), newId('person')];
      await noteAddress(first, 'moved@people.example', NOW);
      await noteAddress(second, 'moved@people.example', later(2));
      await noteAddress(first, 'moved@people.example', later(1));
      await noteAddress(second, 'new@people.example', later(3));

      expect(
        await query('select address_key, person_id from known_address where person_id in (?, ?)', [first, second]),
      ).toEqual([{ address_key: addressKey(TEST_KEYS, 'new@people.example'), person_id: second }]);
    });

    it('leaves each edition with one registration of its owner, however many are told at once', async () => {
      const personId = newId('person');
      const editions = [await givenEdition(), await givenEdition(), await givenEdition()];
      for (const editionId of editions) {
        await given({ email: 'race@people.example', editionId });
        await given({ personId, editionId });
      }

      const racing = Array.from({ length: 6 }, () => noteAddress(personId, 'race@people.example', NOW));
      await Promise.allSettled(racing);
      await noteAddress(personId, 'race@people.example', NOW);

      const active = await query(
        `select edition_id from registration where person_id = ? and status = 'CONFIRMED' order by 1`,
        [personId],
      );
      expect(active).toEqual(editions.toSorted().map((edition_id) => ({ edition_id })));
      expect(await Promise.all(editions.map(seatsOf))).toEqual(editions.map(() => ({ claimed: 1, free: 9 })));
    });
  });

  it.each([
    ['listed on a seat', { status: 'CONFIRMED', consents: true }, [true]],
    ['listed where they were', { status: 'ATTENDED', consents: true }, [true]],
    ['not listed once it has ended', { status: 'WITHDRAWN', consents: true }, [false]],
    ['not listed while it is reviewed', { status: 'PENDING_REVIEW', consents: true }, [false]],
    ['left alone without consent', { status: 'CONFIRMED' }, []],
  ])('has its person %s', async (_case, registration, listed) => {
    const id = await given({ personId: newId('person'), ...registration });

    await em().transactional(async (tx) => tellListing(tx, await tx.findOneOrFail(Registration, id), NOW));

    expect((await told<{ listed: boolean }>('ParticipantListed', id)).map((event) => event.listed)).toEqual(listed);
  });

  it('is made good where it was missed', async () => {
    const personId = newId('person');
    await noteAddress(personId, 'missed@people.example', NOW);
    const id = await given({ email: 'missed@people.example' });
    const unknown = newId('person');
    await given({ personId: unknown });

    const { linked } = await mendIdentities(em(), NOW);
    const again = await mendIdentities(em(), NOW);

    expect([linked, again.linked]).toEqual([1, 0]);
    expect((await stateOf(id))?.person_id).toBe(personId);
    const wanted = await query(`select from outbox_event where type = 'ProfileWanted' and payload ->> 'personId' = ?`, [
      unknown,
    ]);
    expect(wanted).toHaveLength(2);
  });

  async function noteProfile(personId: string, profile: object, notedAt: Date): Promise<void> {
    const sealed = sealPayload(TEST_KEYS, 'ProfileNoted', personId, profile);
    await deliver('ProfileNoted', { personId, notedAt: notedAt.toISOString(), sealed }, notedAt);
  }

  function noteAddress(personId: string, email: string, at: Date): Promise<void> {
    return deliver('AddressNoted', { personId, addressKey: addressKey(TEST_KEYS, email) }, at);
  }

  function deliver(type: string, payload: Record<string, string>, at: Date): Promise<void> {
    const { orm } = service.running.database;
    const inbox = { service: 'forum', orm, handlers: forum.handlers, keys: TEST_KEYS, now: () => NOW };
    return receive(inbox, { id: newId('event'), type, occurredAt: at.getTime(), payload });
  }

  async function givenEdition(status = 'REGISTRATION_OPEN'): Promise<string> {
    const id = newId('forum_edition');
    await query(
      `insert into edition (id, year, title, host_country, city, time_zone, starts_at, ends_at, status)
       values (?, (select max(year) + 1 from edition), '{}', 'KZ', '{}', 'Asia/Almaty', ?, ?, ?)`,
      [id, new Date('2026-12-01T00:00:00Z'), new Date('2026-12-03T00:00:00Z'), status],
    );
    await query('insert into availability (id, capacity, waitlist_limit) values (?, 10, 10)', [id]);
    return id;
  }

  interface Given {
    readonly personId?: string;
    readonly email?: string;
    readonly editionId?: string;
    readonly category?: string;
    readonly status?: string;
    readonly consents?: boolean;
  }

  async function given({ personId, email, editionId, category = 'OPEN', status = 'CONFIRMED', consents }: Given) {
    const id = newId('registration');
    const edition = editionId ?? (await givenEdition());
    const key = email === undefined ? null : addressKey(TEST_KEYS, email);
    await query(
      `insert into registration (id, edition_id, person_id, address_key, category, status, registered_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
      [id, edition, personId ?? null, key, category, status, NOW],
    );
    if (consents) {
      await query(`insert into consent values (?, 'PARTICIPANT_LIST', '1', ?)`, [id, NOW]);
    }
    return id;
  }

  async function identityOf(id: string) {
    const [row] = await query<{ identity_noted_at: string | null }>(
      `select native_name, latin_name, birth_date::text, citizenship, folded_name, identity_noted_at
       from registration where id = ?`,
      [id],
    );
    return row && { ...row, identity_noted_at: row.identity_noted_at && new Date(row.identity_noted_at) };
  }

  async function stateOf(id: string) {
    const [row] = await query<{ status: string; holds_seat: boolean; person_id: string | null }>(
      'select status, holds_seat, person_id from registration where id = ?',
      [id],
    );
    return row;
  }

  async function seatsOf(editionId: string) {
    const [row] = await query('select claimed, free from availability where id = ?', [editionId]);
    return row;
  }

  async function auditOf(id: string, command: string): Promise<string[][]> {
    const entries = await query<{ changes: { field: string }[] }>(
      'select changes from audit_entry where subject_id = ? and command = ? order by id',
      [id, command],
    );
    return entries.map(({ changes }) => changes.map(({ field }) => field));
  }

  async function told<Payload = object>(type: string, id: string): Promise<Payload[]> {
    const events = await query<{ payload: Payload }>(
      `select payload from outbox_event where type = ? and payload ->> 'registrationId' = ? order by id`,
      [type, id],
    );
    return events.map(({ payload }) => payload);
  }
});
