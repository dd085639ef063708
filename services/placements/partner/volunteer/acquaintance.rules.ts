import { DeploymentStatus } from '../../deployment/deployment.rules.ts';

/** For so many days after service, those who received a volunteer may still need the name. */
const DAYS_AFTER = 180;
const DAY_MS = 86_400_000;

/** A deployment, as far as it tells who has to know the volunteer. */
export interface Service {
  readonly status: DeploymentStatus;
  readonly endsOn: string;
  /** Null until service has ended. */
  readonly endedOn?: string | null;
}

/**
 * Until when host and partner country know by name who serves with them. From the moment a deployment is made; null where
 * nobody came and nobody will.
 */
export function knownUntil({ status, endsOn, endedOn }: Service): Date | null {
  if (status === DeploymentStatus.CANCELLED_BEFORE_DEPARTURE) return null;
  return new Date(Date.parse(endedOn ?? endsOn) + DAYS_AFTER * DAY_MS);
}
