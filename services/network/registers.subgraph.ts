import { byLoader, type References } from '../shared/graph/federated-schema.ts';
import { CampaignSchema } from './campaign/campaign.entity.ts';
import { CampaignResolver } from './campaign/campaign.resolver.ts';
import { CampaignType } from './campaign/campaign.types.ts';
import { DeedSchema } from './campaign/deed/deed.entity.ts';
import { DeedResolver, PersonDeedsResolver } from './campaign/deed/deed.resolver.ts';
import { deedSeen } from './campaign/deed/deed.types.ts';
import type { NetworkContext } from './context.ts';
import { SmallGrantSchema } from './grant/grant.entity.ts';
import { ProjectGrantsResolver, SmallGrantResolver } from './grant/grant.resolver.ts';
import { grantSeen } from './grant/grant.types.ts';
import { Organisations } from './migrations/0005-organisations.ts';
import { Campaigns } from './migrations/0006-campaigns.ts';
import { Projects } from './migrations/0007-projects.ts';
import { OrganisationCorrectionResolver } from './organisation/correction/correction.resolver.ts';
import { OrganisationSchema } from './organisation/organisation.entity.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { RepresentativeSchema } from './organisation/representative/representative.entity.ts';
import {
  PersonOrganisationsResolver,
  RepresentativeResolver,
} from './organisation/representative/representative.resolver.ts';
import { organisationSeen } from './organisation/seen-organisation.types.ts';
import { VolunteerHoursSchema } from './participation/hours/hours.entity.ts';
import { HoursResolver, PersonHoursResolver, ProjectHoursResolver } from './participation/hours/hours.resolver.ts';
import { hoursSeen } from './participation/hours/hours.types.ts';
import { ParticipationSchema } from './participation/participation.entity.ts';
import {
  ParticipationResolver,
  PersonParticipationsResolver,
  ProjectParticipationsResolver,
} from './participation/participation.resolver.ts';
import { participationSeen } from './participation/participation.types.ts';
import { ProjectCorrectionResolver } from './project/correction/correction.resolver.ts';
import { ProjectSchema } from './project/project.entity.ts';
import { OrganisationProjectsResolver, ProjectResolver } from './project/project.resolver.ts';
import { projectSeen } from './project/project.types.ts';
import { ProjectActsResolver } from './project/project-acts.resolver.ts';
import {
  PersonVolunteerRecordResolver,
  VolunteerRecordProjectResolver,
  VolunteerRecordResolver,
} from './volunteer-record/volunteer-record.resolver.ts';

/** What people and organisations enter: organisations, projects, grants, taking part, campaigns and their deeds. */
export const registerEntities = [
  OrganisationSchema,
  RepresentativeSchema,
  ProjectSchema,
  SmallGrantSchema,
  ParticipationSchema,
  VolunteerHoursSchema,
  CampaignSchema,
  DeedSchema,
];

export const registerMigrations = [Organisations, Campaigns, Projects];

export const registerResolvers = [
  OrganisationResolver,
  OrganisationCorrectionResolver,
  RepresentativeResolver,
  PersonOrganisationsResolver,
  OrganisationProjectsResolver,
  ProjectResolver,
  ProjectActsResolver,
  ProjectCorrectionResolver,
  SmallGrantResolver,
  ProjectGrantsResolver,
  ParticipationResolver,
  PersonParticipationsResolver,
  ProjectParticipationsResolver,
  HoursResolver,
  PersonHoursResolver,
  ProjectHoursResolver,
  VolunteerRecordResolver,
  VolunteerRecordProjectResolver,
  PersonVolunteerRecordResolver,
  CampaignResolver,
  DeedResolver,
  PersonDeedsResolver,
];

export const registerReferences: References<NetworkContext> = {
  Organisation: byLoader(
    'id',
    ({ loaders }) => loaders.organisationById,
    (row, { viewer }) => organisationSeen(row, viewer),
  ),
  Project: byLoader(
    'id',
    ({ loaders }) => loaders.projectById,
    (row, { viewer }) => projectSeen(row, viewer),
  ),
  SmallGrant: byLoader(
    'id',
    ({ loaders }) => loaders.grantById,
    (row, { viewer }) => grantSeen(row, viewer),
  ),
  Participation: byLoader(
    'id',
    ({ loaders }) => loaders.participationById,
    (row, { viewer }) => participationSeen(row, viewer),
  ),
  VolunteerHours: byLoader(
    'id',
    ({ loaders }) => loaders.hoursById,
    (row, { viewer }) => hoursSeen(row, viewer),
  ),
  Campaign: byLoader(
    'id',
    ({ loaders }) => loaders.campaignById,
    (row) => new CampaignType(row),
  ),
  Deed: byLoader(
    'id',
    ({ loaders }) => loaders.deedById,
    (row, { viewer }) => deedSeen(row, viewer),
  ),
};
