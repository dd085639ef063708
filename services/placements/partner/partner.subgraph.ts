import { inTurn } from '../../shared/events/in-turn.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { CountryDeploymentsResolver } from './deployments/country-deployments.resolver.ts';
import { deploymentsExport } from './export/deployments-export.ts';
import { openingsExport } from './export/openings-export.ts';
import { noteDeploymentChange, noteDeploymentExtended, noteOpeningChange } from './feed/note-placement-change.ts';
import { PlacementChangeResolver } from './feed/placement-change.resolver.ts';
import { CountryStatisticsResolver } from './statistics/statistics.resolver.ts';
import { tellVolunteer } from './volunteer/tell-volunteer.ts';
import { webhookRound } from './webhook/delivery/send-due.ts';
import { webhookUpkeep } from './webhook/delivery/webhook-upkeep.ts';
import { noteApiClientRevoked, noteGrantRevoked } from './webhook/manage/note-speaker-ended.ts';
import { ResendResolver } from './webhook/manage/resend.resolver.ts';
import { StepWebhookResolver } from './webhook/manage/step-webhook.resolver.ts';
import { RegisterWebhookResolver } from './webhook/register/register-webhook.resolver.ts';
import { WebhookSchema } from './webhook/webhook.entity.ts';
import { WebhookDeliveryResolver, WebhookResolver } from './webhook/webhook.resolver.ts';

/** What partner countries ask and are told. */
export const partnerPart: ServicePart<PlacementsContext> = {
  entities: [WebhookSchema],
  resolvers: [
    CountryStatisticsResolver,
    CountryDeploymentsResolver,
    PlacementChangeResolver,
    WebhookResolver,
    WebhookDeliveryResolver,
    RegisterWebhookResolver,
    StepWebhookResolver,
    ResendResolver,
  ],
  handlers: {
    ApiClientRevoked: noteApiClientRevoked,
    DeploymentExtended: inTurn(tellVolunteer, noteDeploymentExtended),
    DeploymentMoved: inTurn(tellVolunteer, noteDeploymentChange),
    GrantRevoked: noteGrantRevoked,
    OpeningMoved: noteOpeningChange,
  },
  files: { openings: openingsExport, deployments: deploymentsExport },
  upkeep: [webhookUpkeep],
  rounds: [webhookRound],
};
