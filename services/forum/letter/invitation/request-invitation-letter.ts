import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { lockRegistration } from '../../registration/lock-registration.ts';
import { RegistrationStatus } from '../../registration/registration.rules.ts';
import { isAhead } from '../letter.rules.ts';
import { InvitationLetter } from './invitation-letter.entity.ts';
import { InvitationLetterStatus, LIVE } from './invitation-letter.rules.ts';

export interface RequestInvitationLetter {
  readonly personId: string;
  readonly idempotencyKey: string | null;
  readonly registrationId: string;
  readonly language: PortalLanguage;
  /** Checked already. */
  readonly embassy: string | null;
}

export type RequestInvitationLetterOutcome =
  | { readonly letterId: string }
  | { readonly refusal: 'registration-not-found' | 'latin-name-missing' | 'idempotency-key-reused' }
  | { readonly refusal: 'registration-not-confirmed'; readonly status: RegistrationStatus }
  | { readonly refusal: 'edition-not-ahead'; readonly editionId: string }
  | { readonly refusal: 'already-requested'; readonly letterId: string };

/** Asks for an invitation letter for a person's own confirmed registration. */
export function requestInvitationLetter(
  em: EntityManager,
  command: RequestInvitationLetter,
  now: Date,
): Promise<RequestInvitationLetterOutcome> {
  const { idempotencyKey, personId, ...input } = command;
  return em.transactional((tx) =>
    once<RequestInvitationLetterOutcome>(
      tx,
      { actorId: personId, operation: 'requestInvitationLetter', key: idempotencyKey, input },
      now,
      () => request(tx, command, now),
    ),
  );
}

async function request(
  tx: EntityManager,
  { personId, registrationId, language, embassy }: RequestInvitationLetter,
  now: Date,
): Promise<RequestInvitationLetterOutcome> {
  const registration = await lockRegistration(tx, registrationId);
  if (registration?.personId !== personId) return { refusal: 'registration-not-found' };
  const { status } = registration;
  if (status !== RegistrationStatus.CONFIRMED) return { refusal: 'registration-not-confirmed', status };
  const edition = await registration.edition.loadOrFail();
  if (!isAhead(edition.status, edition.endsAt ?? null, now)) {
    return { refusal: 'edition-not-ahead', editionId: edition.id };
  }
  if (!registration.latinName) return { refusal: 'latin-name-missing' };
  const live = await tx.findOne(InvitationLetter, { registration, status: { $in: [...LIVE] } });
  if (live) return { refusal: 'already-requested', letterId: live.id };

  const { id } = tx.create(InvitationLetter, {
    id: newId('invitation_letter'),
    registration,
    edition,
    personId,
    status: InvitationLetterStatus.REQUESTED,
    language,
    embassy: embassy?.trim() ?? null,
    requestedAt: now,
  });
  const changes = [{ field: 'status', from: null, to: InvitationLetterStatus.REQUESTED }];
  audit(tx, { actorId: personId, command: 'requestInvitationLetter', subjectId: id, changes }, now);
  publish(tx, 'InvitationLetterRequested', { letterId: id, registrationId, editionId: edition.id, personId }, now);
  return { letterId: id };
}
