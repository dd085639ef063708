import type { EntityManager } from '@mikro-orm/postgresql';
import { tellSchedule } from '../edition/administration/tell-schedule.ts';
import { Edition } from '../edition/edition.entity.ts';
import { demoCalendar } from './demo-calendar.rules.ts';
import { putOffDemoProgramme, releaseDemoProgramme } from './demo-programme.ts';
import { editionIdOf } from './reference.ts';

const CAPACITY = 400;
const WAITLIST_LIMIT = 100;

/**
 * Opens the 2026 edition as a demonstration: dates around the day it is brought, 400 seats, a programme of 11 sessions.
 *
 * Marks the edition as a demonstration, whose seats are open to everybody: none is kept for delegations. When its registration has run out, the calendar is moved to the present, so that
 * a demonstration that lies around can still be tried. Touches no edition that was changed to be real.
 */
export async function seedDemo(em: EntityManager, now: Date): Promise<void> {
  const editionId = editionIdOf(2026);
  const calendar = demoCalendar(now);
  await em.transactional(async (tx) => {
    const before = await tx.findOne(Edition, editionId);
    const moved = await tx.execute(
      `update edition set status = 'REGISTRATION_OPEN', is_demo = true, sets_quotas_aside = false, registration_opens_at = ?,
         registration_closes_at = ?, nomination_closes_at = ?, confirmation_closes_at = ?, substitution_closes_at = ?,
         credentials_close_at = ?, starts_at = ?, ends_at = ?, ended_at = null, archived_at = null, version = version + 1
       where id = ? and (registration_closes_at is null and status = 'ANNOUNCED' or is_demo and registration_closes_at <= ?)
       returning id`,
      [
        calendar.registrationOpensAt,
        calendar.registrationClosesAt,
        calendar.nominationClosesAt,
        calendar.confirmationClosesAt,
        calendar.substitutionClosesAt,
        calendar.credentialsCloseAt,
        calendar.startsAt,
        calendar.endsAt,
        editionId,
        now,
      ],
    );
    if (moved.length > 0) {
      await tx.execute(
        'insert into availability (id, capacity, waitlist_limit) values (?, ?, ?) on conflict do nothing',
        [editionId, CAPACITY, WAITLIST_LIMIT],
      );
      if (before?.startsAt) await putOffDemoProgramme(tx, editionId, before.startsAt, calendar.startsAt);
      await tellSchedule(tx, editionId, now);
    }
    await releaseDemoProgramme(tx, editionId, calendar, now);
  });
}
