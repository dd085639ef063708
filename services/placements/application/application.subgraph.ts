import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import { ClearanceSchema } from '../clearance/clearance.entity.ts';
import type { PlacementsContext } from '../context.ts';
import { OfferSchema } from '../offer/offer.entity.ts';
import { ApplicationSchema } from './application.entity.ts';
import { ApplicationResolver, applicationActorOf, PersonApplicationsResolver } from './application.resolver.ts';
import { ApplicationType } from './application.types.ts';
import { ApplyToOpeningResolver } from './apply/apply-to-opening.resolver.ts';
import { ConfirmTermsResolver } from './confirm-terms/confirm-terms.resolver.ts';
import { confirmationUpkeep } from './confirm-terms/end-unconfirmed.ts';
import { noteTermsChanged } from './confirm-terms/note-terms-changed.ts';
import { ApplicationDetailsResolver } from './details/application-details.resolver.ts';
import { EligibilityResolver } from './eligibility/eligibility.resolver.ts';
import { OpeningApplicationsResolver } from './list/opening-applications.resolver.ts';
import { noteApplicationMoved } from './notice/application-notices.ts';
import { WithdrawApplicationResolver } from './withdraw/withdraw-application.resolver.ts';

/** People who wish to serve, and the way from their applications to those who are chosen. */
export const applicationPart: ServicePart<PlacementsContext> = {
  entities: [ApplicationSchema, ClearanceSchema, OfferSchema],
  resolvers: [
    ApplicationResolver,
    PersonApplicationsResolver,
    ApplicationDetailsResolver,
    OpeningApplicationsResolver,
    EligibilityResolver,
    ApplyToOpeningResolver,
    WithdrawApplicationResolver,
    ConfirmTermsResolver,
  ],
  references: {
    Application: byLoader(
      'id',
      ({ loaders }) => loaders.applicationById,
      (row, { viewer }) => (applicationActorOf(viewer, row) ? new ApplicationType(row) : null),
    ),
  },
  handlers: { ApplicationMoved: noteApplicationMoved, OpeningTermsChanged: noteTermsChanged },
  upkeep: [confirmationUpkeep],
};
