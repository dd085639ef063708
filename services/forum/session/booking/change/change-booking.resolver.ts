import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { InvalidTransition, VersionConflict } from '../../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../../context.ts';
import { OfferExpired } from '../../../waiting-list/waiting-list.types.ts';
import { bookingOf } from '../booking.types.ts';
import { say } from '../messages.ts';
import { acceptBookingOffer, type ChangeBookingOutcome, cancelBooking, declineBookingOffer } from './change-booking.ts';
import {
  AcceptBookingOfferInput,
  AcceptBookingOfferResult,
  AcceptBookingOfferSuccess,
  BookingNotFound,
  CancelBookingInput,
  CancelBookingResult,
  CancelBookingSuccess,
  DeclineBookingOfferInput,
  DeclineBookingOfferResult,
  DeclineBookingOfferSuccess,
} from './change-booking.types.ts';

@Resolver()
export class ChangeBookingResolver {
  @Allow(signedIn)
  @Mutation(() => CancelBookingResult, {
    description:
      "Cancels the signed-in participant's own booking, until the session begins. The seat is offered to the next in line in the same moment. Also how to leave the queue.",
  })
  async cancelBooking(
    @Arg('input', () => CancelBookingInput) input: CancelBookingInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof CancelBookingResult> {
    const outcome = await cancelBooking(context.em, commandOf(input, context), context.now());
    if ('refusal' in outcome) return refuse(outcome, context);
    return new CancelBookingSuccess(await bookingOf(outcome.bookingId, context.loaders.bookingById));
  }

  @Allow(signedIn)
  @Mutation(() => AcceptBookingOfferResult, {
    description: 'Takes the seat that the signed-in participant is offered in a session.',
  })
  async acceptBookingOffer(
    @Arg('input', () => AcceptBookingOfferInput) input: AcceptBookingOfferInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof AcceptBookingOfferResult> {
    const outcome = await acceptBookingOffer(context.em, commandOf(input, context), context.now());
    if ('refusal' in outcome) return refuse(outcome, context);
    return new AcceptBookingOfferSuccess(await bookingOf(outcome.bookingId, context.loaders.bookingById));
  }

  @Allow(signedIn)
  @Mutation(() => DeclineBookingOfferResult, {
    description:
      'Gives an offered seat in a session back, and the place in the queue with it. The seat is offered to the next in line at once.',
  })
  async declineBookingOffer(
    @Arg('input', () => DeclineBookingOfferInput) input: DeclineBookingOfferInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof DeclineBookingOfferResult> {
    const outcome = await declineBookingOffer(context.em, commandOf(input, context), context.now());
    if ('refusal' in outcome) return refuse(outcome, context);
    return new DeclineBookingOfferSuccess(await bookingOf(outcome.bookingId, context.loaders.bookingById));
  }
}

function commandOf({ bookingId, expectedVersion }: CancelBookingInput, { viewer }: ForumContext) {
  return { personId: personOf(viewer), bookingId, expectedVersion: expectedVersion ?? null };
}

function refuse(refusal: Extract<ChangeBookingOutcome, { refusal: string }>, { locale }: ForumContext) {
  switch (refusal.refusal) {
    case 'booking-not-found':
      return new BookingNotFound(say('BOOKING_NOT_FOUND', locale));
    case 'offer-expired':
      return new OfferExpired(say('OFFER_EXPIRED', locale), refusal.expiredAt);
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, to, allowed } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), { from, to, allowed });
    }
  }
}
