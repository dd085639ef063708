import type { EventHandler } from '../../shared/events/event.ts';

/** Heads of delegation hold a public function: from now on everyone may read their name. */
export const noteHeadOfDelegation: EventHandler = async (tx, { payload, occurredAt }) => {
  await tx.execute(
    'insert into public_function (person_id, held_in_id, since) values (?, ?, ?) on conflict do nothing',
    [payload.personId, payload.delegationId, new Date(occurredAt)],
  );
};
