import { BEFORE_DEPARTURE, type DeploymentStatus, OVER } from '../deployment/deployment.rules.ts';

/** How many years service abroad is kept after its last day, for claims on insurance and allowances. */
const KEPT_YEARS = 1;

/**
 * What becomes of an erased person's deployment.
 *
 * One that has not set out is called off, since nobody can be reached any more. One that is under way goes on by its ID,
 * so that whoever is abroad is not forgotten there. What is over stays as it was, for the counts.
 */
export function deploymentAtErasure(status: DeploymentStatus): 'cancelled' | 'kept' | 'left' {
  if (OVER.includes(status)) return 'left';
  return BEFORE_DEPARTURE.includes(status) ? 'cancelled' : 'kept';
}

/** Until when a deployment is kept that ends on a day. */
export function serviceKeptUntil(endsOn: string): Date {
  const last = Temporal.PlainDate.from(endsOn).add({ years: KEPT_YEARS });
  return new Date(last.toZonedDateTime('UTC').epochMilliseconds);
}
