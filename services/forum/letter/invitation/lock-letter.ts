import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { lockRegistration } from '../../registration/lock-registration.ts';
import type { Registration } from '../../registration/registration.entity.ts';
import { runsLetters } from '../letter.rules.ts';
import { InvitationLetter } from './invitation-letter.entity.ts';
import { type InvitationLetterStatus, invitationLetterTransitions } from './invitation-letter.rules.ts';

export interface LetterStep {
  readonly viewer: Viewer;
  readonly letterId: string;
  readonly to: InvitationLetterStatus;
  readonly expectedVersion: number | null;
}

export type LetterStepRefusal =
  | { readonly refusal: 'letter-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: InvitationLetterStatus;
      readonly to: InvitationLetterStatus;
      readonly allowed: readonly InvitationLetterStatus[];
    };

/**
 * A letter and its registration under lock, ready for a step that an organiser takes, or why it may not be taken.
 *
 * A letter of an edition that the viewer does not run is not found.
 */
export async function lockLetter(
  tx: EntityManager,
  { viewer, letterId, to, expectedVersion }: LetterStep,
): Promise<{ readonly letter: InvitationLetter; readonly registration: Registration } | LetterStepRefusal> {
  const known = await tx.findOne(InvitationLetter, letterId);
  if (!known || !runsLetters(viewer, known.edition.id)) return { refusal: 'letter-not-found' };
  const registration = await lockRegistration(tx, known.registration.id);
  const letter = await tx.findOne(InvitationLetter, letterId, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  if (!letter || !registration) return { refusal: 'letter-not-found' };

  const { status: from, version } = letter;
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  const allowed = transitionsFrom(invitationLetterTransitions, from, 'organiser');
  return allowed.includes(to) ? { letter, registration } : { refusal: 'invalid-transition', from, to, allowed };
}
