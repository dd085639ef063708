import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import type { EventHandler } from '../../../shared/events/event.ts';
import { sealPayload } from '../../../shared/events/sealed-payload.ts';
import { publish } from '../../../shared/journal/journal.ts';
import { Person } from '../person.entity.ts';

const PROFILE_NOTED = 'ProfileNoted';

/** What other services are told of a person; sealed, for whom it concerns. */
export const TOLD = ['displayName', 'nativeName', 'latinName', 'citizenship', 'birthDate'] as const;

/**
 * Tells the services that know somebody by ID alone who that is.
 *
 * `notedAt` grows with every change of the profile, so that whoever hears of two of them knows which is the later.
 */
export function tellProfile(tx: EntityManager, keys: KeyRing, person: Person, now: Date): void {
  const { id: personId, displayName, nativeName, latinName, citizenship, birthDate } = person;
  const profile = {
    displayName,
    nativeName: nativeName ?? null,
    latinName: latinName ?? null,
    citizenship: citizenship ?? null,
    birthDate: birthDate ?? null,
  };
  const notedAt = (person.profileChangedAt ?? person.createdAt).toISOString();
  publish(tx, PROFILE_NOTED, { personId, notedAt, sealed: sealPayload(keys, PROFILE_NOTED, personId, profile) }, now);
}

/** Another service has somebody it knows by ID alone, or nobody it knows: then there is nothing to tell, as of one who is erased. */
export const tellProfileWhenAsked: EventHandler = async (tx, { payload }, now, keys) => {
  const person = payload.personId === null ? null : await tx.findOne(Person, String(payload.personId));
  if (person) tellProfile(tx, keys, person, now);
};
