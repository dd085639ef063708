import type { EventHandler } from '../../../shared/events/event.ts';
import { audit } from '../../../shared/journal/journal.ts';

/** Sorts people into a group by age as the network defines it. When an earlier definition ends is read from the later ones. */
export const noteSegment: EventHandler = async (tx, { payload }, now) => {
  const { definitionId, segment, minimumAge, maximumAge, since, until } = payload;
  await tx.execute(
    `insert into age_segment (definition_id, segment, minimum_age, maximum_age, since, until)
     values (?, ?, ?, ?, ?::date, ?::date)
     on conflict (definition_id) do update set minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age,
       since = excluded.since, until = excluded.until`,
    [definitionId, segment, minimumAge, maximumAge, since, until],
  );
  const changes = [{ field: 'segment', from: null, to: segment ?? null }];
  audit(tx, { actorId: null, command: 'noteSegment', subjectId: String(definitionId), changes }, now);
};
