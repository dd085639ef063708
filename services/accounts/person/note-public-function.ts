import type { EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';

/** Heads of delegation hold a public function: from now on everyone may read their name. Word of it may come after they are erased. */
export const noteHeadOfDelegation: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const noted = await tx.execute<{ person_id: string }[]>(
    `insert into public_function (person_id, held_in_id, since)
     select id, ?, ? from (select ?::text as id) as named
     where not exists (select from erased_person where person_id = named.id)
     on conflict do nothing returning person_id`,
    [payload.delegationId, new Date(occurredAt), payload.personId],
  );
  for (const { person_id: subjectId } of noted) {
    const changes = [{ field: 'publicFunction', from: null, to: payload.delegationId ?? null }];
    audit(tx, { actorId: null, command: 'noteHeadOfDelegation', subjectId, changes }, now);
  }
};
