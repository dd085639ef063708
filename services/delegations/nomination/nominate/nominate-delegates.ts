import type { EntityManager } from '@mikro-orm/postgresql';
import { addressKey } from '../../../shared/events/sealed-payload.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type Delegation, Quota } from '../../delegation/delegation.entity.ts';
import { DelegationStatus } from '../../delegation/delegation.rules.ts';
import { type Closed, closedRefusal } from '../deadline/closed.rules.ts';
import { takesNominations } from '../deadline/deadlines.rules.ts';
import { deadlinesOf } from '../deadline/deadlines.ts';
import { lockDelegation } from '../lock-nominations.ts';
import { Nomination } from '../nomination.entity.ts';
import { DelegationRole, INACTIVE } from '../nomination.rules.ts';
import { knownNominees } from '../nominee/known-nominees.ts';
import type { Postage } from '../nominee/tell-nominees.ts';
import { insertNominees } from './insert-nominees.ts';
import {
  type CheckedNominee,
  checkNominees,
  judgeNominees,
  NominationErrorPolicy,
  type NomineeRefusal,
  type NomineeRow,
} from './judge.rules.ts';

export interface NominateDelegates {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly delegationId: string;
  readonly errorPolicy: NominationErrorPolicy;
  /** Tells what would happen, and writes nothing. */
  readonly dryRun: boolean;
  readonly rows: readonly NomineeRow[];
}

/** What became of a row, or would. Holds nothing of what the row says. */
export interface NomineeResult {
  readonly number: number;
  /** Null in a dry run, for a row that is refused, and for one that is held up by others. */
  readonly nominationId: string | null;
  readonly refusal: NomineeRefusal | null;
}

export type NominateDelegatesOutcome =
  | { readonly results: readonly NomineeResult[] }
  | { readonly refusal: 'rows-refused'; readonly results: readonly NomineeResult[] }
  | { readonly refusal: 'delegation-not-found' | 'idempotency-key-reused' }
  | Closed;

/**
 * Nominates people for a delegation, each on a place of the quota; all of them or those with whom nothing is wrong.
 *
 * Whoever names people for the same edition waits meanwhile, so that the last place and the office of head go to one. How
 * many statements it takes does not depend on the number of people.
 */
export function nominateDelegates(
  em: EntityManager,
  postage: Postage,
  command: NominateDelegates,
  now: Date,
): Promise<NominateDelegatesOutcome> {
  const { actorId, idempotencyKey, dryRun, ...input } = command;
  const checked = checkNominees(command.rows, (email) => addressKey(postage.keys, email));
  // What was only tried out may be done under the same key.
  const key = dryRun ? null : idempotencyKey;
  return em.transactional((tx) =>
    once<NominateDelegatesOutcome>(tx, { actorId, operation: 'nominateDelegates', key, input }, now, () =>
      nominate(tx, postage, command, checked, now),
    ),
  );
}

async function nominate(
  tx: EntityManager,
  postage: Postage,
  { actorId, delegationId, errorPolicy, dryRun }: NominateDelegates,
  checked: readonly CheckedNominee[],
  now: Date,
): Promise<NominateDelegatesOutcome> {
  const delegation = await lockDelegation(tx, delegationId);
  if (!delegation) return { refusal: 'delegation-not-found' };
  const { status, editionId } = delegation;
  const { nomination: closesAt, timeZone } = await deadlinesOf(tx, editionId);
  const closed = closedRefusal(status, { closesAt, timeZone }, takesNominations, now);
  if (closed) return closed;

  const asked = checked.flatMap((row) => (row.refusal === null ? [row.addressKey] : []));
  const known = await knownNominees(tx, editionId, asked);
  const nominated = new Set(asked.filter((key) => known.get(key)?.isNominated));
  const quotas = await tx.find(Quota, { delegation }, { refresh: true });
  const heads = { delegation, role: DelegationRole.HEAD, status: { $nin: [...INACTIVE] } };
  const hasHead = (await tx.count(Nomination, heads)) > 0;
  const judged = judgeNominees(checked, { quotas, hasHead, nominated });

  const good = judged.filter(({ refusal }) => refusal === null);
  const resultsWith = (ids: ReadonlyMap<number, string>) =>
    judged.map(({ number, refusal }) => ({ number, refusal, nominationId: ids.get(number) ?? null }));
  if (dryRun || good.length === 0) return { results: resultsWith(new Map()) };
  if (errorPolicy === NominationErrorPolicy.REJECT_EVERYTHING && good.length < judged.length) {
    return { refusal: 'rows-refused', results: resultsWith(new Map()) };
  }
  const by = { actorId, command: 'nominateDelegates' };
  beginNominating(tx, delegation, by, now);
  return { results: resultsWith(await insertNominees(tx, postage, { delegation, ...by, rows: good, known }, now)) };
}

/** A delegation whose focal point is confirmed names people from the first one on. */
function beginNominating(
  tx: EntityManager,
  delegation: Delegation,
  by: { readonly actorId: string; readonly command: string },
  now: Date,
): void {
  const { id: subjectId, editionId, status: from } = delegation;
  if (from !== DelegationStatus.FOCAL_POINT_CONFIRMED) return;
  const to = DelegationStatus.NOMINATING;
  delegation.status = to;
  audit(tx, { ...by, subjectId, changes: [{ field: 'status', from, to }] }, now);
  publish(tx, 'DelegationStatusChanged', { delegationId: subjectId, editionId, from, to }, now);
}
