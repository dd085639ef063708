import { describe, expect, it } from 'vitest';
import { forgetNames } from '../../../services/forum/registration/group/forget-names.ts';
import { GroupErrorPolicy } from '../../../services/forum/registration/group/register/placement.rules.ts';
import type {
  RegisterGroupOutcome,
  RowResult,
} from '../../../services/forum/registration/group/register/register-group.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { acceptSeatOffer } from '../../../services/forum/waiting-list/answer-seat-offer.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import {
  CLOSES,
  countsOf,
  givenEdition,
  givenRegistration,
  NOW,
  offerOf,
  register,
  stateOf,
} from '../waiting-list/editions.ts';
import { changed, givenKnownAddress, registerRows, rowsOf } from './groups.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const SOME = { errorPolicy: GroupErrorPolicy.REJECT_FAILED_ROWS };

function resultsOf(outcome: RegisterGroupOutcome): readonly RowResult[] {
  return 'results' in outcome ? outcome.results : [];
}

const idsOf = (outcome: RegisterGroupOutcome) =>
  resultsOf(outcome).flatMap(({ registrationId }) => (registrationId === null ? [] : [registrationId]));

/** What is kept of a whole edition, by status. */
async function kept(editionId: string) {
  const rows = await em().execute<{ status: string; count: number }[]>(
    'select status, count(*)::int as count from registration where edition_id = ? group by status order by status',
    [editionId],
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function noticesAbout(ids: readonly string[]) {
  const rows = await em().execute<{ payload: { personId: string | null; about: string; sealed: string } }[]>(
    `select payload from outbox_event where type = 'NoticeDue' and payload ->> 'about' in (?) order by payload ->> 'about'`,
    [[...ids]],
  );
  return rows.map(({ payload }) => ({ ...openNotice(TEST_KEYS, payload), personId: payload.personId }));
}

describe('a group', () => {
  it('is confirmed as a whole where there is a seat for each, in the order of its list', async () => {
    const editionId = await givenEdition(em(), { capacity: 5, waitlistLimit: 0 });
    const contactId = newId('person');

    const outcome = await registerRows(em(), editionId, rowsOf(5), { contactId });

    const ids = idsOf(outcome);
    expect(resultsOf(outcome).map(({ number, status, refusal }) => [number, status, refusal])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [number, 'CONFIRMED', null]),
    );
    expect(ids).toEqual(ids.toSorted());
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 5, claimed: 5, offered: 0, waiting: 0, free: 0 });
    const groupId = 'groupId' in outcome ? outcome.groupId : null;
    const [row] = await em().execute(
      `select person_id, category, group_id, affiliation, native_name, latin_name, citizenship, interpretation_language,
         folded_name, identity_noted_at, written_name, priority_class, length(address_key) as address_key
       from registration where id = ?`,
      [ids[0]],
    );
    const native = { given: 'Сәуле', family: 'Ахметова', patronymic: 'Маратқызы' };
    const latin = { given: 'Saule', family: 'Akhmetova' };
    expect(row).toEqual({
      person_id: null,
      category: 'OPEN',
      group_id: groupId,
      affiliation: 'Dostyq',
      native_name: native,
      latin_name: latin,
      citizenship: 'KZ',
      interpretation_language: 'kk',
      folded_name: ' ahmetova saule maratkizi',
      identity_noted_at: null,
      written_name: { native, latin },
      priority_class: 3,
      address_key: 43,
    });
    const audited = await em().execute(
      `select actor_id, command, changes from audit_entry where subject_id in (?) order by subject_id`,
      [[ids[0], groupId]],
    );
    expect(audited).toEqual([
      { actor_id: contactId, command: 'registerGroup', changes: [{ field: 'status', from: null, to: 'CONFIRMED' }] },
      { actor_id: contactId, command: 'registerGroup', changes: [{ field: 'size', from: null, to: 5 }] },
    ]);
  });

  it('waits as a whole where there is not, is offered seats as a whole, and its contact takes them', async () => {
    const editionId = await givenEdition(em(), { capacity: 3, waitlistLimit: 10 });
    const seated = [await givenRegistration(em(), editionId), await givenRegistration(em(), editionId)];
    const contactId = newId('person');

    const outcome = await registerRows(em(), editionId, rowsOf(2), { contactId });
    const waiting = await kept(editionId);
    const actorId = (await stateOf(em(), seated[0] ?? ''))?.person_id ?? '';
    const command = { actorId, registrationId: seated[0] ?? '', expectedVersion: null, reason: null };
    await withdrawRegistration(em(), command, NOW);
    const { offerId: seatOfferId } = await offerOf(em(), idsOf(outcome)[0] ?? '');
    const taken = await acceptSeatOffer(
      em(),
      { actorId: contactId, idempotencyKey: null, seatOfferId, expectedVersion: null },
      NOW,
    );

    expect(waiting).toEqual({ CONFIRMED: 2, WAITLISTED: 2 });
    expect(taken).toEqual({ registrationIds: idsOf(outcome) });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 3, claimed: 3, offered: 0, waiting: 0, free: 0 });
  });

  it('is answered for by those who decide about registrations when its contact is gone, and by no stranger', async () => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 10 });
    const seated = await givenRegistration(em(), editionId);
    const outcome = await registerRows(em(), editionId, rowsOf(2));
    const actorId = (await stateOf(em(), seated))?.person_id ?? '';
    await withdrawRegistration(em(), { actorId, registrationId: seated, expectedVersion: null, reason: null }, NOW);
    const { offerId: seatOfferId } = await offerOf(em(), idsOf(outcome)[0] ?? '');
    const command = { actorId: newId('person'), idempotencyKey: null, seatOfferId, expectedVersion: null };

    const byStranger = await acceptSeatOffer(em(), { ...command, mayAnswerFor: (id) => id !== editionId }, NOW);
    const byOfficer = await acceptSeatOffer(em(), { ...command, mayAnswerFor: (id) => id === editionId }, NOW);

    expect(byStranger).toEqual({ refusal: 'offer-not-found' });
    expect(byOfficer).toEqual({ registrationIds: idsOf(outcome) });
  });

  it('of speakers is reviewed one by one, and holds no seats until then', async () => {
    const editionId = await givenEdition(em(), { capacity: 5, waitlistLimit: 0 });

    await registerRows(em(), editionId, rowsOf(3), { category: ParticipantCategory.SPEAKER });

    expect(await kept(editionId)).toEqual({ PENDING_REVIEW: 3 });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 5, claimed: 0, offered: 0, waiting: 0, free: 5 });
  });

  it.each([
    ['larger than the edition', 6, {}, NOW, { refusal: 'larger-than-edition', size: 6, capacity: 5 }],
    ['that fits into neither seats nor queue', 4, {}, NOW, { refusal: 'full' }],
    ['of delegates', 1, { category: ParticipantCategory.DELEGATE }, NOW, { refusal: 'nomination-required' }],
    ['after registration has closed', 1, {}, CLOSES, { refusal: 'not-open' }],
    ['for an edition that does not exist', 1, { editionId: 'none' }, NOW, { refusal: 'edition-not-found' }],
  ])('%s is refused', async (_case, size, change, now, refusal) => {
    const editionId = await givenEdition(em(), { capacity: 5, waitlistLimit: 2 });
    for (let n = 0; n < 3; n += 1) await givenRegistration(em(), editionId);

    const outcome = await registerRows(em(), editionId, rowsOf(size), change, now);

    expect(outcome).toEqual(refusal);
    expect(await kept(editionId)).toEqual({ CONFIRMED: 3 });
  });

  it('acts once for one idempotency key, however often and fast it is sent', async () => {
    const editionId = await givenEdition(em(), { capacity: 50, waitlistLimit: 0 });
    const [contactId, rows] = [newId('person'), rowsOf(5)];
    const change = { contactId, idempotencyKey: 'the one key' };

    await registerRows(em(), editionId, rows, { ...change, dryRun: true });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => registerRows(em(), editionId, rows, change)));
    const other = await registerRows(em(), editionId, rowsOf(5), change);

    const [first] = outcomes;
    expect(outcomes).toEqual(Array.from({ length: 8 }, () => first));
    expect(other).toEqual({ refusal: 'idempotency-key-reused' });
    expect(await kept(editionId)).toEqual({ CONFIRMED: 5 });
  });
});

