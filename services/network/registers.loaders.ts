import type { Reader } from '../shared/database/statement.ts';
import { type CampaignLoaders, campaignLoaders } from './campaign/campaign.loaders.ts';
import { type DeedLoaders, deedLoaders } from './campaign/deed/deed.loaders.ts';
import { type RegionCodeLoaders, regionCodeLoaders } from './form/region-code.loaders.ts';
import { type GrantLoaders, grantLoaders } from './grant/grant.loaders.ts';
import { type OrganisationLoaders, organisationLoaders } from './organisation/organisation.loaders.ts';
import { type HoursLoaders, hoursLoaders } from './participation/hours/hours.loaders.ts';
import { type ParticipationLoaders, participationLoaders } from './participation/participation.loaders.ts';
import { type ProjectLoaders, projectLoaders } from './project/project.loaders.ts';
import { type VolunteerRecordLoaders, volunteerRecordLoaders } from './volunteer-record/volunteer-record.loaders.ts';

/** Reads of what people and organisations enter: organisations, projects, grants, hours, deeds. */
export interface RegisterLoaders
  extends CampaignLoaders,
    DeedLoaders,
    GrantLoaders,
    HoursLoaders,
    OrganisationLoaders,
    ParticipationLoaders,
    ProjectLoaders,
    RegionCodeLoaders,
    VolunteerRecordLoaders {}

export function registerLoaders(read: Reader): RegisterLoaders {
  return {
    ...campaignLoaders(read),
    ...deedLoaders(read),
    ...grantLoaders(read),
    ...hoursLoaders(read),
    ...organisationLoaders(read),
    ...participationLoaders(read),
    ...projectLoaders(read),
    ...regionCodeLoaders(read),
    ...volunteerRecordLoaders(read),
  };
}
