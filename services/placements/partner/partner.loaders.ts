import type { Reader } from '../../shared/database/statement.ts';
import {
  type CountryDeploymentsLoaders,
  countryDeploymentsLoaders,
} from './deployments/country-deployments.loaders.ts';
import { type PlacementChangeLoaders, placementChangeLoaders } from './feed/placement-change.loaders.ts';
import { type StatisticsLoaders, statisticsLoaders } from './statistics/statistics.loaders.ts';
import { type WebhookLoaders, webhookLoaders } from './webhook/webhook.loaders.ts';

export type PartnerLoaders = StatisticsLoaders & CountryDeploymentsLoaders & PlacementChangeLoaders & WebhookLoaders;

export function partnerLoaders(read: Reader): PartnerLoaders {
  return {
    ...statisticsLoaders(read),
    ...countryDeploymentsLoaders(read),
    ...placementChangeLoaders(read),
    ...webhookLoaders(read),
  };
}
