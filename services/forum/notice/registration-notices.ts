import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { KeyRing } from '../../shared/crypto/key-ring.ts';
import type { EventHandler, EventHandlers } from '../../shared/events/event.ts';
import { inAllLanguages, notify } from '../../shared/mail/notice.ts';
import { inWords, zoneInWords } from '../../shared/text/when.rules.ts';
import { issueBadge } from '../badge/issue-badge.ts';
import { SeatClaimStatus } from '../claim/claim.rules.ts';
import { SeatClaim } from '../claim/seat-claim.entity.ts';
import type { Edition } from '../edition/edition.entity.ts';
import { EditionStatus } from '../edition/edition.rules.ts';
import { tellListing } from '../registration/identity/tell-listing.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';
import { RegistrationGroup, SeatOffer } from '../waiting-list/waiting-list.entity.ts';
import { SeatOfferStatus } from '../waiting-list/waiting-list.rules.ts';
import { type noticeMessages, say } from './messages.ts';
import { called } from './when.rules.ts';

type Words = keyof typeof noticeMessages;

/** A registration was confirmed: its badge is made, its holder told, and named where they consented to it. */
const noteConfirmed: EventHandler = async (tx, { payload }, now, keys) => {
  const registration = await registrationOf(tx, payload.registrationId);
  if (registration?.status !== RegistrationStatus.CONFIRMED) return;
  await issueBadge(tx, registration, keys, now);
  await tellListing(tx, registration, now);
  if (!payload.isTold) await tell(tx, keys, registration, 'CONFIRMED_SUBJECT', 'CONFIRMED_TEXT', now);
};

/** Whoever got no seat at once hears where they are instead, unless they were told with their group. */
const noteMade: EventHandler = async (tx, { payload }, now, keys) => {
  if (payload.isTold) return;
  const registration = await registrationOf(tx, payload.registrationId);
  if (registration?.status === RegistrationStatus.WAITLISTED) {
    await tell(tx, keys, registration, 'WAITLISTED_SUBJECT', 'WAITLISTED_TEXT', now);
  }
  if (registration?.status === RegistrationStatus.PENDING_REVIEW) {
    await tell(tx, keys, registration, 'PENDING_REVIEW_SUBJECT', 'PENDING_REVIEW_TEXT', now);
  }
};

const noteReviewDue: EventHandler = async (tx, { payload }, now, keys) => {
  const registration = await registrationOf(tx, payload.registrationId);
  if (registration?.status !== RegistrationStatus.PENDING_REVIEW) return;
  await tell(tx, keys, registration, 'PENDING_REVIEW_SUBJECT', 'REVIEWED_AGAIN_TEXT', now);
};

const ENDED: Readonly<Record<string, readonly [Words, Words]>> = {
  OFFER_EXPIRED: ['OFFER_EXPIRED_SUBJECT', 'OFFER_EXPIRED_TEXT'],
  REJECTED: ['REJECTED_SUBJECT', 'ENDED_TEXT'],
};
const CANCELLED: readonly [Words, Words] = ['CANCELLED_SUBJECT', 'ENDED_TEXT'];
/** Decided in the delegation, and not by the organisers. */
const SEAT_RELEASED: readonly [Words, Words] = ['CANCELLED_SUBJECT', 'SEAT_RELEASED_TEXT'];
const EDITION_CANCELLED: readonly [Words, Words] = ['EDITION_CANCELLED_SUBJECT', 'EDITION_CANCELLED_TEXT'];

/** Whoever ended it themself needs no mail about it. */
const noteEnded: EventHandler = async (tx, { payload }, now, keys) => {
  const registration = await registrationOf(tx, payload.registrationId);
  if (!registration) return;
  await tellListing(tx, registration, now);
  const { status } = await registration.edition.loadOrFail();
  const words =
    registration.status === RegistrationStatus.CANCELLED
      ? await cancelledWords(tx, registration, status)
      : ENDED[registration.status];
  if (words) await tell(tx, keys, registration, ...words, now);
};

/** The offer goes to the person, or for a group once, to whoever registered it. */
const noteOffered: EventHandler = async (tx, { payload }, now, keys) => {
  const offer = await tx.findOne(SeatOffer, String(payload.seatOfferId), { populate: ['edition'] });
  if (offer?.status !== SeatOfferStatus.OPEN || offer.expiresAt <= now) return;
  const edition = await offer.edition.loadOrFail();
  const offered = await tx.find(Registration, { seatOffer: offer }, { orderBy: { id: 'asc' } });
  const [first] = offered;
  // Each of a group is told of in an event of their own; the first one stands for all.
  if (!first || (offer.group && first.id !== payload.registrationId)) return;
  const group = offer.group && (await tx.findOneOrFail(RegistrationGroup, offer.group.id));
  const personId = group ? group.contactPersonId : first.personId;
  if (!personId) return;

  const paragraph = inAllLanguages((locale) => {
    const until = inWords(offer.expiresAt, edition.timeZone, locale);
    const zone = zoneInWords(edition.timeZone, offer.expiresAt, locale);
    return group
      ? say('GROUP_OFFERED_TEXT', locale, { until, zone, count: offered.length, organisation: group.organisation })
      : say('OFFERED_TEXT', locale, { until, zone });
  });
  const subject = inAllLanguages((locale) => say('OFFERED_SUBJECT', locale, { edition: nameOf(edition, locale) }));
  const notice = { subject, paragraphs: [paragraph] };
  notify(tx, keys, { to: { personId }, notice, about: offer.id, expiresAt: offer.expiresAt }, now);
};

/** What the forum does when registrations change, after the transaction that changed them. */
export const registrationNotices: EventHandlers = {
  RegistrationConfirmed: noteConfirmed,
  RegistrationEnded: noteEnded,
  RegistrationMade: noteMade,
  RegistrationReviewDue: noteReviewDue,
  SeatOffered: noteOffered,
};

async function cancelledWords(
  tx: EntityManager,
  { nominationId }: Registration,
  edition: EditionStatus,
): Promise<readonly [Words, Words]> {
  if (edition === EditionStatus.CANCELLED) return EDITION_CANCELLED;
  const claim = nominationId ? await tx.findOne(SeatClaim, { nominationId }) : null;
  return claim?.status === SeatClaimStatus.RELEASED ? SEAT_RELEASED : CANCELLED;
}

function registrationOf(tx: EntityManager, id: unknown): Promise<Registration | null> {
  return tx.findOne(Registration, String(id), { lockMode: LockMode.PESSIMISTIC_WRITE });
}

async function tell(
  tx: EntityManager,
  keys: KeyRing,
  registration: Registration,
  subjectWords: Words,
  textWords: Words,
  now: Date,
): Promise<void> {
  const { id: about, personId } = registration;
  if (!personId) return;
  const edition = await registration.edition.loadOrFail();
  const subject = inAllLanguages((locale) => say(subjectWords, locale, { edition: nameOf(edition, locale) }));
  const notice = { subject, paragraphs: [inAllLanguages((locale) => say(textWords, locale))] };
  notify(tx, keys, { to: { personId }, notice, about, expiresAt: edition.endsAt ?? null }, now);
}

function nameOf({ title, year }: Edition, locale: string): string {
  return called(title, locale, String(year));
}
