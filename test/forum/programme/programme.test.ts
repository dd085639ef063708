import type { EntityManager } from '@mikro-orm/postgresql';
import { beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking } from '../../../services/forum/session/booking/change/change-booking.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { at, book, booked, givenEdition, givenParticipants, NOW, seatsOf, statusOf } from '../session/sessions.ts';
import {
  asking,
  CANCEL,
  CHANGE,
  CREATE_ROOM,
  DRAFT,
  everything,
  FORM,
  givenRoom,
  MOVE,
  published,
  RELEASE,
  REMOVE,
} from './programmes.ts';

const service = useService(forum, () => NOW);
const ask = asking(() => service.running);
const em = (): EntityManager => service.running.database.orm.em.fork();

let editionId: string;
let roomA: string;
let roomB: string;
beforeEach(async () => {
  editionId = await givenEdition(em());
  roomA = await givenRoom(em(), editionId, 'A', 100);
  roomB = await givenRoom(em(), editionId, 'B', 20);
});

const PROGRAMME = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on ForumEdition {
    sessions { nodes { id title(locale: "en") { text } startsAt room roomDetails { id capacity } version availability { capacity } } }
    programmeReleases { nodes {
      number releasedAt note(locale: "en") { text }
      changes { kind session { id status } fields { field from to } sentence(locale: "en") }
    } }
  } } }`;
const PENDING = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on ForumEdition { programmeDraft {
    sessions { nodes { id version isRemoved session { id } } }
    changes { kind sessionId session { id } sentence(locale: "en") }
    conflicts { nodes { booking { id } conflictsWith { id } } }
  } } } }`;

function ofEdition(): object[] {
  return [{ __typename: 'ForumEdition', id: editionId }];
}

/** An instant as answers write it. */
function iso(hour: number): string {
  return at(hour).toISOString();
}

async function programme() {
  const [edition] = await ask.participant(PROGRAMME, { of: ofEdition() });
  return edition;
}

async function pending() {
  const [edition] = await ask.administrator(PENDING, { of: ofEdition() });
  return edition.programmeDraft;
}

/** A session in the draft; from `from` to `until` o'clock, UTC. */
async function drafted(from: number, until: number, roomId = roomA, more: object = {}): Promise<string> {
  const input = { ...FORM, editionId, startsAt: at(from), endsAt: at(until), roomId, ...more };
  const { draft, ...refusal } = await ask.administrator(DRAFT, { input });
  if (!draft) throw new Error(JSON.stringify(refusal));
  return draft.id;
}

async function release(): Promise<number> {
  const answer = await ask.administrator(RELEASE, { input: { editionId } });
  if (!answer.release) throw new Error(JSON.stringify(answer));
  return answer.release.number;
}

async function released(from: number, until: number, roomId = roomA, more: object = {}): Promise<string> {
  const id = await drafted(from, until, roomId, more);
  await release();
  return id;
}

function move(sessionId: string, from: number, until: number, roomId = roomA, expectedVersion = 1) {
  const input = { sessionId, startsAt: at(from), endsAt: at(until), roomId, expectedVersion };
  return ask.administrator(MOVE, { input });
}

async function isMarked(bookingId: string): Promise<boolean | undefined> {
  const rows = await em().execute<{ has_conflict: boolean }[]>('select has_conflict from booking where id = ?', [
    bookingId,
  ]);
  return rows[0]?.has_conflict;
}

