import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { Edition } from '../edition/edition.entity.ts';
import { difference } from '../session/programme/release/difference.rules.ts';
import { readProgramme } from '../session/programme/release/read-programme.ts';
import type { DemoCalendar } from './demo-calendar.rules.ts';
import { demoRooms, demoSessions } from './demo-sessions.ts';

const FIRST_RELEASE = namedId('programme_release', '2026/1');

/** Releases the demonstration's programme as the first version, with a draft that is alike. Touches no other programme. */
export async function releaseDemoProgramme(
  tx: EntityManager,
  editionId: string,
  calendar: DemoCalendar,
  now: Date,
): Promise<void> {
  const [programme] = await tx.execute<{ last_release: number }[]>(
    `insert into programme (edition_id) select id from edition where id = ? and is_demo
     on conflict (edition_id) do update set edition_id = excluded.edition_id returning last_release`,
    [editionId],
  );
  if (programme?.last_release !== 0) return;
  for (const { name, capacity } of demoRooms) {
    await tx.execute('insert into room (id, edition_id, name, capacity) values (?, ?, ?::jsonb, ?)', [
      roomIdOf(name),
      editionId,
      JSON.stringify({ kk: name, ru: name, en: name }),
      capacity,
    ]);
  }
  for (const session of demoSessions) {
    const id = namedId('session', `2026/${session.title.en}`);
    await tx.execute(
      `insert into session (id, edition_id, title, starts_at, ends_at, room, room_id, floor_languages, interpretation_languages)
       values (?, ?, ?::jsonb, ?, ?, ?, ?, ?::text[], ?::text[])
       on conflict (id) do update set room_id = excluded.room_id`,
      [
        id,
        editionId,
        JSON.stringify(session.title),
        calendar.at(session.day, session.from),
        calendar.at(session.day, session.until),
        session.room,
        roomIdOf(session.room),
        `{${session.floor.join(',')}}`,
        `{${session.interpreted.join(',')}}`,
      ],
    );
    await tx.execute(
      'insert into availability (id, capacity, waitlist_limit) values (?, ?, ?) on conflict do nothing',
      [id, session.seats, session.seats],
    );
  }
  await tx.execute(
    `insert into session_draft (session_id, edition_id, title, description, starts_at, ends_at, room_id, floor_languages,
       interpretation_languages, capacity, waitlist_limit, is_open_door, speakers)
     select session.id, edition_id, title, description, starts_at, ends_at, room_id, floor_languages,
       interpretation_languages, capacity, coalesce(waitlist_limit, 0), is_open_door, speakers
     from session left join availability on availability.id = session.id
     where edition_id = ? and room_id is not null and status = 'SCHEDULED'`,
    [editionId],
  );
  await tx.execute('update programme set last_release = 1 where edition_id = ?', [editionId]);
  await tx.execute(
    `insert into programme_release (id, edition_id, number, released_at, note) values (?, ?, 1, ?, '{}')`,
    [FIRST_RELEASE, editionId, now],
  );
  await tellFirstRelease(tx, editionId);
}

/**
 * Puts off a whole programme, released and drafted, with the edition it belongs to.
 *
 * All by the same time, so that nothing that was made of the demonstration meanwhile gets in another one's way. The first
 * release tells of the new times, unless others have followed it.
 */
export async function putOffDemoProgramme(tx: EntityManager, editionId: string, from: Date, to: Date): Promise<void> {
  for (const table of ['session', 'session_draft']) {
    await tx.execute(
      `update ${table} set starts_at = starts_at + (?::timestamptz - ?::timestamptz),
         ends_at = ends_at + (?::timestamptz - ?::timestamptz), version = version + 1
       where edition_id = ?`,
      [to, from, to, from, editionId],
    );
  }
  const releases = await tx.execute('select id from programme_release where edition_id = ?', [editionId]);
  if (releases.length === 1) await tellFirstRelease(tx, editionId);
}

/** Says of the first release that it added all there is. */
async function tellFirstRelease(tx: EntityManager, editionId: string): Promise<void> {
  await tx.execute('delete from programme_change where release_id = ?', [FIRST_RELEASE]);
  const { released } = await readProgramme(tx, await tx.findOneOrFail(Edition, editionId));
  const added = difference(
    [],
    released.map((entry) => ({ ...entry, isRemoved: false })),
  );
  for (const { sessionId, kind, fields, title, startsAt, endsAt, roomName } of added) {
    await tx.execute(
      `insert into programme_change (release_id, session_id, kind, fields, title, starts_at, ends_at, room_name)
       values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?::jsonb)`,
      [
        FIRST_RELEASE,
        sessionId,
        kind,
        JSON.stringify(fields),
        JSON.stringify(title),
        startsAt,
        endsAt,
        JSON.stringify(roomName),
      ],
    );
  }
}

function roomIdOf(name: string): string {
  return namedId('room', `2026/${name}`);
}
