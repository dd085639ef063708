import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOfToken, makeToken } from '../../../shared/crypto/link-token.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { Registration } from '../../registration/registration.entity.ts';
import type { RegistrationStatus } from '../../registration/registration.rules.ts';
import { TAKES_PART } from '../booking/booking.rules.ts';
import { CalendarSubscription } from './calendar-subscription.entity.ts';

export interface CreateCalendarSubscription {
  readonly personId: string;
  readonly registrationId: string;
  /** BCP 47. */
  readonly locale: string;
}

export type CreateCalendarSubscriptionOutcome =
  | { readonly registrationId: string; readonly token: string }
  | { readonly refusal: 'registration-not-found' }
  | { readonly refusal: 'registration-not-confirmed'; readonly status: RegistrationStatus };

/** Makes the link of a participant's own programme. The one there was leads nowhere from here on. */
export function createCalendarSubscription(
  em: EntityManager,
  { personId, registrationId, locale }: CreateCalendarSubscription,
  now: Date,
): Promise<CreateCalendarSubscriptionOutcome> {
  return em.transactional(async (tx) => {
    const registration = await lockOwn(tx, registrationId, personId);
    if (!registration) return { refusal: 'registration-not-found' };
    const { status } = registration;
    if (!TAKES_PART.includes(status)) return { refusal: 'registration-not-confirmed', status };

    const token = makeToken();
    await tx.nativeDelete(CalendarSubscription, { registrationId });
    tx.create(CalendarSubscription, { registrationId, personId, tokenHash: hashOfToken(token), locale, madeAt: now });
    audit(
      tx,
      { actorId: personId, command: 'createCalendarSubscription', subjectId: registrationId, changes: [] },
      now,
    );
    return { registrationId, token };
  });
}

export interface RevokeCalendarSubscription {
  readonly personId: string;
  readonly registrationId: string;
}

export type RevokeCalendarSubscriptionOutcome =
  | { readonly registrationId: string }
  | { readonly refusal: 'registration-not-found' };

/** Ends the link of a participant's own programme. Where there is none, nothing changes. */
export function revokeCalendarSubscription(
  em: EntityManager,
  { personId, registrationId }: RevokeCalendarSubscription,
  now: Date,
): Promise<RevokeCalendarSubscriptionOutcome> {
  return em.transactional(async (tx) => {
    const registration = await lockOwn(tx, registrationId, personId);
    if (!registration) return { refusal: 'registration-not-found' };
    const ended = await tx.nativeDelete(CalendarSubscription, { registrationId });
    if (ended > 0) {
      const act = { actorId: personId, command: 'revokeCalendarSubscription', subjectId: registrationId, changes: [] };
      audit(tx, act, now);
    }
    return { registrationId };
  });
}

function lockOwn(tx: EntityManager, id: string, personId: string): Promise<Registration | null> {
  return tx.findOne(Registration, { id, personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