describe('a draft', () => {
  it('is seen by nobody until it is released, and then as the first version', async () => {
    const id = await drafted(5, 6, roomA, { capacity: 30, waitlistLimit: 5 });
    const before = await programme();
    const number = await release();
    const after = await programme();

    expect(before).toEqual({ sessions: { nodes: [] }, programmeReleases: { nodes: [] } });
    expect(number).toBe(1);
    expect(after.sessions.nodes).toEqual([
      {
        id,
        title: { text: 'Opening' },
        startsAt: iso(5),
        room: 'A',
        roomDetails: { id: roomA, capacity: 100 },
        version: 1,
        availability: { capacity: 30 },
      },
    ]);
    expect(after.programmeReleases.nodes).toMatchObject([
      {
        number: 1,
        releasedAt: NOW.toISOString(),
        note: null,
        changes: [
          { kind: 'ADDED', session: { id, status: 'SCHEDULED' }, sentence: 'Added: 2 October, 10:00, room A.' },
        ],
      },
    ]);
    expect(await published(em(), 'ProgrammeReleased', editionId)).toEqual([
      { releaseId: expect.any(String), editionId, number: 1 },
    ]);
  });

  it('is alike after its release, and tells what it would change', async () => {
    const kept = await released(5, 6);
    const gone = await released(6, 7);
    const alike = await pending();
    await ask.administrator(CHANGE, {
      input: { ...FORM, sessionId: kept, expectedVersion: 1, startsAt: at(8), endsAt: at(9), roomId: roomB },
    });
    await ask.administrator(REMOVE, { input: { sessionId: gone, expectedVersion: 1 } });
    const fresh = await drafted(10, 11);

    const draft = await pending();

    expect(alike.changes).toEqual([]);
    expect(draft.changes).toEqual([
      {
        kind: 'CANCELLED',
        sessionId: gone,
        session: { id: gone },
        sentence: 'Cancelled. It was planned for 2 October, 11:00, room A.',
      },
      { kind: 'MOVED', sessionId: kept, session: { id: kept }, sentence: 'Moved from 10:00 to 13:00, room B.' },
      { kind: 'ADDED', sessionId: fresh, session: null, sentence: 'Added: 2 October, 15:00, room A.' },
    ]);
    expect(draft.sessions.nodes).toEqual([
      { id: gone, version: 2, isRemoved: true, session: { id: gone } },
      { id: kept, version: 2, isRemoved: false, session: { id: kept } },
      { id: fresh, version: 1, isRemoved: false, session: null },
    ]);
  });

  it('takes back a session that was to be removed', async () => {
    const sessionId = await released(5, 6);
    await ask.administrator(REMOVE, { input: { sessionId, expectedVersion: 1 } });

    const input = { ...FORM, sessionId, expectedVersion: 2, startsAt: at(5), endsAt: at(6), roomId: roomA };
    const answer = await ask.administrator(CHANGE, { input });

    expect(answer.draft).toEqual({ id: sessionId, version: 3, isRemoved: false });
    expect((await pending()).changes).toEqual([]);
  });

  it('never releases a session that was removed before', async () => {
    const sessionId = await drafted(5, 6);
    await ask.administrator(REMOVE, { input: { sessionId, expectedVersion: 1 } });

    expect((await pending()).changes).toEqual([]);
    expect(await ask.administrator(RELEASE, { input: { editionId } })).toMatchObject({ code: 'NOTHING_TO_RELEASE' });
  });

  it('exchanges two rooms in one release', async () => {
    const one = await released(5, 6, roomA);
    const other = await released(5, 6, roomB);
    const input = (sessionId: string, roomId: string, from: number, expectedVersion: number) => ({
      input: { ...FORM, sessionId, expectedVersion, startsAt: at(from), endsAt: at(from + 1), roomId },
    });
    await ask.administrator(CHANGE, input(one, roomA, 7, 1));
    await ask.administrator(CHANGE, input(other, roomA, 5, 1));
    await ask.administrator(CHANGE, input(one, roomB, 5, 2));

    await release();

    const { sessions } = await programme();
    expect(sessions.nodes.map(({ id, room }: { id: string; room: string }) => [id, room]).sort()).toEqual(
      [
        [one, 'B'],
        [other, 'A'],
      ].sort(),
    );
  });

  it('is released once for a key', async () => {
    await drafted(5, 6);
    const input = { editionId, idempotencyKey: 'first', note: [{ locale: 'en', text: 'Here it is' }] };

    const [first, again] = [await ask.administrator(RELEASE, { input }), await ask.administrator(RELEASE, { input })];

    expect(again).toEqual(first);
    expect((await programme()).programmeReleases.nodes).toMatchObject([{ number: 1, note: { text: 'Here it is' } }]);
  });
});