describe('rows', () => {
  it('that are wrong stop everybody, each with its reason', async () => {
    const editionId = await givenEdition(em(), { capacity: 50, waitlistLimit: 0 });
    const [good, bad, repeated, known, unclaimed] = rowsOf(5);
    const personId = await givenKnownAddress(em(), known?.member.email ?? '');
    await register(em(), editionId, personId);
    await registerRows(em(), editionId, unclaimed ? [unclaimed] : []);
    const email = good?.member.email.toUpperCase() ?? '';
    const rows = [
      good,
      changed(bad, { email: 'nobody', citizenship: 'QQ' }),
      changed(repeated, { email }),
      known,
      unclaimed,
    ];

    const outcome = await registerRows(
      em(),
      editionId,
      rows.flatMap((row) => (row ? [row] : [])),
    );

    expect('refusal' in outcome && outcome.refusal).toBe('rows-refused');
    expect(resultsOf(outcome).map(({ status, refusal }) => refusal ?? status)).toEqual([
      null,
      {
        refusal: 'invalid-row',
        violations: [
          { path: ['email'], problem: 'bad-address' },
          { path: ['citizenship'], problem: 'unknown-country' },
        ],
      },
      { refusal: 'repeated-address', firstRow: 1 },
      { refusal: 'already-registered' },
      { refusal: 'already-registered' },
    ]);
    expect(await kept(editionId)).toEqual({ CONFIRMED: 2 });
  });

  it('that are wrong are left out where the others will do', async () => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 0 });
    const [first, second, third] = rowsOf(3);
    const rows = [changed(first, {}), changed(second, { birthDate: '2030-01-01' }), changed(third, {})];

    const outcome = await registerRows(em(), editionId, rows, SOME);

    expect(resultsOf(outcome).map(({ status, refusal }) => refusal?.refusal ?? status)).toEqual([
      'CONFIRMED',
      'invalid-row',
      'CONFIRMED',
    ]);
    expect(await kept(editionId)).toEqual({ CONFIRMED: 2 });
  });

  it('beyond the seats are refused one by one where some will do', async () => {
    const editionId = await givenEdition(em(), { capacity: 4, waitlistLimit: 1 });
    await givenRegistration(em(), editionId);
    await givenRegistration(em(), editionId);

    const outcome = await registerRows(em(), editionId, rowsOf(3), SOME);

    expect(resultsOf(outcome).map(({ status, refusal }) => refusal?.refusal ?? status)).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'full',
    ]);
    expect(await kept(editionId)).toEqual({ CONFIRMED: 4 });
  });

  it('that may be of one person are told, by name and birthday, and merged by nobody', async () => {
    const editionId = await givenEdition(em(), { capacity: 50, waitlistLimit: 0 });
    const birthDate = '2001-05-17';
    const [earlier] = rowsOf(1).map((row) => changed(row, { birthDate }));
    const before = await registerRows(em(), editionId, earlier ? [earlier] : []);
    const [one, other, alone, twin] = rowsOf(4);
    const dina = { nativeName: { family: 'Серикова', given: 'Дина' }, latinName: null, birthDate };
    const rows = [
      changed(one, { birthDate, nativeName: { family: 'AKHMETOVA', given: 'Saule' } }),
      changed(other, dina),
      changed(alone, { birthDate: '2001-05-18' }),
      changed(twin, dina),
    ];

    const outcome = await registerRows(em(), editionId, rows, { dryRun: true });

    const found = resultsOf(outcome).map(({ isPossibleDuplicate, duplicateIds }) => [
      isPossibleDuplicate,
      duplicateIds,
    ]);
    expect(found).toEqual([
      [true, idsOf(before)],
      [true, []],
      [false, []],
      [true, []],
    ]);
  });

  it('tried out write nothing, and get the answer of the true thing', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 10 });
    const rows = rowsOf(2).map((row) => changed(row, {}));
    const everything = () =>
      em().execute(
        `select (select count(*) from registration) as registrations, (select count(*) from registration_group) as groups,
           (select count(*) from audit_entry) as audited, (select count(*) from outbox_event) as published,
           (select count(*) from idempotency_key) as keys`,
      );
    const before = await everything();

    const tried = await registerRows(em(), editionId, rowsOf(1), { dryRun: true, idempotencyKey: 'dry' });
    const large = await registerRows(em(), editionId, rows, { dryRun: true });

    expect(tried).toMatchObject({ groupId: null, results: [{ registrationId: null, status: 'CONFIRMED' }] });
    expect(large).toEqual({ refusal: 'larger-than-edition', size: 2, capacity: 1 });
    expect(await everything()).toEqual(before);
  });
});

