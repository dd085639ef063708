import type { EntityManager } from '@mikro-orm/postgresql';
import {
  type ActRefusal,
  checkStep,
  type DeploymentAct,
  deploymentToActOn,
  type StepRefused,
} from '../act-on-deployment.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { moveDeployment } from '../move-deployment.ts';
import { type ClearancesRefusal, checkClearances } from './outstanding.ts';

export type MakeReadyOutcome = { readonly deploymentId: string } | ActRefusal | StepRefused | ClearancesRefusal;

/** Says that a volunteer may travel: every clearance that the opening asks for has passed, and holds for the service. */
export function makeReady(em: EntityManager, act: DeploymentAct, now: Date): Promise<MakeReadyOutcome> {
  return em.transactional(async (tx) => {
    const acted = await deploymentToActOn(tx, act, now);
    if ('refusal' in acted) return acted;
    const to = DeploymentStatus.READY;
    const refusal = checkStep(acted, to) ?? (await checkClearances(tx, acted));
    if (refusal) return refusal;
    const { deployment, actorId } = acted;
    await moveDeployment(tx, deployment, { to, actorId, command: 'makeReady' }, now);
    return { deploymentId: deployment.id };
  });
}