describe('a moved session', () => {
  it('takes its bookings along, marks those that overlap, drops nobody and tells everybody', async () => {
    const [first, second] = [await released(5, 6, roomA), await released(8, 9, roomB)];
    const [busy, ...others] = await givenParticipants(em(), editionId, 2);
    const [kept, moved] = [await booked(em(), busy, first), await booked(em(), busy, second)];
    for (const other of others) await booked(em(), other, second);

    const answer = await move(second, 5, 6, roomB);

    expect(answer).toEqual({
      __typename: 'MoveSessionSuccess',
      session: { id: second, startsAt: iso(5), endsAt: iso(6), room: 'B', version: 2 },
      conflicts: [{ booking: { id: moved }, conflictsWith: { id: kept } }],
    });
    expect(await Promise.all([statusOf(em(), kept), statusOf(em(), moved)])).toEqual(['BOOKED', 'BOOKED']);
    expect(await isMarked(moved)).toBe(true);
    const told = await published(em(), 'SessionMoved', editionId);
    expect(told.map(({ personId, hasConflict }) => [personId, hasConflict]).sort()).toEqual(
      [
        [busy.personId, true],
        [others[0]?.personId, false],
      ].sort(),
    );
    expect((await programme()).programmeReleases.nodes[0]).toMatchObject({
      number: 3,
      changes: [{ kind: 'MOVED', session: { id: second }, sentence: 'Moved from 13:00 to 10:00, room B.' }],
    });
  });

  it('is told of beforehand by the draft, with the conflicts it would make', async () => {
    const [first, second] = [await released(5, 6, roomA), await released(8, 9, roomB)];
    const [busy] = await givenParticipants(em(), editionId, 1);
    const [kept, moved] = [await booked(em(), busy, first), await booked(em(), busy, second)];
    const input = { ...FORM, sessionId: second, expectedVersion: 1, startsAt: at(5), endsAt: at(6), roomId: roomB };
    await ask.administrator(CHANGE, { input });

    const told = (await pending()).conflicts.nodes;
    await release();

    expect(told).toEqual([{ booking: { id: moved }, conflictsWith: { id: kept } }]);
    expect(await isMarked(moved)).toBe(true);
    expect((await pending()).conflicts.nodes).toEqual([]);
  });

  it.each(['is moved away', 'the other is moved away', 'the other is cancelled', 'the other booking is cancelled'])(
    'is in nobody’s way any more once it %s',
    async (what) => {
      const [first, second] = [await released(5, 6, roomA), await released(8, 9, roomB)];
      const [busy] = await givenParticipants(em(), editionId, 1);
      const [kept, moved] = [await booked(em(), busy, first), await booked(em(), busy, second)];
      await move(second, 5, 6, roomB);

      if (what === 'is moved away') await move(second, 9, 10, roomB, 2);
      if (what === 'the other is moved away') await move(first, 9, 10, roomA);
      if (what === 'the other is cancelled') {
        await ask.administrator(CANCEL, { input: { sessionId: first, reason: 'no speaker' } });
      }
      if (what === 'the other booking is cancelled') {
        const command = { personId: busy.personId, bookingId: kept, expectedVersion: null };
        expect(await cancelBooking(em(), command, NOW)).toEqual({ bookingId: kept });
      }

      expect(await isMarked(moved)).toBe(false);
    },
  );

  it('keeps what else is drafted of it, and is where it was moved to after the next release', async () => {
    const sessionId = await released(5, 6);
    const renamed = [{ locale: 'en', text: 'Renamed' }];
    const content = { ...FORM, title: renamed, startsAt: at(5), endsAt: at(6), roomId: roomA };
    await ask.administrator(CHANGE, { input: { ...content, sessionId, expectedVersion: 1 } });

    await move(sessionId, 7, 8, roomB);
    const moved = await programme();
    await release();

    expect(moved.sessions.nodes).toMatchObject([{ title: { text: 'Opening' }, startsAt: iso(7), room: 'B' }]);
    expect((await programme()).sessions.nodes).toMatchObject([
      { title: { text: 'Renamed' }, startsAt: iso(7), room: 'B' },
    ]);
  });

  it('is where it is already without a release', async () => {
    const sessionId = await released(5, 6);

    const answer = await move(sessionId, 5, 6);

    expect(answer).toMatchObject({ __typename: 'MoveSessionSuccess', session: { version: 1 } });
    expect((await programme()).programmeReleases.nodes).toHaveLength(1);
  });
});

