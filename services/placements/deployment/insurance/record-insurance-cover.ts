import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type ActRefusal, type DeploymentAct, deploymentToActOn } from '../act-on-deployment.ts';
import { type DeploymentStatus, OVER } from '../deployment.rules.ts';
import type { Cover } from './insurance.rules.ts';
import { InsuranceCover } from './insurance-cover.entity.ts';

export interface RecordInsuranceCover extends DeploymentAct {
  readonly idempotencyKey: string | null;
  /** With nothing wrong. */
  readonly cover: Cover;
}

export type RecordInsuranceCoverOutcome =
  | { readonly deploymentId: string }
  | ActRefusal
  | { readonly refusal: 'wrong-stage'; readonly status: DeploymentStatus }
  | { readonly refusal: 'idempotency-key-reused' };

/** Notes that a volunteer is insured on some days. Covers may meet and lie over one another. */
export function recordInsuranceCover(
  em: EntityManager,
  command: RecordInsuranceCover,
  now: Date,
): Promise<RecordInsuranceCoverOutcome> {
  const { viewer, idempotencyKey: key, ...input } = command;
  const claim = { actorId: personOf(viewer), operation: 'recordInsuranceCover', key, input };
  return em.transactional((tx) => once<RecordInsuranceCoverOutcome>(tx, claim, now, () => record(tx, command, now)));
}

async function record(
  tx: EntityManager,
  command: RecordInsuranceCover,
  now: Date,
): Promise<RecordInsuranceCoverOutcome> {
  const acted = await deploymentToActOn(tx, command, now);
  if ('refusal' in acted) return acted;
  const { deployment, actorId } = acted;
  if (OVER.includes(deployment.status)) return { refusal: 'wrong-stage', status: deployment.status };
  const { from, until, insurer, policyReference } = command.cover;
  const erased = await tx.execute('select from erased_person where person_id = ?', [deployment.personId]);
  const cover = tx.create(InsuranceCover, {
    id: newId('insurance_cover'),
    deployment,
    personId: deployment.personId,
    fromOn: from,
    untilOn: until,
    insurer: insurer.trim(),
    policyReference: erased.length > 0 ? null : (policyReference?.trim() ?? null),
    recordedAt: now,
    recordedById: actorId,
  });
  const changes = [{ field: 'insuranceCover', from: null, to: cover.id }];
  const onBehalfOfId = deployment.personId;
  audit(tx, { actorId, onBehalfOfId, command: 'recordInsuranceCover', subjectId: deployment.id, changes }, now);
  publish(tx, 'InsuranceCoverRecorded', { deploymentId: deployment.id, from, until }, now);
  await tx.flush();
  return { deploymentId: deployment.id };
}
