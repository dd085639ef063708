import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { holds, personOf, signedIn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { IdempotencyKeyReused, VersionConflict } from '../../shared/graph/user-error.ts';
import type { ForumContext } from '../context.ts';
import { say } from '../messages.ts';
import { REVIEWERS, RegistrationStatus } from '../registration/registration.rules.ts';
import { RegistrationType, registrationsOf } from '../registration/registration.types.ts';
import { type AnswerSeatOfferOutcome, acceptSeatOffer, declineSeatOffer } from './answer-seat-offer.ts';
import { NoOfferReason, noOfferReason } from './waiting-list.rules.ts';
import {
  AcceptSeatOfferInput,
  AcceptSeatOfferResult,
  AcceptSeatOfferSuccess,
  DeclineSeatOfferInput,
  DeclineSeatOfferResult,
  DeclineSeatOfferSuccess,
  OfferEnded,
  OfferExpired,
  OfferForGroup,
  OfferNotFound,
  SeatOfferType,
} from './waiting-list.types.ts';

@Resolver(() => RegistrationType)
export class WaitingListResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Place in the queue, counted in people, 1 first. Null for whoever does not wait.',
  })
  async waitlistPosition(
    @Root() { id, status }: RegistrationType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<number | null> {
    if (status !== RegistrationStatus.WAITLISTED) return null;
    const place = await loaders.queuePlaceById.load(id);
    return place?.position ?? null;
  }

  @FieldResolver(() => NoOfferReason, {
    nullable: true,
    description: 'Why no seat is offered at this moment. Null for whoever does not wait.',
  })
  async noOfferReason(
    @Root() { id, status, editionId }: RegistrationType,
    @Ctx() { loaders, now }: ForumContext,
  ): Promise<NoOfferReason | null> {
    if (status !== RegistrationStatus.WAITLISTED) return null;
    const [place, edition] = await Promise.all([loaders.queuePlaceById.load(id), loaders.editionById.load(editionId)]);
    if (!place || !edition) return null;
    const terms = {
      status: edition.status,
      startsAt: edition.starts_at,
      seatOfferHours: edition.seat_offer_hours,
    };
    return noOfferReason(terms, { ...place, isBehindHeld: place.is_behind_held }, now());
  }

  @FieldResolver(() => SeatOfferType, {
    nullable: true,
    description: 'The seat that is held for this person now. Null without an open offer.',
  })
  async seatOffer(
    @Root() { seatOfferId, status }: RegistrationType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<SeatOfferType | null> {
    if (status !== RegistrationStatus.OFFERED || seatOfferId === null) return null;
    const row = await loaders.seatOfferById.load(seatOfferId);
    return row && new SeatOfferType(row);
  }

  @Allow(signedIn)
  @Mutation(() => AcceptSeatOfferResult, {
    description:
      'Takes an offered seat for the signed-in person, or for the group they registered. Accreditation officers and administrators of the edition answer for any group, whose contact may be gone.',
  })
  async acceptSeatOffer(
    @Arg('input', () => AcceptSeatOfferInput) input: AcceptSeatOfferInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof AcceptSeatOfferResult> {
    const outcome = await acceptSeatOffer(context.em, commandOf(input, context), context.now());
    if ('refusal' in outcome) return refuse(outcome, context);
    const registrations = await registrationsOf(outcome.registrationIds, context.loaders.registrationById);
    return new AcceptSeatOfferSuccess(registrations[0], registrations);
  }

  @Allow(signedIn)
  @Mutation(() => DeclineSeatOfferResult, {
    description:
      'Gives an offered seat back, and the place in the queue with it. The seat is offered to the next in line at once.',
  })
  async declineSeatOffer(
    @Arg('input', () => DeclineSeatOfferInput) input: DeclineSeatOfferInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof DeclineSeatOfferResult> {
    const outcome = await declineSeatOffer(context.em, commandOf(input, context), context.now());
    if ('refusal' in outcome) return refuse(outcome, context);
    const registrations = await registrationsOf(outcome.registrationIds, context.loaders.registrationById);
    return new DeclineSeatOfferSuccess(registrations[0], registrations);
  }
}

function commandOf(input: AcceptSeatOfferInput, { viewer }: ForumContext) {
  return {
    actorId: personOf(viewer),
    idempotencyKey: input.idempotencyKey ?? null,
    seatOfferId: input.seatOfferId,
    expectedVersion: input.expectedVersion ?? null,
    mayAnswerFor: (editionId: string) => holds(viewer, REVIEWERS, { kind: 'EDITION', id: editionId }),
  };
}

function refuse(refusal: Extract<AnswerSeatOfferOutcome, { refusal: string }>, { locale }: ForumContext) {
  switch (refusal.refusal) {
    case 'offer-not-found':
      return new OfferNotFound(say('OFFER_NOT_FOUND', locale));
    case 'offer-for-group':
      return new OfferForGroup(say('OFFER_FOR_GROUP', locale));
    case 'offer-expired':
      return new OfferExpired(say('OFFER_EXPIRED', locale), new Date(refusal.expiredAt));
    case 'offer-ended':
      return new OfferEnded(say('OFFER_ENDED', locale), refusal.status);
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
