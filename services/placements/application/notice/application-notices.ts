import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { inAllLanguages, notify, type Texts3 } from '../../../shared/mail/notice.ts';
import { Offer } from '../../offer/offer.entity.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { Application } from '../application.entity.ts';
import { ApplicationOutcome, ApplicationStatus } from '../application.rules.ts';
import { type noticeMessages, say } from './messages.ts';
import { called, inWords } from './when.rules.ts';

type Words = keyof typeof noticeMessages;

const Moved = z.object({
  applicationId: z.string(),
  from: z.enum(ApplicationStatus).nullish(),
  to: z.enum(ApplicationStatus),
  outcome: z.enum(ApplicationOutcome).nullish(),
});

const ENDED = ['ENDED_SUBJECT', 'ENDED_TEXT'] as const;

/** What applicants are written at a step. Of what they have done themselves they hear when it is taken, and no more. */
const WORDS: Partial<Record<ApplicationStatus, readonly [Words, Words]>> = {
  SUBMITTED: ['SUBMITTED_SUBJECT', 'SUBMITTED_TEXT'],
  SHORTLISTED: ['SHORTLISTED_SUBJECT', 'SHORTLISTED_TEXT'],
  WITH_HOST: ['WITH_HOST_SUBJECT', 'WITH_HOST_TEXT'],
  PREFERRED: ['PREFERRED_SUBJECT', 'PREFERRED_TEXT'],
  RESERVE: ['RESERVE_SUBJECT', 'RESERVE_TEXT'],
  CLEARANCE: ['CLEARANCE_SUBJECT', 'CLEARANCE_TEXT'],
  OFFERED: ['OFFERED_SUBJECT', 'OFFERED_TEXT'],
  OFFER_EXPIRED: ['OFFER_EXPIRED_SUBJECT', 'OFFER_EXPIRED_TEXT'],
  RESCINDED: ['RESCINDED_SUBJECT', 'RESCINDED_TEXT'],
  INELIGIBLE: ENDED,
  NOT_SELECTED: ENDED,
  CLEARANCE_FAILED: ENDED,
};

/** Why, where the step itself says it. */
const REASONS: Partial<Record<ApplicationStatus, ApplicationOutcome>> = {
  INELIGIBLE: ApplicationOutcome.REQUIREMENTS_NOT_MET,
  CLEARANCE_FAILED: ApplicationOutcome.CLEARANCE_NOT_PASSED,
};

/**
 * An application took a step: whoever applied is told by mail, with the reason where it led to no placement. A step that
 * another has followed already is no news, but that it has come in.
 */
export const noteApplicationMoved: EventHandler = async (tx, { payload }, now, keys) => {
  const { applicationId, from, to, outcome = null } = Moved.parse(payload);
  // It ended with the deployment it led to, of which another mail tells.
  if (from === ApplicationStatus.ACCEPTED) return;
  const words = wordsFor(to, outcome);
  if (!words) return;
  const application = await tx.findOne(Application, applicationId, { populate: ['opening'] });
  if (!application || (to !== ApplicationStatus.SUBMITTED && application.status !== to)) return;
  const offer = to === ApplicationStatus.OFFERED ? await openOffer(tx, application) : null;
  if (to === ApplicationStatus.OFFERED && !offer) return;
  const opening = await application.opening.loadOrFail();
  const [subject, text] = words;
  const values = (locale: string) => ({
    opening: called(opening, locale),
    until: offer ? inWords(offer.expiresAt, opening.timeZone, locale) : '',
  });
  const word = (key: Words): Texts3 => inAllLanguages((locale) => say(key, locale, values(locale)));
  const reason = outcome ?? application.outcome ?? REASONS[to];
  const notice = { subject: word(subject), paragraphs: [word(text), ...(reason ? [word(reason)] : [])] };
  const reader = { personId: application.personId };
  notify(tx, keys, { to: reader, notice, about: applicationId, expiresAt: offer?.expiresAt ?? null }, now);
};

/** Whoever withdraws hears nothing; whose application the portal withdrew, since they are placed elsewhere, does. */
function wordsFor(to: ApplicationStatus, outcome: ApplicationOutcome | null): readonly [Words, Words] | undefined {
  if (to === ApplicationStatus.WITHDRAWN) return outcome ? ENDED : undefined;
  return WORDS[to];
}

function openOffer(tx: EntityManager, application: Application): Promise<Offer | null> {
  return tx.findOne(Offer, { application, status: OfferStatus.OPEN });
}
