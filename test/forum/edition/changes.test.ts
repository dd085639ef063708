import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { changeCapacity } from '../../../services/forum/edition/administration/capacity/change-capacity.ts';
import { changeForumEdition } from '../../../services/forum/edition/administration/details/change-forum-edition.ts';
import { changeEditionStatus } from '../../../services/forum/edition/administration/status/change-edition-status.ts';
import { editionUpkeep, takeDueStep } from '../../../services/forum/edition/administration/status/edition-upkeep.ts';
import { EditionStatus } from '../../../services/forum/edition/edition.rules.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { kindOfId, newId } from '../../../services/shared/ids.ts';
import { silentLog } from '../../support/constants.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { book, givenParticipants, givenSession } from '../session/sessions.ts';
import {
  CLOSES,
  countsOf,
  givenEdition,
  givenRegistration,
  givenWaitingGroup,
  NOW,
  OPENS,
  offerOf,
  register,
  STARTS,
  stateOf,
} from '../waiting-list/editions.ts';
import { ADMINISTRATOR_ID, eventsOf, statesOf, stepsOf } from './administrators.ts';

const HOUR_MS = 3_600_000;
const service = useService(forum, () => NOW);
const em = () => service.running.database.orm.em.fork();
const by = { actorId: ADMINISTRATOR_ID, expectedVersion: null };
const capacity = (editionId: string, seats: number, expectedVersion: number | null = null) =>
  changeCapacity(em(), { ...by, editionId, capacity: seats, setsQuotasAside: null, expectedVersion }, NOW);
const step = (editionId: string, to: EditionStatus, now = NOW) =>
  changeEditionStatus(em(), { ...by, editionId, to }, now);
const upkeep = (now: Date) => editionUpkeep.run({ em: em(), keys: TEST_KEYS, now: () => now, log: silentLog });

describe('the capacity of an edition', () => {
  it('grows, and the new seats are offered to those who wait longest in the same transaction', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 3 });
    await givenRegistration(em(), editionId);
    const waiting = [await givenRegistration(em(), editionId), await givenRegistration(em(), editionId)];

    const outcome = await capacity(editionId, 2);

    expect(outcome).toEqual({ editionId });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 2, claimed: 1, offered: 1, waiting: 1, free: 0 });
    const standing = await Promise.all(waiting.map((id) => stateOf(em(), id)));
    expect(standing.map((state) => state?.status)).toEqual(['OFFERED', 'WAITLISTED']);
  });

  it('is never below the seats that are claimed and offered', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 3 });
    for (let number = 0; number < 2; number += 1) await givenRegistration(em(), editionId);
    await capacity(editionId, 2);
    const before = [await countsOf(em(), editionId), await versionOf(editionId)];

    expect(await capacity(editionId, 1)).toEqual({
      refusal: 'capacity-below-claimed',
      claimed: 1,
      offered: 1,
      reserved: 0,
    });

    expect([await countsOf(em(), editionId), await versionOf(editionId)]).toEqual(before);
  });

  it('is set for an edition that had none', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 0 });
    await em().execute('delete from availability where id = ?', [editionId]);

    await Promise.all([capacity(editionId, 5), capacity(editionId, 5)]);

    expect(await countsOf(em(), editionId)).toEqual({ capacity: 5, claimed: 0, offered: 0, waiting: 0, free: 5 });
  });

  it('is changed by one of many administrators who read the same version', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 0 });
    const version = await versionOf(editionId);

    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_one, index) => capacity(editionId, 10 + index, version)),
    );

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(
      Array.from({ length: 7 }, () => ({ refusal: 'version-conflict', currentVersion: version + 1 })),
    );
  });

  it('oversells and undersells nothing while people come and go', async () => {
    const editionId = await givenEdition(em(), { capacity: 5, waitlistLimit: 200 });
    const early = await Promise.all(Array.from({ length: 20 }, () => givenRegistration(em(), editionId)));

    await Promise.all([
      ...early.slice(0, 10).map((id) => withdraw(id)),
      ...Array.from({ length: 20 }, () => register(em(), editionId, newId('person'))),
      ...[8, 12, 9, 15, 11].map((seats) => capacity(editionId, seats)),
    ]);

    const counts = await countsOf(em(), editionId);
    const states = await statesOf(em(), editionId);
    expect(counts).toMatchObject({
      claimed: states.CONFIRMED ?? 0,
      offered: states.OFFERED ?? 0,
      waiting: states.WAITLISTED ?? 0,
    });
    // With somebody waiting, no seat is free.
    expect(counts?.waiting).toBeGreaterThan(0);
    expect(counts?.free).toBe(0);
  });
});

