import type { DomainEvent, EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';

/** Heads of delegation hold a public function: everyone may read their name, from when they are named until they are not head any more. */
export const noteHeadOfDelegation = notedBy('noteHeadOfDelegation', ({ payload }) => ({
  heldInId: payload.delegationId,
  isHeld: true,
}));

export const noteHeadOfDelegationEnded = notedBy('noteHeadOfDelegationEnded', ({ payload }) => ({
  heldInId: payload.delegationId,
  isHeld: false,
}));

/** Somebody on a public list of participants is named there: everyone may read their name while they are on it. */
export const noteParticipantListed = notedBy('noteParticipantListed', ({ payload }) => ({
  heldInId: payload.registrationId,
  isHeld: payload.listed === true,
}));

/** What a person has a public name for, and whether they still have it. */
interface PublicFunction {
  readonly heldInId: unknown;
  readonly isHeld: boolean;
}

/**
 * Notes a public function of the person an event is about.
 *
 * What was told last counts, in whatever order it comes: word of the end is kept, so that word of the beginning does not
 * come after it. Word may come after somebody is erased; then it is of nobody.
 */
function notedBy(command: string, read: (event: DomainEvent) => PublicFunction): EventHandler {
  return async (tx, event, now) => {
    const { heldInId, isHeld } = read(event);
    const noted = await tx.execute<{ person_id: string }[]>(
      `insert into public_function (person_id, held_in_id, since, is_held)
       select id, ?, ?, ? from (select ?::text as id) as named
       where not exists (select from erased_person where person_id = named.id)
       on conflict (person_id, held_in_id) do update set since = excluded.since, is_held = excluded.is_held
         where public_function.since < excluded.since
       returning person_id`,
      [heldInId, new Date(event.occurredAt), isHeld, event.payload.personId],
    );
    for (const { person_id: subjectId } of noted) {
      const changes = [
        { field: 'publicFunction', from: null, to: String(heldInId) },
        { field: 'isHeld', from: null, to: isHeld },
      ];
      audit(tx, { actorId: null, command, subjectId, changes }, now);
    }
  };
}
