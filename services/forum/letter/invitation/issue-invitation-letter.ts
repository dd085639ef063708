import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { randomCode } from '../../../shared/crypto/random-code.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { RegistrationStatus } from '../../registration/registration.rules.ts';
import { editionAsIssued } from '../edition-as-issued.ts';
import { isAhead } from '../letter.rules.ts';
import { CODE_LENGTH } from '../numbering/document-number.rules.ts';
import { takeNumbers } from '../numbering/take-numbers.ts';
import { InvitationLetterStatus, type Signatory } from './invitation-letter.rules.ts';
import { type LetterStepRefusal, lockLetter } from './lock-letter.ts';

export interface IssueInvitationLetter {
  readonly viewer: Viewer;
  readonly letterId: string;
  /** Checked already. */
  readonly signatory: Signatory;
  readonly expectedVersion: number | null;
}

export type IssueInvitationLetterOutcome =
  | { readonly letterId: string }
  | LetterStepRefusal
  | { readonly refusal: 'latin-name-missing' }
  | { readonly refusal: 'registration-not-confirmed'; readonly status: RegistrationStatus }
  | { readonly refusal: 'edition-not-ahead' | 'edition-without-dates'; readonly editionId: string };

/**
 * Issues a requested letter: gives it the next number of its edition and a code, and keeps all that it says.
 *
 * What changes of the person or the edition afterwards does not change a letter that somebody may have handed in.
 */
export function issueInvitationLetter(
  em: EntityManager,
  { viewer, letterId, signatory, expectedVersion }: IssueInvitationLetter,
  now: Date,
): Promise<IssueInvitationLetterOutcome> {
  return em.transactional(async (tx) => {
    const to = InvitationLetterStatus.ISSUED;
    const locked = await lockLetter(tx, { viewer, letterId, to, expectedVersion });
    if ('refusal' in locked) return locked;
    const { letter, registration } = locked;
    const { status, latinName } = registration;
    if (status !== RegistrationStatus.CONFIRMED) return { refusal: 'registration-not-confirmed', status };
    const edition = await registration.edition.loadOrFail();
    const { id: editionId, year, startsAt, endsAt } = edition;
    if (!isAhead(edition.status, endsAt ?? null, now)) return { refusal: 'edition-not-ahead', editionId };
    if (!startsAt || !endsAt) return { refusal: 'edition-without-dates', editionId };
    if (!latinName) return { refusal: 'latin-name-missing' };

    const [number = null] = await takeNumbers(tx, { editionId, year, kind: 'INVITATION_LETTER' }, 1);
    const { status: from, personId } = letter;
    tx.assign(letter, {
      status: to,
      number,
      code: randomCode(CODE_LENGTH),
      issuedAt: now,
      nativeName: registration.nativeName ?? null,
      latinName,
      citizenship: registration.citizenship ?? null,
      category: registration.category,
      editionAsIssued: editionAsIssued(edition),
      signatory: { name: signatory.name.trim(), office: signatory.office.trim() },
    });
    const changes = [{ field: 'status', from, to }];
    const actorId = personOf(viewer);
    audit(tx, { actorId, command: 'issueInvitationLetter', subjectId: letterId, changes }, now);
    publish(tx, 'InvitationLetterIssued', { letterId, registrationId: registration.id, editionId, personId }, now);
    return { letterId };
  });
}