describe('what an edition is', () => {
  const change = (editionId: string, given: Parameters<typeof changeForumEdition>[1]['given']) =>
    changeForumEdition(em(), { ...by, editionId, given }, NOW);

  it('starts earlier, and so do offers of seats end', async () => {
    const editionId = await givenMovable({ capacity: 1, waitlistLimit: 3 });
    const leaving = await givenRegistration(em(), editionId);
    const offered = await givenRegistration(em(), editionId);
    await withdraw(leaving);
    const startsAt = new Date(NOW.getTime() + HOUR_MS);

    const outcome = await change(editionId, { dates: { registrationClosesAt: NOW, startsAt } });

    expect(outcome).toEqual({ editionId });
    const { offerId } = await offerOf(em(), offered);
    expect(await endOf(offerId)).toEqual(startsAt);
  });

  it('starts in the past, and open offers end after they were made', async () => {
    const editionId = await givenMovable({ capacity: 1, waitlistLimit: 3 });
    const leaving = await givenRegistration(em(), editionId);
    const offered = await givenRegistration(em(), editionId);
    await withdraw(leaving);
    const early = new Date(OPENS.getTime() + HOUR_MS);

    await change(editionId, { dates: { registrationClosesAt: OPENS, startsAt: early } });

    const { offerId } = await offerOf(em(), offered);
    expect(await endOf(offerId)).toEqual(new Date(NOW.getTime() + 1));
  });

  it('keeps a queue as long as those who wait', async () => {
    const editionId = await givenMovable({ capacity: 0, waitlistLimit: 3 });
    for (let number = 0; number < 2; number += 1) await givenRegistration(em(), editionId);
    const version = await versionOf(editionId);

    expect(await change(editionId, { waitlistLimit: 1, dates: {} })).toEqual({
      refusal: 'waitlist-limit-below-waiting',
      waiting: 2,
    });
    expect(await versionOf(editionId)).toBe(version);
    expect(await change(editionId, { waitlistLimit: 2, dates: {} })).toEqual({ editionId });
    expect(await versionOf(editionId)).toBe(version + 1);
  });

  it('is checked as a whole, and left as it was where it would contradict itself', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 0 });
    const before = await em().execute('select * from edition where id = ?', [editionId]);

    const outcome = await change(editionId, { hostCountry: 'TM', seatOfferHours: 900, dates: { startsAt: OPENS } });

    expect(outcome).toEqual({
      refusal: 'invalid',
      violations: [
        { path: ['hostCountry'], problem: 'not-a-member' },
        { path: ['startsAt'], problem: 'wrong-year' },
        { path: ['registrationClosesAt'], problem: 'too-late', other: 'startsAt' },
        { path: ['startsAt'], problem: 'too-early', other: 'registrationClosesAt' },
        { path: ['seatOfferHours'], problem: 'out-of-range' },
      ],
    });
    expect(await em().execute('select * from edition where id = ?', [editionId])).toEqual(before);
  });

  it('tells the trail which texts changed, and not what they say', async () => {
    const editionId = await givenMovable({ capacity: 1, waitlistLimit: 0 });

    await change(editionId, { title: [{ locale: 'en', text: 'Another name' }], seatOfferHours: 24, dates: {} });

    expect(
      await em().execute(`select changes from audit_entry where subject_id = ? and command = 'changeForumEdition'`, [
        editionId,
      ]),
    ).toEqual([
      {
        changes: [
          { field: 'seatOfferHours', from: 48, to: 24 },
          { field: 'title', from: null, to: null },
        ],
      },
    ]);
  });

  it.each([
    ['registration_closes_at', 'starts_at'],
    ['modification_closes_at', 'starts_at'],
    ['nomination_closes_at', 'confirmation_closes_at'],
    ['nomination_closes_at', 'substitution_closes_at'],
    ['confirmation_closes_at', 'credentials_close_at'],
    ['credentials_close_at', 'starts_at'],
  ])('has no %s after its %s in the database, whoever writes', async (first, second) => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 0 });

    const written = em().execute(`update edition set ${second} = ?, ${first} = ? where id = ?`, [
      STARTS,
      new Date(STARTS.getTime() + 1),
      editionId,
    ]);

    await expect(written).rejects.toThrow('edition_calendar_in_order');
  });
});