describe('a member', () => {
  it('with an account is theirs at once, and both are told by mail, once each', async () => {
    const editionId = await givenEdition(em(), { capacity: 50, waitlistLimit: 0 });
    const [stranger, known] = rowsOf(2);
    const personId = await givenKnownAddress(em(), known?.member.email ?? '');

    const outcome = await registerRows(em(), editionId, [changed(stranger, {}), changed(known, {})]);

    const ids = idsOf(outcome);
    expect(await Promise.all(ids.map(async (id) => (await stateOf(em(), id))?.person_id))).toEqual([null, personId]);
    const made = await em().execute(
      `select type, payload ->> 'personId' as person_id, payload -> 'isTold' as is_told from outbox_event
       where payload ->> 'registrationId' = ? order by type`,
      [ids[1]],
    );
    expect(made).toEqual([
      { type: 'RegistrationConfirmed', person_id: personId, is_told: true },
      { type: 'RegistrationMade', person_id: personId, is_told: true },
    ]);
    const notices = await noticesAbout(ids);
    expect(
      notices.map((notice) => [notice.personId, notice.address, notice.paragraphs[0]?.en, notice.link?.url]),
    ).toEqual([
      [null, stranger?.member.email, notices[0]?.paragraphs[0]?.en, 'http://portal.example/'],
      [personId, null, notices[0]?.paragraphs[0]?.en, 'http://portal.example/'],
    ]);
    expect(notices[0]?.paragraphs[0]?.en).toMatch(/^The organisation “Dostyq” has registered you for: \d{4}\.$/);
  });

  it('is told once in a day, however often they are registered and withdrawn', async () => {
    const editionId = await givenEdition(em(), { capacity: 50, waitlistLimit: 0 });
    const [contactId, rows] = [newId('person'), rowsOf(1)];
    const minute = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
    const registrationIds: string[] = [];

    for (const now of [NOW, minute(1), minute(24 * 60 + 1)]) {
      const [registrationId = ''] = idsOf(await registerRows(em(), editionId, rows, { contactId }, now));
      registrationIds.push(registrationId);
      const command = { actorId: contactId, registrationId, expectedVersion: null, reason: null };
      await withdrawRegistration(em(), command, now);
    }

    const told = await Promise.all(registrationIds.map(async (id) => (await noticesAbout([id])).length));
    expect(told).toEqual([1, 0, 1]);
  });

  it('without an account is forgotten a month after the edition, and of others what the organisation wrote', async () => {
    const editionId = await givenEdition(em(), { capacity: 50, waitlistLimit: 0 });
    const [stranger, known] = rowsOf(2);
    await givenKnownAddress(em(), known?.member.email ?? '');
    const rows = [changed(stranger, { birthDate: '2001-05-17' }), changed(known, {})];
    const ids = idsOf(await registerRows(em(), editionId, rows));
    const ended = new Date('2026-10-04T00:00:00.000Z');
    await em().execute('update edition set ended_at = ? where id = ?', [ended, editionId]);
    const month = ended.getTime() + 30 * 86_400_000;

    const early = await forgetNames(em(), new Date(month - 1));
    const due = await forgetNames(em(), new Date(month));
    const twice = await forgetNames(em(), new Date(month));

    expect([early, due, twice]).toEqual([0, 2, 0]);
    const names = await em().execute(
      `select num_nonnulls(native_name, latin_name, birth_date, citizenship, folded_name) as known, written_name
       from registration where id in (?) order by id`,
      [ids],
    );
    expect(names).toEqual([
      { known: 0, written_name: null },
      { known: 4, written_name: null },
    ]);
  });
});

