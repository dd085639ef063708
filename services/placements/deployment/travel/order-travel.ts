import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type InvalidDay,
  type StepRefused,
} from '../act-on-deployment.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { moveDeployment } from '../move-deployment.ts';
import { type ClearancesRefusal, checkClearances } from '../readiness/outstanding.ts';
import { checkDeparture } from './travel.rules.ts';

export interface OrderTravel extends DeploymentAct {
  /** Day of departure; null for today. */
  readonly departsOn: string | null;
}

export type OrderTravelOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | StepRefused
  | InvalidDay
  | ClearancesRefusal;

/**
 * Orders the travel of a volunteer who is ready. Nobody sets out before every required clearance has passed and is
 * valid; the database refuses it, too.
 */
export function orderTravel(em: EntityManager, command: OrderTravel, now: Date): Promise<OrderTravelOutcome> {
  return em.transactional(async (tx) => {
    const acted = await deploymentToActOn(tx, command, now);
    if ('refusal' in acted) return acted;
    const { deployment, actorId, today } = acted;
    const to = DeploymentStatus.TRAVELLING;
    const departsOn = command.departsOn ?? today;
    const refusal =
      checkStep(acted, to) ??
      checkDeparture(departsOn, { today, endsOn: deployment.endsOn }) ??
      (await checkClearances(tx, acted));
    if (refusal) return refusal;
    deployment.departsOn = departsOn;
    await moveDeployment(tx, deployment, { to, actorId, command: 'orderTravel' }, now);
    return { deploymentId: deployment.id };
  });
}
