import { holds } from '../shared/access/access.rules.ts';
import type { ServiceContext } from '../shared/service.ts';
import { type ApplicationLoaders, applicationLoaders } from './application/application.loaders.ts';
import { PLACERS } from './application/application.rules.ts';
import {
  type ApplicationDetailsLoaders,
  applicationDetailsLoaders,
} from './application/details/application-details.loaders.ts';
import { type AssessmentLoaders, assessmentLoaders } from './assessment/assessment.loaders.ts';
import { type CertificateLoaders, certificateLoaders } from './certificate/certificate.loaders.ts';
import { type ClearanceLoaders, clearanceLoaders } from './clearance/clearance.loaders.ts';
import { type AlertLoaders, alertLoaders } from './deployment/alert/alert.loaders.ts';
import { type DeploymentLoaders, deploymentLoaders } from './deployment/deployment.loaders.ts';
import { type EndingLoaders, endingLoaders } from './deployment/ending/ending.loaders.ts';
import { type InsuranceLoaders, insuranceLoaders } from './deployment/insurance/insurance.loaders.ts';
import { type LeaveLoaders, leaveLoaders } from './deployment/leave/leave.loaders.ts';
import { type DeploymentListLoaders, deploymentListLoaders } from './deployment/list/deployment-list.loaders.ts';
import {
  type HostOrganisationLoaders,
  hostOrganisationLoaders,
} from './host-organisation/host-organisation.loaders.ts';
import { hostSightOf } from './host-organisation/host-organisation.rules.ts';
import { type OfferLoaders, offerLoaders } from './offer/offer.loaders.ts';
import { type OpeningLoaders, openingLoaders } from './opening/opening.loaders.ts';
import { type OpeningSearchLoaders, openingSearchLoaders } from './opening/search/opening-search.loaders.ts';
import { type OpeningTermsLoaders, openingTermsLoaders } from './opening/terms/terms.loaders.ts';
import { type PartnerLoaders, partnerLoaders } from './partner/partner.loaders.ts';
import { type ProgrammeLoaders, programmeLoaders } from './programme/programme.loaders.ts';
import { type ReportLoaders, reportLoaders } from './report/report.loaders.ts';

export interface PlacementsContext extends ServiceContext {
  readonly loaders: ProgrammeLoaders &
    HostOrganisationLoaders &
    OpeningLoaders &
    OpeningTermsLoaders &
    ApplicationLoaders &
    DeploymentLoaders &
    CertificateLoaders &
    ReportLoaders &
    DeploymentListLoaders &
    AlertLoaders &
    LeaveLoaders &
    InsuranceLoaders &
    EndingLoaders &
    AssessmentLoaders &
    ClearanceLoaders &
    OfferLoaders &
    OpeningSearchLoaders &
    ApplicationDetailsLoaders &
    PartnerLoaders;
}

export function placementsContext(base: ServiceContext): PlacementsContext {
  const { read, viewer } = base;
  const sight = hostSightOf(viewer);
  return Object.assign(base, {
    loaders: {
      ...programmeLoaders(read, holds(viewer, PLACERS, { kind: 'ALL', id: null })),
      ...hostOrganisationLoaders(read, sight),
      ...openingLoaders(read, sight),
      ...openingTermsLoaders(read),
      ...applicationLoaders(read),
      ...assessmentLoaders(read),
      ...clearanceLoaders(read),
      ...offerLoaders(read),
      ...openingSearchLoaders(read),
      ...applicationDetailsLoaders(read),
      ...deploymentLoaders(read),
      ...certificateLoaders(read),
      ...reportLoaders(read),
      ...deploymentListLoaders(read),
      ...alertLoaders(read),
      ...leaveLoaders(read),
      ...insuranceLoaders(read),
      ...endingLoaders(read),
      ...partnerLoaders(read),
    },
  });
}