describe('groups and people who race for seats', () => {
  it('never oversell, and no group is torn apart', async () => {
    const editionId = await givenEdition(em(), { capacity: 40, waitlistLimit: 100 });

    const [one, other] = await Promise.all([
      registerRows(em(), editionId, rowsOf(30)),
      registerRows(em(), editionId, rowsOf(25)),
      ...Array.from({ length: 50 }, () => register(em(), editionId, newId('person'))),
    ]);

    const groups = [one, other].map((outcome) => new Set(resultsOf(outcome).map(({ status }) => status)).size);
    const counts = await countsOf(em(), editionId);
    const byGroup = await em().execute<{ statuses: number }[]>(
      `select count(distinct status)::int as statuses from registration
       where edition_id = ? and group_id is not null group by group_id`,
      [editionId],
    );
    expect(groups).toEqual([1, 1]);
    expect(byGroup).toEqual([{ statuses: 1 }, { statuses: 1 }]);
    expect((counts?.claimed ?? 0) + (counts?.offered ?? 0) + (counts?.free ?? 0)).toBe(40);
    expect((counts?.claimed ?? 0) + (counts?.offered ?? 0) + (counts?.waiting ?? 0)).toBe(105);
  });

  it('give an address one active registration, in however many lists it stands', async () => {
    const editionId = await givenEdition(em(), { capacity: 40, waitlistLimit: 100 });
    const rows = rowsOf(3);

    const outcomes = await Promise.all(Array.from({ length: 6 }, () => registerRows(em(), editionId, rows)));

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(await kept(editionId)).toEqual({ CONFIRMED: 3 });
  });
});

it('takes two thousand people in seconds, and as many statements as ten', async () => {
  const editionId = await givenEdition(em(), { capacity: 3_000, waitlistLimit: 0 });
  const [few, many] = [rowsOf(10), rowsOf(2_000).map((row) => changed(row, { birthDate: '2001-05-17' }))];

  const forFew = await statementsOf(() => registerRows(em(), editionId, few));
  const began = performance.now();
  const forMany = await statementsOf(() => registerRows(em(), editionId, many));
  const took = performance.now() - began;

  expect(forMany.length).toBe(forFew.length);
  expect(forFew).toHaveLength(8);
  expect(took).toBeLessThan(10_000);
  expect(await countsOf(em(), editionId)).toEqual({
    capacity: 3_000,
    claimed: 2_010,
    offered: 0,
    waiting: 0,
    free: 990,
  });
}, 30_000);