describe('a cancelled session', () => {
  it.each(['at once', 'by a release'])('%s ends its bookings, and is in the programme no more', async (how) => {
    const sessionId = await released(5, 6, roomA, { capacity: 1, waitlistLimit: 1 });
    const [one, other] = await givenParticipants(em(), editionId, 2);
    const bookings = [await booked(em(), one, sessionId), await booked(em(), other ?? one, sessionId)];

    if (how === 'at once') await ask.administrator(CANCEL, { input: { sessionId, reason: 'no speaker' } });
    else {
      await ask.administrator(REMOVE, { input: { sessionId, expectedVersion: 1 } });
      await release();
    }

    expect(await Promise.all(bookings.map((id) => statusOf(em(), id)))).toEqual([
      'SESSION_CANCELLED',
      'SESSION_CANCELLED',
    ]);
    expect(await seatsOf(em(), sessionId)).toEqual({ claimed: 0, offered: 0, waiting: 0, free: 1 });
    const { sessions, programmeReleases } = await programme();
    expect(sessions.nodes).toEqual([]);
    expect(programmeReleases.nodes[0]).toMatchObject({
      number: 2,
      changes: [{ kind: 'CANCELLED', session: { id: sessionId, status: 'CANCELLED' }, fields: [] }],
    });
    expect((await pending()).sessions.nodes).toEqual([]);
  });

  it('leaves its room to another', async () => {
    const sessionId = await released(5, 6);
    await ask.administrator(CANCEL, { input: { sessionId, reason: 'no speaker' } });

    const other = await released(5, 6);

    expect((await programme()).sessions.nodes).toMatchObject([{ id: other }]);
  });

  it('keeps the reason in the audit trail', async () => {
    const sessionId = await released(5, 6);

    await ask.administrator(CANCEL, { input: { sessionId, reason: 'no speaker' } });

    const entries = await em().execute('select reason from audit_entry where command = ? and subject_id = ?', [
      'cancelSession',
      sessionId,
    ]);
    expect(entries).toEqual([{ reason: 'no speaker' }]);
  });
});

describe('seats of a session', () => {
  it('that become more are offered to those who wait, in the release', async () => {
    const sessionId = await released(5, 6, roomA, { capacity: 1, waitlistLimit: 2 });
    const people = await givenParticipants(em(), editionId, 3);
    for (const person of people) await book(em(), person, sessionId);
    const content = { ...FORM, startsAt: at(5), endsAt: at(6), roomId: roomA, capacity: 2, waitlistLimit: 2 };
    await ask.administrator(CHANGE, { input: { ...content, sessionId, expectedVersion: 1 } });

    await release();

    expect(await seatsOf(em(), sessionId)).toEqual({ claimed: 1, offered: 1, waiting: 1, free: 0 });
  });

  it('are never fewer than are taken, nor the queue shorter than it is', async () => {
    const sessionId = await released(5, 6, roomA, { capacity: 2, waitlistLimit: 2 });
    const people = await givenParticipants(em(), editionId, 3);
    for (const person of people) await book(em(), person, sessionId);
    const content = { ...FORM, sessionId, expectedVersion: 1, startsAt: at(5), endsAt: at(6), roomId: roomA };
    const before = await everything(em());

    const fewer = await ask.administrator(CHANGE, { input: { ...content, capacity: 1, waitlistLimit: 2 } });
    const shorter = await ask.administrator(CHANGE, { input: { ...content, capacity: 2, waitlistLimit: 0 } });

    expect(fewer).toMatchObject({ code: 'CAPACITY_BELOW_CLAIMED', claimed: 2, sessionId });
    expect(shorter).toMatchObject({ code: 'WAITLIST_LIMIT_BELOW_WAITING', waiting: 1 });
    expect(await everything(em())).toBe(before);
  });

  it('that were taken since the draft was written stop its release, whole', async () => {
    const sessionId = await released(5, 6, roomA, { capacity: 2 });
    await ask.administrator(CHANGE, {
      input: { ...FORM, sessionId, expectedVersion: 1, startsAt: at(5), endsAt: at(6), roomId: roomA, capacity: 1 },
    });
    await drafted(7, 8);
    for (const person of await givenParticipants(em(), editionId, 2)) await booked(em(), person, sessionId);
    const before = await everything(em());

    const answer = await ask.administrator(RELEASE, { input: { editionId } });

    expect(answer).toMatchObject({ code: 'CAPACITY_BELOW_CLAIMED', claimed: 2, sessionId });
    expect(await everything(em())).toBe(before);
  });

  it('are counted for those who booked before there was a limit', async () => {
    const sessionId = await released(5, 6);
    for (const person of await givenParticipants(em(), editionId, 2)) await booked(em(), person, sessionId);
    await ask.administrator(CHANGE, {
      input: { ...FORM, sessionId, expectedVersion: 1, startsAt: at(5), endsAt: at(6), roomId: roomA, capacity: 3 },
    });

    await release();

    expect(await seatsOf(em(), sessionId)).toEqual({ claimed: 2, offered: 0, waiting: 0, free: 1 });
  });
});

