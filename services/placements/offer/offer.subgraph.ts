import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { AnswerOfferResolver } from './answer/answer-offer.resolver.ts';
import { offerUpkeep } from './expire-offers.ts';
import { OfferPlacementResolver } from './make/offer-placement.resolver.ts';
import { ApplicationOfferResolver } from './offer.resolver.ts';
import { RescindOfferResolver } from './rescind/rescind-offer.resolver.ts';

/** Placements that are offered, and what volunteers answer. */
export const offerPart: ServicePart<PlacementsContext> = {
  resolvers: [ApplicationOfferResolver, OfferPlacementResolver, AnswerOfferResolver, RescindOfferResolver],
  upkeep: [offerUpkeep],
};