describe('an edition that is cancelled', () => {
  it('ends every registration and every offer, and frees every seat', async () => {
    const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 9 });
    const [leaving] = [await givenRegistration(em(), editionId), await givenRegistration(em(), editionId)];
    await givenRegistration(em(), editionId);
    await givenWaitingGroup(em(), editionId, 2, NOW);
    await withdraw(leaving);
    expect(await statesOf(em(), editionId)).toEqual({ CONFIRMED: 1, OFFERED: 1, WAITLISTED: 2, WITHDRAWN: 1 });

    expect(await step(editionId, EditionStatus.CANCELLED)).toEqual({ editionId });

    expect(await statesOf(em(), editionId)).toEqual({ CANCELLED: 4, WITHDRAWN: 1 });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 2, claimed: 0, offered: 0, waiting: 0, free: 2 });
    expect(await em().execute('select status from seat_offer where edition_id = ?', [editionId])).toEqual([
      { status: 'WITHDRAWN' },
    ]);
    expect(await step(editionId, EditionStatus.CANCELLED)).toEqual({
      refusal: 'invalid-transition',
      from: 'CANCELLED',
      allowed: [],
    });
    expect(await register(em(), editionId, newId('person'))).toEqual({ refusal: 'not-open' });
    expect(await capacity(editionId, 9)).toEqual({ refusal: 'edition-closed', status: 'CANCELLED' });
  });

  it('frees the seats of its sessions, and stops badges at the door', async () => {
    const editionId = await givenMovable({ capacity: 3, waitlistLimit: 0 });
    const sessionId = await givenSession(em(), editionId);
    const participants = await givenParticipants(em(), editionId, 2);
    for (const participant of participants) await book(em(), participant, sessionId);
    await em().execute(
      `insert into badge_key (key_id, public_key, private_key, made_at, retired_at) values ('k', '', '{}', ?, ?)`,
      [NOW, NOW],
    );
    await em().execute(
      `insert into badge (id, serial, edition_id, registration_id, category, zones, status, valid_from, valid_until,
         key_id, qr_payload, issued_at)
       values ('badge_1', '0123456789', ?, ?, 'OPEN', '{}', 'PRE_VALID', ?, ?, 'k', '', ?)`,
      [editionId, participants[0].registrationId, STARTS, new Date(STARTS.getTime() + HOUR_MS), NOW],
    );
    expect(await countsOf(em(), sessionId)).toMatchObject({ claimed: 1, waiting: 1 });

    await step(editionId, EditionStatus.CANCELLED);

    expect(await countsOf(em(), sessionId)).toMatchObject({ claimed: 0, offered: 0, waiting: 0 });
    const bookings = await em().execute('select status from booking where session_id = ?', [sessionId]);
    expect(bookings).toEqual([{ status: 'CANCELLED' }, { status: 'CANCELLED' }]);
    expect(await em().execute(`select status, ended_at is null as runs from badge where id = 'badge_1'`)).toEqual([
      { status: 'REVOKED', runs: false },
    ]);
    expect((await eventsOf(em(), editionId)).toSorted()).toEqual([
      'BadgeRevoked',
      'EditionScheduled',
      'EditionStatusChanged',
      'RegistrationEnded',
      'RegistrationEnded',
      'SessionBooked',
      'SessionBooked',
      'SessionBookingEnded',
      'SessionBookingEnded',
    ]);
  });

  it('takes as many statements for 5 000 people as for one, an entry and an event for each', async () => {
    const [small, large] = [await givenCrowd(1), await givenCrowd(5_000)];

    const few = await statementsOf(() => step(small, EditionStatus.CANCELLED));
    const began = performance.now();
    const many = await statementsOf(() => step(large, EditionStatus.CANCELLED));
    const took = performance.now() - began;

    expect(many.length).toBe(few.length);
    expect(await statesOf(em(), large)).toEqual({ CANCELLED: 5_000 });
    expect(await countsOf(em(), large)).toEqual({ capacity: 4_000, claimed: 0, offered: 0, waiting: 0, free: 4_000 });
    const [{ entries } = { entries: 0 }] = await em().execute<{ entries: number }[]>(
      `select count(*)::int as entries from audit_entry join registration on registration.id = subject_id
       where edition_id = ? and actor_id = ? and command = 'changeEditionStatus'
         and changes -> 0 ->> 'to' = 'CANCELLED'`,
      [large, ADMINISTRATOR_ID],
    );
    expect(entries).toBe(5_000);
    expect((await eventsOf(em(), large)).filter((type) => type === 'RegistrationEnded')).toHaveLength(5_000);
    const made = await em().execute<{ id: string }[]>(
      `select id from outbox_event where payload ->> 'editionId' = ? order by id`,
      [large],
    );
    expect(new Set(made.map(({ id }) => kindOfId(id)))).toEqual(new Set(['event']));
    expect(took).toBeLessThan(10_000);
  });

  it('takes nobody in who registers at the same moment', async () => {
    const editionId = await givenEdition(em(), { capacity: 10, waitlistLimit: 10 });

    await Promise.all([
      ...Array.from({ length: 15 }, () => register(em(), editionId, newId('person'))),
      step(editionId, EditionStatus.CANCELLED),
      ...Array.from({ length: 15 }, () => register(em(), editionId, newId('person'))),
    ]);

    expect(Object.keys(await statesOf(em(), editionId)).filter((status) => status !== 'CANCELLED')).toEqual([]);
    expect(await countsOf(em(), editionId)).toMatchObject({ claimed: 0, offered: 0, waiting: 0 });
  });

  it('stays unknown to the public where it was a draft', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 0 }, { status: 'DRAFT' });
    await em().execute('update edition set was_announced = false where id = ?', [editionId]);

    await step(editionId, EditionStatus.CANCELLED);

    const scope = {
      viewer: { personId: null, apiClientId: null, grants: [] },
      locale: 'en',
      correlationId: 'test',
      deadlineAt: Infinity,
    };
    const { data } = await service.running.execute({
      query: '{ forumEditions(status: CANCELLED) { nodes { id } } }',
      scope,
    });
    expect(JSON.stringify(data)).not.toContain(editionId);
  });
});

