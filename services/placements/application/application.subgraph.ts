import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import { ClearanceSchema } from '../clearance/clearance.entity.ts';
import type { PlacementsContext } from '../context.ts';
import { OfferSchema } from '../offer/offer.entity.ts';
import { ApplicationSchema } from './application.entity.ts';
import { ApplicationResolver, applicationActorOf, PersonApplicationsResolver } from './application.resolver.ts';
import { ApplicationType } from './application.types.ts';

/** People who wish to serve, and the way from their applications to those who are chosen. */
export const applicationPart: ServicePart<PlacementsContext> = {
  entities: [ApplicationSchema, ClearanceSchema, OfferSchema],
  resolvers: [ApplicationResolver, PersonApplicationsResolver],
  references: {
    Application: byLoader(
      'id',
      ({ loaders }) => loaders.applicationById,
      (row, { viewer }) => (applicationActorOf(viewer, row) ? new ApplicationType(row) : null),
    ),
  },
};
