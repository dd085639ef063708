import type { EventHandler } from '../../../shared/events/event.ts';
import { linkNominations } from '../../nomination/nominee/link-nominees.ts';
import { linkFocalPoints } from '../focal-point/link-focal-points.ts';
import { noteKnownAddress } from './known-address.ts';

/** Somebody has proven an address to be theirs: what they were named for under it is theirs, too. */
export const noteAddress: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const personId = String(payload.personId);
  const addressKey = String(payload.addressKey);
  const erased = await tx.execute('select from erased_person where person_id = ?', [personId]);
  if (erased.length > 0) return;
  if (!(await noteKnownAddress(tx, { addressKey, personId, notedAt: new Date(occurredAt) }))) return;
  // In the order in which those who nominate take their locks: the list of the edition, then its delegations.
  await linkNominations(tx, { addressKey, personId }, now);
  await linkFocalPoints(tx, { addressKey, personId }, now);
};