describe('an edition that is put off', () => {
  it('takes those with offers back into the queue, even past its limit', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 2 });
    const leaving = await givenRegistration(em(), editionId);
    for (let number = 0; number < 2; number += 1) await givenRegistration(em(), editionId);
    await withdraw(leaving);
    await givenRegistration(em(), editionId);
    expect(await countsOf(em(), editionId)).toMatchObject({ offered: 1, waiting: 2 });

    await step(editionId, EditionStatus.POSTPONED);

    expect(await countsOf(em(), editionId)).toMatchObject({ claimed: 0, offered: 0, waiting: 3, free: 1 });
    expect(await em().execute('select waitlist_limit from availability where id = ?', [editionId])).toEqual([
      { waitlist_limit: 3 },
    ]);
  });
});

describe('the calendar at work', () => {
  it('takes each step that was missed, in order, and none twice though many do it at once', async () => {
    const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 }, { status: 'ANNOUNCED' });
    const late = new Date(STARTS.getTime() + 30 * 24 * HOUR_MS);

    await Promise.all(Array.from({ length: 4 }, () => upkeep(late)));
    await upkeep(late);

    expect(await stepsOf(em(), editionId)).toEqual(
      ['REGISTRATION_OPEN', 'REGISTRATION_CLOSED', 'IN_PROGRESS', 'FINISHED'].map((to) => ({ byHand: false, to })),
    );
    expect((await eventsOf(em(), editionId)).filter((type) => type === 'EditionFinished')).toHaveLength(1);
  });

  it('opens nothing without seats, and leaves drafts, demonstrations and what has no dates alone', async () => {
    const without = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 }, { status: 'ANNOUNCED' });
    await em().execute('delete from availability where id = ?', [without]);
    const draft = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 }, { status: 'DRAFT' });
    const demo = await givenEdition(em(), { capacity: 1, waitlistLimit: 1 }, { status: 'ANNOUNCED' });
    await em().execute('update edition set is_demo = true where id = ?', [demo]);

    await upkeep(CLOSES);

    const left = await em().execute('select status from edition where id in (?) or year = 2026', [
      [without, draft, demo],
    ]);
    expect(left.map(({ status }) => status).toSorted()).toEqual(['ANNOUNCED', 'ANNOUNCED', 'ANNOUNCED', 'DRAFT']);
    expect(await takeDueStep(em(), newId('forum_edition'), CLOSES)).toBeNull();
  });
});

/** An edition whose dates may be in any year. */
async function givenMovable(seats: Parameters<typeof givenEdition>[1]): Promise<string> {
  const editionId = await givenEdition(em(), seats);
  await em().execute('update edition set is_demo = true where id = ?', [editionId]);
  return editionId;
}

async function endOf(offerId: string): Promise<Date> {
  const [row] = await em().execute<{ expires_at: string }[]>('select expires_at from seat_offer where id = ?', [
    offerId,
  ]);
  return new Date(row?.expires_at ?? 0);
}

async function versionOf(editionId: string): Promise<number> {
  const [row] = await em().execute<{ version: number }[]>('select version from edition where id = ?', [editionId]);
  return row?.version ?? 0;
}

async function withdraw(registrationId: string): Promise<void> {
  const { person_id: actorId } = (await stateOf(em(), registrationId)) ?? { person_id: '' };
  await withdrawRegistration(em(), { actorId, registrationId, expectedVersion: null, reason: null }, NOW);
}

/** An edition with as many people, four of five of them on seats. */
async function givenCrowd(people: number, on: EntityManager = em()): Promise<string> {
  const seats = Math.ceil(people * 0.8);
  const editionId = await givenEdition(on, { capacity: seats, waitlistLimit: people });
  const ids = Array.from({ length: people }, () => newId('registration'));
  await on.execute(
    `insert into registration (id, edition_id, person_id, category, status, registered_at)
     select id, ?, 'person_of_' || id, 'OPEN', case when place <= ? then 'CONFIRMED' else 'WAITLISTED' end, ?
     from jsonb_array_elements_text(?::jsonb) with ordinality as crowd (id, place)`,
    [editionId, seats, NOW, JSON.stringify(ids)],
  );
  return editionId;
}
