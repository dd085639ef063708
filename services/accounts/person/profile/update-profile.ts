import { isDeepStrictEqual } from 'node:util';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { foldedKey } from '../../../shared/names/fold.rules.ts';
import { tidy } from '../../../shared/names/name.rules.ts';
import { Person } from '../person.entity.ts';
import { keptName, type ProfileChange } from './profile-input.rules.ts';
import { TOLD, tellProfile } from './tell-profile.ts';

export interface UpdateProfile {
  readonly personId: string;
  /** The version the change was made from; null to change whatever is there. */
  readonly expectedVersion: number | null;
  /** Checked already. */
  readonly change: ProfileChange;
}

export type UpdateProfileOutcome =
  | { readonly personId: string }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * Changes a person's own profile.
 *
 * Holds the person's row lock until commit, so of two changes made from one version the second is refused. The audit
 * tells which fields changed and nothing of what is in them, and other services are told who the person is by now. A
 * change that changes nothing leaves no trace.
 */
export function updateProfile(
  em: EntityManager,
  keys: KeyRing,
  command: UpdateProfile,
  now: Date,
): Promise<UpdateProfileOutcome> {
  const { personId, expectedVersion, change } = command;
  return em.transactional(async (tx) => {
    const person = await tx.findOneOrFail(Person, personId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (expectedVersion !== null && expectedVersion !== person.version) {
      return { refusal: 'version-conflict', currentVersion: person.version };
    }
    const changed = apply(person, change);
    if (changed.length === 0) return { personId };
    person.foldedName = foldedKey({
      display: person.displayName,
      native: person.nativeName,
      latin: person.latinName,
    });
    const changes = changed.map((field) => ({ field, from: null, to: null }));
    audit(tx, { actorId: personId, command: 'updateProfile', subjectId: personId, changes }, now);
    if (TOLD.some((field) => changed.includes(field))) {
      person.profileChangedAt = after(person.profileChangedAt ?? person.createdAt, now);
      tellProfile(tx, keys, person, now);
    }
    return { personId };
  });
}

/** Now, and after an instant that may not have passed here: clocks of processes differ. */
function after(instant: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), instant.getTime() + 1));
}

/** Writes what a change gives into the person, and tells which fields are other than before. */
function apply(person: Person, change: ProfileChange): string[] {
  const { displayName, nativeName, latinName, citizenship, languages, preferredLocale, birthDate } = change;
  const given = {
    ...(displayName != null && { displayName: tidy(displayName) }),
    ...(nativeName !== undefined && { nativeName: nativeName && keptName(nativeName) }),
    ...(latinName !== undefined && { latinName: latinName && keptName(latinName) }),
    ...(citizenship !== undefined && { citizenship: citizenship?.toUpperCase() ?? null }),
    ...(languages !== undefined && { languages: languages ?? [] }),
    ...(preferredLocale !== undefined && { preferredLocale }),
    ...(birthDate !== undefined && { birthDate }),
  };
  const before = new Map<string, unknown>(Object.entries(person));
  const changed = Object.entries(given)
    .filter(([field, value]) => !isDeepStrictEqual(before.get(field) ?? null, value ?? null))
    .map(([field]) => field);
  Object.assign(person, Object.fromEntries(Object.entries(given).filter(([field]) => changed.includes(field))));
  return changed;
}
