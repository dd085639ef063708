import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../../shared/journal/journal.ts';
import type { Upkeep } from '../../../../shared/upkeep.ts';
import { needsGoBefore, textsGoBefore } from './retention.rules.ts';

/** What goes of editions that came to an end before an instant. */
interface Clearance {
  readonly since: 'ended_at' | 'archived_at';
  readonly before: Date;
  /** Columns of registrations that are emptied. */
  readonly columns: readonly string[];
  /** Tables whose rows about registrations are deleted. */
  readonly tables: readonly string[];
}

/** What people wrote of their health and habits. */
const NEEDS = ['dietary_needs', 'accessibility_needs'];

/** Every night: what people told for an edition goes, needs and journeys soon after its end and the rest years after. */
export const retentionUpkeep: Upkeep = {
  name: 'retention',
  schedule: '10 2 * * *',
  async run({ em, now, log }) {
    const cleared = await forgetTexts(em, now());
    if (cleared > 0) log.info({ cleared }, 'registrations of past editions');
  },
};

/** Clears what is due, an edition at a time; returns how many rows. Repeating it changes nothing. */
export async function forgetTexts(em: EntityManager, now: Date): Promise<number> {
  const ended = { since: 'ended_at', before: needsGoBefore(now), columns: NEEDS, tables: ['travel_details'] } as const;
  const archived = {
    since: 'archived_at',
    before: textsGoBefore(now),
    columns: [...NEEDS, 'affiliation'],
    tables: [],
  } as const;
  return (await clear(em, ended, now)) + (await clear(em, archived, now));
}

async function clear(em: EntityManager, { since, before, columns, tables }: Clearance, now: Date): Promise<number> {
  const isFilled = `num_nonnulls(${columns.join(', ')}) > 0`;
  const isTold = tables.map((table) => ` or exists (select from ${table} where registration_id = registration.id)`);
  const due = await em.execute<{ id: string }[]>(
    `select id from edition where ${since} <= ? and exists (
       select from registration where edition_id = edition.id and (${isFilled}${isTold.join('')})
     ) order by id`,
    [before],
  );
  let cleared = 0;
  for (const { id } of due) {
    cleared += await em.fork().transactional(async (tx) => {
      const rows = await tx.execute<object[]>(
        `update registration set ${columns.map((column) => `${column} = null`).join(', ')}, version = version + 1
         where edition_id = ? and ${isFilled} returning id`,
        [id],
      );
      for (const table of tables) {
        const told = await tx.execute<object[]>(
          `delete from ${table} where registration_id in (select id from registration where edition_id = ?)
           returning registration_id`,
          [id],
        );
        rows.push(...told);
      }
      const changes = [{ field: 'cleared', from: null, to: rows.length }];
      audit(tx, { actorId: null, command: 'forgetTexts', subjectId: id, changes }, now);
      return rows.length;
    });
  }
  return cleared;
}
