import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { CANCEL, CHANGE, DRAFT, MOVE, RELEASE } from './programmes.ts';

const FORUM_PAGE = operation('01-forum-page');
const BOOK = operation('06-book-session');
const REGISTER = operation('04-register');
const RELEASES = `{ forumEdition(year: 2026) { programmeReleases { nodes {
  number note(locale: "ru") { text } changes { kind session { id status } sentence(locale: "ru") } } } } }`;
const DRAFTED = `{ forumEdition(year: 2026) { id programmeCalendarUrl rooms { nodes { id name { text } capacity } }
  programmeDraft { changes { kind } sessions(first: 50) { nodes {
    id version startsAt endsAt room { id } floorLanguages interpretationLanguages capacity waitlistLimit
    title(locale: "en") { text } } } } } }`;

interface Drafted {
  readonly id: string;
  readonly version: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly room: { readonly id: string };
  readonly floorLanguages: string[];
  readonly interpretationLanguages: string[];
  readonly capacity: number;
  readonly waitlistLimit: number;
  readonly title: { readonly text: string };
}

describe.each(transports)('the programme of the demonstration, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  let editionId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    editionId = (await portal.ask('{ forumEdition(year: 2026) { id } }')).data.forumEdition.id;
  });
  afterAll(() => portal?.close());

  it('is the first release, with a draft that is alike', async () => {
    const { data, errors } = await admin.ask(DRAFTED);
    const page = await portal.ask(FORUM_PAGE, { year: 2026, locale: 'en' });

    const { rooms, programmeDraft } = data.forumEdition;
    expect(errors).toEqual([]);
    expect(
      rooms.nodes
        .map(({ name, capacity }: { name: { text: string }; capacity: number }) => [name.text, capacity])
        .sort(),
    ).toEqual([
      ['A', 400],
      ['B', 60],
      ['C', 20],
    ]);
    expect(programmeDraft.changes).toEqual([]);
    expect(programmeDraft.sessions.nodes).toHaveLength(11);
    expect(
      page.data.forumEdition.sessions.edges.map(({ node }: { node: { room: string } }) => node.room).sort(),
    ).toEqual([...Array(5).fill('A'), ...Array(3).fill('B'), ...Array(3).fill('C')]);
    const { data: released } = await portal.ask(RELEASES);
    expect(released.forumEdition.programmeReleases.nodes).toMatchObject([{ number: 1 }]);
    expect(released.forumEdition.programmeReleases.nodes[0].changes).toHaveLength(11);
  });

  it('goes from draft to release to an urgent move that meets a booking, to a cancellation', async () => {
    const sessions = await draftedSessions();
    const year = named(sessions, 'The International Volunteer Year: what has been done');
    const abroad = named(sessions, 'Volunteering abroad: Kenya, Türkiye, Thailand');
    const [person] = await portal.givenPeople(1);
    if (!person) throw new Error('one person is asked for');
    const me = portal.as(person.token);
    await me.ask(REGISTER, { input: { idempotencyKey: 'me', editionId, category: 'OPEN', consents: [] } });
    const bookings = [];
    for (const { id } of [year, abroad]) {
      const { data } = await me.ask(BOOK, { input: { idempotencyKey: id, sessionId: id } });
      bookings.push(data.bookSession.booking.id);
    }

    const drafted = await admin.ask(CHANGE, {
      input: { ...formOf(abroad), title: [{ locale: 'en', text: 'Abroad' }] },
    });
    const added = await admin.ask(DRAFT, {
      input: {
        idempotencyKey: 'new',
        editionId,
        title: [{ locale: 'ru', text: 'Волонтёрский ужин' }],
        startsAt: new Date(Date.parse(abroad.endsAt) + 7_200_000).toISOString(),
        endsAt: new Date(Date.parse(abroad.endsAt) + 9_000_000).toISOString(),
        roomId: abroad.room.id,
        floorLanguages: ['ru'],
      },
    });
    const note = [{ locale: 'ru', text: 'Добавлен ужин' }];
    const released = await admin.ask(RELEASE, { input: { idempotencyKey: 'two', editionId, note } });
    const moved = await admin.ask(MOVE, {
      input: {
        sessionId: abroad.id,
        startsAt: year.startsAt,
        endsAt: year.endsAt,
        roomId: await freeRoom(),
        expectedVersion: 2,
      },
    });
    const cancelled = await admin.ask(CANCEL, { input: { sessionId: year.id, reason: 'the speaker is ill' } });

    expect(drafted.data.changeSessionDraft.draft).toMatchObject({ id: abroad.id, version: 2 });
    expect(released.data.releaseProgramme.release).toEqual({
      number: 2,
      changes: [
        { kind: 'CHANGED', sessionId: abroad.id },
        { kind: 'ADDED', sessionId: added.data.draftSession.draft.id },
      ],
    });
    expect(moved.data.moveSession).toMatchObject({
      session: { id: abroad.id, startsAt: year.startsAt, version: 3 },
      conflicts: [{ booking: { id: bookings[1] }, conflictsWith: { id: bookings[0] } }],
    });
    expect(cancelled.data.cancelSession.session).toEqual({ id: year.id, status: 'CANCELLED' });
    const { data } = await portal.ask(RELEASES);
    expect(data.forumEdition.programmeReleases.nodes.slice(0, 3)).toMatchObject([
      { number: 4, note: null, changes: [{ kind: 'CANCELLED', session: { id: year.id, status: 'CANCELLED' } }] },
      { number: 3, note: null, changes: [{ kind: 'MOVED', session: { id: abroad.id, status: 'SCHEDULED' } }] },
      {
        number: 2,
        note: { text: 'Добавлен ужин' },
        changes: [{ kind: 'CHANGED', sentence: 'Изменено: название.' }, { kind: 'ADDED' }],
      },
    ]);
  });

  it('is in anybody’s calendar, in the time of Astana and the language asked for', async () => {
    const { data } = await portal.ask('{ forumEdition(year: 2026) { programmeCalendarUrl } }');
    const { pathname } = new URL(data.forumEdition.programmeCalendarUrl);

    const answer = await fetch(`${portal.url}${pathname}?locale=ru`);
    const missing = await fetch(`${portal.url}/files/forum/programme/forum_edition_0`);

    const calendar = (await answer.text()).replaceAll('\r\n ', '');
    expect([answer.status, missing.status]).toEqual([200, 404]);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(calendar.match(/^SUMMARY:.*$/gm)).toContain('SUMMARY:Открытие форума');
    expect(calendar).toContain('BEGIN:VTIMEZONE');
    expect(calendar).toMatch(/^DTSTART;TZID=Asia\/Almaty:\d{8}T090000\r$/m);
    // The last change of the zone's clocks: to UTC+5, on 1 March 2024.
    expect(calendar).toMatch(/TZOFFSETTO:\+0500/);
    expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(12);
    expect(calendar.match(/^STATUS:CANCELLED/gm)).toHaveLength(1);
  });

  async function draftedSessions(): Promise<Drafted[]> {
    const { data } = await admin.ask(DRAFTED);
    return data.forumEdition.programmeDraft.sessions.nodes;
  }

  /** A room that nothing is in yet. */
  async function freeRoom(): Promise<string> {
    const input = { editionId, name: [{ locale: 'en', text: 'D' }] };
    const { data } = await admin.ask(
      'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { ... on CreateRoomSuccess { room { id } } } }',
      { input },
    );
    return data.createRoom.room.id;
  }
});

function named(sessions: readonly Drafted[], title: string): Drafted {
  const found = sessions.find(({ title: { text } }) => text === title);
  if (!found) throw new Error(`no ${title}`);
  return found;
}

/** What `changeSessionDraft` takes, as the draft has it. */
function formOf({ id, version, room, title, ...rest }: Drafted) {
  return {
    ...rest,
    sessionId: id,
    expectedVersion: version,
    roomId: room.id,
    title: [{ locale: 'en', text: title.text }],
  };
}
