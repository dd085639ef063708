import {
  type AccessRule,
  holders,
  holdersOver,
  holds,
  type Role,
  type Viewer,
} from '../../shared/access/access.rules.ts';

/** Who runs an edition, and so sees who is registered for it. */
const ORGANISERS: readonly Role[] = ['REGISTRATION_DESK', 'ACCREDITATION_OFFICER', 'ADMINISTRATOR'];
/** Who may learn what people need: it tells of their health and faith, which nobody at a desk has to know. */
const KNOW_NEEDS: readonly Role[] = ['ACCREDITATION_OFFICER', 'ADMINISTRATOR'];
/** Who writes to the registered in the organisers' name. */
const ANNOUNCERS: readonly Role[] = ['ADMINISTRATOR'];

/** Those who run the edition that a call is about. */
export function organisersOf<Call>(editionIdOf: (call: Call) => string | null | undefined): AccessRule<Call> {
  return holdersOver('EDITION', editionIdOf, ...ORGANISERS);
}

/** Those who may write to everybody who is registered for an edition. */
export function announcersOf<Call>(editionIdOf: (call: Call) => string | null | undefined): AccessRule<Call> {
  return holdersOver('EDITION', editionIdOf, ...ANNOUNCERS);
}

/** Those who may write to the registered of whatever edition an announcement turns out to be about. */
export const announcers = holders(...ANNOUNCERS);

export function runsEdition(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, ORGANISERS, { kind: 'EDITION', id: editionId });
}

/** A registration is shown to whom it is of and to those who run the edition; nobody else learns of it. */
export function maySeeRegistration(
  viewer: Viewer,
  { person_id: personId, edition_id: editionId }: { readonly person_id: string | null; readonly edition_id: string },
): boolean {
  return (personId !== null && personId === viewer.personId) || runsEdition(viewer, editionId);
}

export function knowsNeeds(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, KNOW_NEEDS, { kind: 'EDITION', id: editionId });
}

export function announces(viewer: Viewer, editionId: string): boolean {
  return holds(viewer, ANNOUNCERS, { kind: 'EDITION', id: editionId });
}