describe('a refusal changes nothing', () => {
  it.each<[string, string, (ids: { sessionId: string; roomA: string; roomB: string }) => object, object]>([
    [
      'of a room without a name and with nobody in it',
      CREATE_ROOM,
      () => ({ name: [], capacity: 0 }),
      {
        code: 'INVALID_INPUT',
        violations: [
          { path: ['input', 'name'], code: 'MISSING' },
          { path: ['input', 'capacity'], code: 'NOT_POSITIVE' },
        ],
      },
    ],
    [
      'of a draft in an occupied room',
      DRAFT,
      (ids) => ({ ...FORM, startsAt: at(5), endsAt: at(6), roomId: ids.roomA }),
      { code: 'ROOM_OCCUPIED' },
    ],
    [
      'of a draft with all that is wrong with it',
      DRAFT,
      (ids) => ({
        ...FORM,
        title: [],
        floorLanguages: ['zz'],
        startsAt: at(8),
        endsAt: at(7),
        roomId: ids.roomB,
        capacity: 21,
        isOpenDoor: true,
      }),
      {
        code: 'INVALID_INPUT',
        violations: [
          { path: ['input', 'title'], code: 'MISSING' },
          { path: ['input', 'endsAt'], code: 'ENDS_BEFORE_IT_STARTS' },
          { path: ['input', 'capacity'], code: 'ABOVE_ROOM' },
          { path: ['input', 'floorLanguages', '0'], code: 'UNKNOWN_LANGUAGE' },
          { path: ['input', 'capacity'], code: 'OPEN_DOOR_WITH_SEATS' },
        ],
      },
    ],
    [
      'of a change to what somebody has changed',
      CHANGE,
      ({ sessionId, roomA }) => ({
        ...FORM,
        sessionId,
        expectedVersion: 7,
        startsAt: at(5),
        endsAt: at(6),
        roomId: roomA,
      }),
      { code: 'VERSION_CONFLICT', currentVersion: 1 },
    ],
    [
      'of removing what somebody has changed',
      REMOVE,
      ({ sessionId }) => ({ sessionId, expectedVersion: 2 }),
      { code: 'VERSION_CONFLICT', currentVersion: 1 },
    ],
    [
      'of removing what is not there',
      REMOVE,
      () => ({ sessionId: 'session_0', expectedVersion: 1 }),
      { code: 'SESSION_NOT_FOUND' },
    ],
    ['of a release without a change', RELEASE, () => ({}), { code: 'NOTHING_TO_RELEASE' }],
    [
      'of a move by an old version',
      MOVE,
      ({ sessionId, roomA }) => ({ sessionId, startsAt: at(8), endsAt: at(9), roomId: roomA, expectedVersion: 2 }),
      { code: 'VERSION_CONFLICT', currentVersion: 1 },
    ],
    [
      'of a move into a room that is too small and a time that is none',
      MOVE,
      ({ sessionId, roomB }) => ({ sessionId, startsAt: at(8), endsAt: at(8), roomId: roomB, expectedVersion: 1 }),
      {
        code: 'INVALID_INPUT',
        violations: [
          { path: ['input', 'endsAt'], code: 'ENDS_BEFORE_IT_STARTS' },
          { path: ['input', 'roomId'], code: 'ABOVE_ROOM' },
        ],
      },
    ],
    [
      'of a cancellation without a word',
      CANCEL,
      ({ sessionId }) => ({ sessionId, reason: ' ' }),
      { code: 'INVALID_INPUT', violations: [{ path: ['input', 'reason'], code: 'REASON_TOO_SHORT' }] },
    ],
  ])('%s', async (_case, mutation, given, refusal) => {
    const sessionId = await released(5, 6, roomA, { capacity: 50 });
    const before = await everything(em());
    const needsEdition = [CREATE_ROOM, DRAFT, RELEASE].includes(mutation);
    const input = { ...given({ sessionId, roomA, roomB }), ...(needsEdition && { editionId }) };

    const answer = await ask.administrator(mutation, { input });

    expect(answer).toMatchObject(refusal);
    expect(await everything(em())).toBe(before);
  });

  it('of a move onto a released session, or onto one that is drafted', async () => {
    const first = await released(5, 6);
    const second = await released(7, 8);
    const third = await drafted(9, 10);
    const before = await everything(em());

    const [ontoReleased, ontoDrafted] = [await move(first, 7, 8), await move(first, 8, 10)];

    expect(ontoReleased).toMatchObject({ code: 'ROOM_OCCUPIED', sessions: [{ id: second }] });
    expect(ontoDrafted).toMatchObject({ code: 'ROOM_OCCUPIED', sessions: [{ id: third }] });
    expect(await everything(em())).toBe(before);
  });

  it('of moving or cancelling what is cancelled', async () => {
    const sessionId = await released(5, 6);
    await ask.administrator(CANCEL, { input: { sessionId, reason: 'no speaker' } });
    const before = await everything(em());

    const moved = await move(sessionId, 7, 8, roomA, 2);
    const cancelled = await ask.administrator(CANCEL, { input: { sessionId, reason: 'again' } });

    expect(moved).toMatchObject({ code: 'INVALID_TRANSITION', from: 'CANCELLED', to: 'SCHEDULED', allowed: [] });
    expect(cancelled).toMatchObject({ code: 'INVALID_TRANSITION', from: 'CANCELLED', to: 'CANCELLED', allowed: [] });
    expect(await everything(em())).toBe(before);
  });

  it('of somebody who runs no edition, who does not learn what there is', async () => {
    const sessionId = await released(5, 6);
    const before = await everything(em());
    const place = { startsAt: at(7), endsAt: at(8), roomId: roomA };

    const answers = [
      await ask.participant(MOVE, { input: { sessionId, ...place, expectedVersion: 1 } }),
      await ask.participant(CANCEL, { input: { sessionId, reason: 'for fun' } }),
      await ask.participant(CHANGE, { input: { ...FORM, sessionId, ...place, expectedVersion: 1 } }),
      await ask.participant(REMOVE, { input: { sessionId, expectedVersion: 1 } }),
    ];

    expect(answers.map(({ code }) => code)).toEqual(Array(4).fill('SESSION_NOT_FOUND'));
    await expect(ask.participant(RELEASE, { input: { editionId } })).rejects.toThrow('FORBIDDEN');
    expect(await everything(em())).toBe(before);
  });
});

