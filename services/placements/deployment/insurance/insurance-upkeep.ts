import type { EntityManager } from '@mikro-orm/postgresql';
import { auditEach, publishEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';

const BATCH = 200;

interface RaisedRow {
  readonly deployment_id: string;
  readonly from_on: string;
  readonly until_on: string;
}

/**
 * Raises an alert once for each gap in the insurance of a deployment that goes on. A gap that was closed in part is
 * another one. In batches, each whole. Returns how many were raised.
 */
export async function raiseInsuranceAlerts(em: EntityManager, now: Date): Promise<number> {
  let all = 0;
  for (let raised = BATCH; raised === BATCH; all += raised) {
    raised = await em.fork().transactional(async (tx) => {
      const rows = await tx.execute<RaisedRow[]>(
        `insert into insurance_alert (deployment_id, from_on, until_on, raised_at)
         select deployment_id, due_on, until_on, ? from deployment_alert
         where kind = 'INSURANCE_GAP' and not exists (
           select from insurance_alert as earlier where earlier.deployment_id = deployment_alert.deployment_id
             and earlier.from_on = due_on and earlier.until_on = deployment_alert.until_on)
         order by deployment_id, due_on limit ${BATCH}
         on conflict do nothing
         returning deployment_id, from_on::text as from_on, until_on::text as until_on`,
        [now],
      );
      await auditEach(
        tx,
        rows.map(({ deployment_id: subjectId }) => ({
          actorId: null,
          command: 'raiseInsuranceAlert',
          subjectId,
          changes: [],
        })),
        now,
      );
      const gaps = rows.map(({ deployment_id: deploymentId, from_on: from, until_on: until }) => ({
        deploymentId,
        from,
        until,
      }));
      await publishEach(tx, 'InsuranceGapFound', gaps, now);
      return rows.length;
    });
  }
  return all;
}

export const insuranceUpkeep: Upkeep = {
  name: 'insurance',
  schedule: '10 3 * * *',
  async run({ em, now, log }) {
    const raised = await raiseInsuranceAlerts(em, now());
    if (raised > 0) log.warn({ raised }, 'volunteers without insurance');
  },
};
