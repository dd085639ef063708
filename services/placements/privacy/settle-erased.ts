import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErasureRequest } from '../../shared/privacy/erase-when-asked.ts';
import type { Kept } from '../../shared/privacy/kept.rules.ts';
import { withdrawErased } from '../application/withdraw/withdraw-erased.ts';
import { forgetReports } from '../report/privacy/forget-reports.ts';
import { settleDeployments } from './settle-deployments.ts';

/** What becomes of an erased person's placements before their rows are emptied; says what is kept of them, and why. */
export async function settleErased(tx: EntityManager, request: ErasureRequest, now: Date): Promise<Kept | null> {
  await withdrawErased(tx, request, now);
  await forgetReports(tx, request, now);
  return settleDeployments(tx, request, now);
}
