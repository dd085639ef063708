import type { EntityManager } from '@mikro-orm/postgresql';
import { CLOSED, type EditionStatus } from '../edition.rules.ts';
import { type LockedEdition, lockEdition } from './lock-edition.ts';

/** Which edition to change, by whom, and from which version of it; null to change whatever is there. */
export interface EditionChange {
  readonly actorId: string;
  readonly editionId: string;
  readonly expectedVersion: number | null;
}

export type NoChange =
  | { readonly refusal: 'edition-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };
export type Closed = { readonly refusal: 'edition-closed'; readonly status: EditionStatus };

/** Locks an edition to be changed, or says why it cannot be. */
export async function editionToChange(
  tx: EntityManager,
  { editionId, expectedVersion }: EditionChange,
): Promise<LockedEdition | NoChange> {
  const locked = await lockEdition(tx, editionId);
  if (!locked) return { refusal: 'edition-not-found' };
  const { version } = locked.edition;
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  return locked;
}

/** The refusal of an edition in which nothing changes any more; null for all others. */
export function closedRefusal({ edition: { status } }: LockedEdition): Closed | null {
  return CLOSED.includes(status) ? { refusal: 'edition-closed', status } : null;
}
