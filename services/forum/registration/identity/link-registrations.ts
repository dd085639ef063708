import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler } from '../../../shared/events/event.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { lockSeats } from '../../availability/lock-seats.ts';
import { endRegistration } from '../end-registration.ts';
import { keysOf } from '../note-registration.ts';
import { Registration } from '../registration.entity.ts';
import { RELEASED, RegistrationStatus, registrationTransitions } from '../registration.rules.ts';
import { isErased } from './is-erased.ts';
import { noteKnownAddress } from './known-address.ts';
import { tellListing } from './tell-listing.ts';

const ACT = { actorId: null, command: 'linkRegistration' };

/** Somebody has proven an address to be theirs: what organisations registered under it is theirs, too. */
export const noteAddress: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const personId = String(payload.personId);
  const addressKey = String(payload.addressKey);
  if (await isErased(tx, personId)) return;
  if (!(await noteKnownAddress(tx, { addressKey, personId, notedAt: new Date(occurredAt) }))) return;
  await linkRegistrations(tx, { addressKey, personId }, now);
};

/**
 * Gives the registrations under an address to the person whose it is, edition by edition, and asks for their profile.
 *
 * Where the person has a registration of their own, it is this that counts: the other ends as a duplicate. Returns how
 * many are theirs now.
 */
export async function linkRegistrations(
  tx: EntityManager,
  { addressKey, personId }: { readonly addressKey: string; readonly personId: string },
  now: Date,
): Promise<number> {
  const editions = await tx.execute<{ edition_id: string }[]>(
    'select distinct edition_id from registration where address_key = ? and person_id is null order by edition_id',
    [addressKey],
  );
  let linked = 0;
  for (const { edition_id: edition } of editions) {
    await lockSeats(tx, edition);
    const registrations = await tx.find(
      Registration,
      { edition, addressKey, personId: null },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
    for (const registration of registrations) {
      if (await linkRegistration(tx, registration, personId, now)) linked += 1;
    }
  }
  if (linked > 0) publish(tx, 'ProfileWanted', { personId }, now);
  return linked;
}

async function linkRegistration(
  tx: EntityManager,
  registration: Registration,
  personId: string,
  now: Date,
): Promise<boolean> {
  const { edition, status } = registration;
  const own = await tx.count(Registration, { edition, personId, status: { $nin: [...RELEASED] } });
  if (own > 0 && !RELEASED.includes(status)) {
    // Somebody who has been there under both counts as both.
    if (!transitionsFrom(registrationTransitions, status, 'portal').includes(RegistrationStatus.CANCELLED))
      return false;
    await endRegistration(tx, registration, { ...ACT, to: RegistrationStatus.CANCELLED }, now);
  }
  registration.personId = personId;
  // What the organisation wrote stays until the person's own profile comes, however old that is.
  registration.identityNotedAt = null;
  const changes = [{ field: 'person', from: null, to: personId }];
  audit(tx, { ...ACT, subjectId: registration.id, changes }, now);
  publish(tx, 'RegistrationLinked', keysOf(registration), now);
  await tellListing(tx, registration, now);
  return true;
}
