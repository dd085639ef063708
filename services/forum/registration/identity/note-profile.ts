import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { openPayload } from '../../../shared/events/sealed-payload.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { foldedKey } from '../../../shared/names/fold.rules.ts';
import { keysOf } from '../note-registration.ts';
import { Registration } from '../registration.entity.ts';
import { RegistrationStatus } from '../registration.rules.ts';
import { changedIdentity, needsNewApproval } from './approval.rules.ts';
import { filledIn, type Identity, PAST } from './identity.rules.ts';
import { isErased } from './is-erased.ts';
import { tellListing } from './tell-listing.ts';

const Name = z.object({ family: z.string(), given: z.string().nullable(), patronymic: z.string().nullish() });
const Profile = z.object({
  displayName: z.string(),
  nativeName: Name.nullable(),
  latinName: Name.nullable(),
  citizenship: z.string().nullable(),
  birthDate: z.iso.date().nullable(),
});

/**
 * Notes who somebody is by their profile, on their registrations for editions that are not over. Of people without one
 * nothing is kept.
 *
 * A profile older than the one noted is passed by. What an organisation wrote stays where the profile says nothing. Where somebody was approved as another, they keep their seat and are
 * reviewed again.
 */
export const noteProfile: EventHandler = async (tx, { type, payload }, now, keys) => {
  const personId = String(payload.personId);
  if (await isErased(tx, personId)) return;
  const { displayName: display, ...profile } = openPayload(keys, type, personId, payload.sealed, Profile);
  const notedAt = new Date(String(payload.notedAt));
  for (const registration of await presentRegistrations(tx, personId)) {
    if (registration.identityNotedAt && registration.identityNotedAt >= notedAt) continue;
    const before = identityOf(registration);
    const isWritten = Boolean(registration.group ?? registration.addressKey);
    const identity = isWritten ? filledIn(profile, before) : profile;
    const foldedName = foldedKey({ display, native: identity.nativeName, latin: identity.latinName });
    tx.assign(registration, { ...identity, foldedName, identityNotedAt: notedAt });
    await noteChange(tx, registration, before, identity, now);
  }
};

/** Somebody's registrations for editions that are not over, under lock. */
async function presentRegistrations(tx: EntityManager, personId: string): Promise<Registration[]> {
  const rows = await tx.execute<{ id: string }[]>(
    `select registration.id from registration join edition on edition.id = edition_id
     where person_id = ? and edition.status not in (?)`,
    [personId, [...PAST]],
  );
  const ids = rows.map(({ id }) => id);
  const lock = { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE } as const;
  return ids.length === 0 ? [] : tx.find(Registration, { id: { $in: ids } }, lock);
}

async function noteChange(
  tx: EntityManager,
  registration: Registration,
  before: Identity,
  after: Identity,
  now: Date,
): Promise<void> {
  const { id: subjectId, status: from } = registration;
  const fields = changedIdentity(before, after).map((field) => ({ field, from: null, to: null }));
  const act = { actorId: null, command: 'noteProfile', subjectId };
  if (!needsNewApproval(registration, before, after)) {
    if (fields.length > 0) audit(tx, { ...act, changes: fields }, now);
    return;
  }
  const to = RegistrationStatus.PENDING_REVIEW;
  registration.status = to;
  registration.holdsSeat = true;
  const changes = [...fields, { field: 'status', from, to }, { field: 'holdsSeat', from: false, to: true }];
  audit(tx, { ...act, changes }, now);
  publish(tx, 'RegistrationReviewDue', { ...keysOf(registration), holdsSeat: true }, now);
  await tellListing(tx, registration, now);
}

function identityOf({ nativeName, latinName, birthDate, citizenship }: Registration): Identity {
  return {
    nativeName: nativeName ?? null,
    latinName: latinName ?? null,
    birthDate: birthDate ?? null,
    citizenship: citizenship ?? null,
  };
}