describe('in a race', () => {
  it('each release has a number of its own and no draft is lost', async () => {
    const hours = [1, 3, 5, 7, 9, 11];

    await Promise.all(
      hours.flatMap((hour) => [
        drafted(hour, hour + 1),
        ask.administrator(RELEASE, { input: { editionId } }),
        ask.administrator(RELEASE, { input: { editionId } }),
      ]),
    );
    await ask.administrator(RELEASE, { input: { editionId } });

    const { sessions, programmeReleases } = await programme();
    const releases: { number: number; changes: { session: { id: string } }[] }[] = programmeReleases.nodes;
    const numbers = releases.map(({ number }) => number).reverse();
    expect(sessions.nodes).toHaveLength(hours.length);
    expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
    const added = releases.flatMap(({ changes }) => changes.map(({ session }) => session.id));
    expect(added.sort()).toEqual(sessions.nodes.map(({ id }: { id: string }) => id).sort());
    expect((await pending()).changes).toEqual([]);
  });

  it('one release is made of one draft', async () => {
    await drafted(5, 6);

    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask.administrator(RELEASE, { input: { editionId } })),
    );

    expect(answers.map(({ release, code }) => release?.number ?? code).sort()).toEqual([
      1,
      ...Array(4).fill('NOTHING_TO_RELEASE'),
    ]);
  });

  it('one of two sessions gets the room, and the other stays where it is', async () => {
    const [first, second] = [await released(5, 6), await released(7, 8)];

    const answers = await Promise.all([move(first, 9, 10), move(second, 9, 10)]);

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['MoveSessionSuccess', 'RoomOccupied']);
    const starts = (await programme()).sessions.nodes.map(({ startsAt }: { startsAt: string }) =>
      new Date(startsAt).getUTCHours(),
    );
    expect([
      [5, 9],
      [7, 9],
    ]).toContainEqual(starts);
  });

  it('one of many drafts gets the room', async () => {
    const input = { ...FORM, editionId, startsAt: at(5), endsAt: at(6), roomId: roomA };

    const answers = await Promise.all(Array.from({ length: 6 }, () => ask.administrator(DRAFT, { input })));

    expect(answers.filter(({ __typename }) => __typename === 'DraftSessionSuccess')).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'RoomOccupied')).toHaveLength(5);
  });

  it('nobody is dropped or left unmarked while sessions are booked and moved about', async () => {
    const [first, second] = [await released(5, 6, roomA), await released(7, 8, roomB)];
    const people = await givenParticipants(em(), editionId, 10);

    await Promise.all([
      ...people.flatMap((person) => [book(em(), person, first), book(em(), person, second)]),
      move(second, 5, 6, roomB),
    ]);

    const overlapping = await em().execute(
      `select one.id from booking as one join booking as other on other.registration_id = one.registration_id
         and other.id > one.id and other.status = 'BOOKED' and other.starts_at = one.starts_at
       where one.status = 'BOOKED' and not one.has_conflict and not other.has_conflict and one.edition_id = ?`,
      [editionId],
    );
    const lost = await em().execute(`select id from booking where edition_id = ? and status <> 'BOOKED'`, [editionId]);
    expect({ overlapping, lost }).toEqual({ overlapping: [], lost: [] });
  });

  it('the database itself keeps two sessions out of one room', async () => {
    const [first, second] = [await released(5, 6), await released(7, 8)];

    const twice = em().execute('update session set starts_at = ?, ends_at = ? where id in (?)', [
      at(9),
      at(10),
      [first, second],
    ]);

    await expect(twice).rejects.toThrow('session_alone_in_its_room');
  });
});

