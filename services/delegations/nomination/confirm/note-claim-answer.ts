import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { inAllLanguages, notify } from '../../../shared/mail/notice.ts';
import { openCredentials } from '../../credentials/open-credentials.ts';
import { endNomination, keysOf } from '../end-nomination.ts';
import { lockNomination } from '../lock-nominations.ts';
import { say } from '../messages.ts';
import type { Nomination } from '../nomination.entity.ts';
import { ClaimRefusalReason, DelegationRole, INACTIVE, NominationStatus, needsSuccessor } from '../nomination.rules.ts';

const Answer = z.object({
  nominationId: z.string(),
  claim: z.int(),
  registrationId: z.string().nullable(),
  status: z.string(),
  reason: z.enum(ClaimRefusalReason).nullable(),
});

const ENDED = z.object({ registrationId: z.string(), nominationId: z.string().nullish() });

const { CLAIMING, CONFIRMED, NOMINATED, WITHDRAWN } = NominationStatus;
const ACT = { actorId: null };

/**
 * The forum has answered a claim: the nomination is confirmed with a registration, or is back with the reason.
 *
 * An answer to another claim than the last one, or to one that has been given up meanwhile, is passed by: whoever gave it
 * up has told the forum.
 */
export const noteClaimAnswer: EventHandler = async (tx, { payload }, now, keys) => {
  const { nominationId, claim, registrationId, reason } = Answer.parse(payload);
  const locked = await lockNomination(tx, nominationId);
  if (!locked) return;
  const { nomination } = locked;
  if (nomination.status !== CLAIMING || nomination.claims !== claim) return;
  if (reason !== null) {
    backToNominated(tx, nomination, { reason, refusedForId: registrationId }, now);
    const { personId, id: about } = nomination;
    if (personId) {
      const subject = inAllLanguages((locale) => say('CLAIM_REFUSED_SUBJECT', locale));
      const paragraphs = [inAllLanguages((locale) => say('CLAIM_REFUSED_TEXT', locale))];
      notify(tx, keys, { to: { personId }, notice: { subject, paragraphs }, about, expiresAt: null }, now);
    }
    return;
  }
  nomination.status = CONFIRMED;
  nomination.registrationId = registrationId;
  await openCredentials(tx, nomination, now);
  const changes = [
    { field: 'status', from: CLAIMING, to: CONFIRMED },
    { field: 'registration', from: null, to: registrationId },
  ];
  audit(tx, { ...ACT, command: 'noteClaimAnswer', subjectId: nominationId, changes }, now);
  publish(tx, 'NominationConfirmed', { ...keysOf(nomination), registrationId }, now);
  if (nomination.role === DelegationRole.HEAD) {
    publish(
      tx,
      'HeadOfDelegationNamed',
      { delegationId: nomination.delegation.id, personId: nomination.personId ?? null },
      now,
    );
  }
};

/**
 * A delegate's registration has ended in the forum, whoever ended it: the nomination is withdrawn and its place is free.
 *
 * The head of a submitted delegation stays named, without a seat: the state names a successor. Word of it may come before
 * the forum's answer to the claim.
 */
export const noteRegistrationEnded: EventHandler = async (tx, { payload }, now) => {
  const { nominationId, registrationId } = ENDED.parse(payload);
  const locked = nominationId ? await lockNomination(tx, nominationId) : null;
  if (!locked) return;
  const { nomination, delegation } = locked;
  const isTheirs = nomination.registrationId === registrationId || nomination.status === CLAIMING;
  if (!isTheirs || INACTIVE.includes(nomination.status)) return;
  if (needsSuccessor(nomination.role, delegation.status)) {
    backToNominated(tx, nomination, { reason: ClaimRefusalReason.REGISTRATION_ENDED, refusedForId: null }, now);
    return;
  }
  await endNomination(tx, nomination, { ...ACT, to: WITHDRAWN, command: 'noteRegistrationEnded' }, now);
};

function backToNominated(
  tx: EntityManager,
  nomination: Nomination,
  { reason, refusedForId }: { readonly reason: ClaimRefusalReason; readonly refusedForId: string | null },
  now: Date,
): void {
  const { id: subjectId, status: from } = nomination;
  nomination.status = NOMINATED;
  nomination.registrationId = null;
  nomination.claimRefusal = reason;
  nomination.refusedForId = refusedForId;
  const changes = [
    { field: 'status', from, to: NOMINATED },
    { field: 'claimRefusal', from: null, to: reason },
  ];
  audit(tx, { ...ACT, command: 'noteClaimAnswer', subjectId, changes }, now);
  publish(tx, 'SeatClaimRefused', { ...keysOf(nomination), reason }, now);
}
