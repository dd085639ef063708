import type { EntityManager } from '@mikro-orm/postgresql';
import { namedId } from '../../shared/ids.ts';
import { demoCalendar } from './demo-calendar.rules.ts';
import { demoSessions } from './demo-sessions.ts';
import { editionIdOf } from './reference.ts';

const CAPACITY = 400;
const WAITLIST_LIMIT = 100;

/**
 * Opens the 2026 edition as a demonstration: dates around the day it is brought, 400 seats, a programme of 11 sessions.
 *
 * Marks the edition as a demonstration. When its registration has run out, the calendar is moved to the present, so that
 * a demonstration that lies around can still be tried. Touches no edition that was changed to be real.
 */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  const editionId = editionIdOf(2026);
  const calendar = demoCalendar(now);
  await em.transactional(async (tx) => {
    const moved = await tx.execute(
      `update edition set status = 'REGISTRATION_OPEN', is_demo = true, registration_opens_at = ?,
         registration_closes_at = ?, starts_at = ?, ends_at = ?, version = version + 1
       where id = ? and (registration_closes_at is null and status = 'ANNOUNCED' or is_demo and registration_closes_at <= ?)
       returning id`,
      [calendar.registrationOpensAt, calendar.registrationClosesAt, calendar.startsAt, calendar.endsAt, editionId, now],
    );
    if (moved.length === 0) return;
    await tx.execute(
      'insert into availability (id, capacity, waitlist_limit) values (?, ?, ?) on conflict do nothing',
      [editionId, CAPACITY, WAITLIST_LIMIT],
    );
    for (const session of demoSessions) {
      const id = namedId('session', `2026/${session.title.en}`);
      await tx.execute(
        `insert into session (id, edition_id, title, starts_at, ends_at, room, floor_languages, interpretation_languages)
         values (?, ?, ?::jsonb, ?, ?, ?, ?::text[], ?::text[])
         on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
        [
          id,
          editionId,
          JSON.stringify(session.title),
          calendar.at(session.day, session.from),
          calendar.at(session.day, session.until),
          session.room,
          `{${session.floor.join(',')}}`,
          `{${session.interpreted.join(',')}}`,
        ],
      );
      await tx.execute(
        'insert into availability (id, capacity, waitlist_limit) values (?, ?, ?) on conflict do nothing',
        [id, session.seats, session.seats],
      );
    }
  });
}
