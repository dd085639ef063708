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

/**
 * Somebody on a public list of participants is named there: everyone may read their name while they are on it.
 *
 * What was told last counts, in whatever order it comes: word of the end is kept, so that word of the beginning does not
 * come after it.
 */
export const noteParticipantListed: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const { personId, registrationId, listed } = payload;
  const noted = await tx.execute<{ person_id: string }[]>(
    `insert into public_function (person_id, held_in_id, since, is_held)
     select id, ?, ?, ? from (select ?::text as id) as named
     where not exists (select from erased_person where person_id = named.id)
     on conflict (person_id, held_in_id) do update set since = excluded.since, is_held = excluded.is_held
       where public_function.since < excluded.since
     returning person_id`,
    [registrationId, new Date(occurredAt), listed, personId],
  );
  for (const { person_id: subjectId } of noted) {
    const changes = [
      { field: 'publicFunction', from: null, to: String(registrationId) },
      { field: 'isHeld', from: null, to: listed === true },
    ];
    audit(tx, { actorId: null, command: 'noteParticipantListed', subjectId, changes }, now);
  }
};