describe('the programme', () => {
  const NARROWED = `query ($of: [_Any!]!, $floor: Locale, $interpretation: Locale, $day: LocalDate, $room: String) {
    _entities(representations: $of) { ... on ForumEdition {
      sessions(floorLanguage: $floor, interpretationLanguage: $interpretation, day: $day, room: $room) { nodes { id } }
    } } }`;

  it('is narrowed to languages, a day in the edition’s zone, and a room', async () => {
    const lateNight = await drafted(18, 19, roomA, { floorLanguages: ['ru'], interpretationLanguages: ['en-GB'] });
    const afterMidnight = await drafted(19, 20, roomB, { floorLanguages: ['kk', 'ru'] });
    const nextDay = await drafted(29, 30, roomA);
    await release();
    const narrowed = async (filter: object): Promise<string[]> => {
      const [edition] = await ask.participant(NARROWED, { of: ofEdition(), ...filter });
      return edition.sessions.nodes.map(({ id }: { id: string }) => id);
    };

    expect(await narrowed({})).toEqual([lateNight, afterMidnight, nextDay]);
    expect(await narrowed({ floor: 'ru' })).toEqual([lateNight, afterMidnight]);
    expect(await narrowed({ interpretation: 'en' })).toEqual([lateNight]);
    expect(await narrowed({ interpretation: 'en-US' })).toEqual([]);
    expect(await narrowed({ day: '2026-10-02' })).toEqual([lateNight]);
    expect(await narrowed({ day: '2026-10-03' })).toEqual([afterMidnight, nextDay]);
    expect(await narrowed({ room: 'A' })).toEqual([lateNight, nextDay]);
    expect(await narrowed({ room: roomB, floor: 'kk' })).toEqual([afterMidnight]);
    expect(await narrowed({ day: '0001-01-01' })).toEqual([]);
    expect(await narrowed({ day: '9999-12-31' })).toEqual([]);
  });

  const PREPARED = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ForumEdition { programmeDraft {
    sessions { nodes { id session { id } } } changes { kind sentence } conflicts { nodes { booking { id } } }
  } } } }`;

  it.each([1, 3])('is read with the same statements, whether it has %i releases of as many sessions', async (count) => {
    for (let index = 0; index < count; index++) {
      await drafted(index * 2, index * 2 + 1, roomA);
      await drafted(index * 2, index * 2 + 1, roomB);
      await release();
    }
    const sessionId = await drafted(20, 21);

    const read = await statementsOf(programme);
    const prepared = await statementsOf(() => ask.administrator(PREPARED, { of: ofEdition() }));

    // The edition, its sessions, their seats and rooms, its releases, their changes, the changed sessions.
    expect(read).toHaveLength(7);
    // The edition, its draft with the sessions behind it, what is released, what is drafted, and conflicts.
    expect(prepared).toHaveLength(6);
    expect((await pending()).sessions.nodes.at(-1)).toMatchObject({ id: sessionId });
  });
});
