import type { EntityManager } from '@mikro-orm/postgresql';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { lockDeployment, moveDeployment } from '../move-deployment.ts';

const UNCLEARED = `select deployment.id from deployment
  where status = 'READY' and exists (select from outstanding_clearances(deployment))`;

/** Takes readiness back where a clearance has failed after all or does not hold any more. Returns how often. */
export async function takeLostReadinessBack(em: EntityManager, now: Date): Promise<number> {
  const uncleared = await em.execute<{ id: string }[]>(`${UNCLEARED} order by id`);
  let taken = 0;
  for (const { id } of uncleared) {
    taken += await em.fork().transactional(async (tx) => {
      const deployment = await lockDeployment(tx, id);
      const still = await tx.execute(`${UNCLEARED} and id = ?`, [id]);
      if (!deployment || still.length === 0) return 0;
      const step = { to: DeploymentStatus.PREPARING, actorId: null, command: 'takeReadinessBack' };
      await moveDeployment(tx, deployment, step, now);
      return 1;
    });
  }
  return taken;
}

export const readinessUpkeep: Upkeep = {
  name: 'readiness',
  schedule: '*/15 * * * *',
  async run({ em, now, log }) {
    const taken = await takeLostReadinessBack(em, now());
    if (taken > 0) log.info({ taken }, 'readiness taken back');
  },
};
