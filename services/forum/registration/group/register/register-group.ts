import type { EntityManager } from '@mikro-orm/postgresql';
import { addressKey } from '../../../../shared/events/sealed-payload.ts';
import { once } from '../../../../shared/idempotency/once.ts';
import { lockSeats } from '../../../availability/lock-seats.ts';
import { Edition } from '../../../edition/edition.entity.ts';
import { offerFreeSeats } from '../../../waiting-list/offer-free-seats.ts';
import { isOpen, ParticipantCategory, RegistrationStatus } from '../../registration.rules.ts';
import { type CheckedRow, checkRows, type GroupRow, type RowRefusal } from '../member/check-rows.rules.ts';
import { knownMembers } from '../member/known-members.ts';
import { possibleDuplicates } from '../member/possible-duplicates.ts';
import { insertGroup } from './insert-group.ts';
import { GroupErrorPolicy, placeGroup } from './placement.rules.ts';
import type { Postage } from './tell-members.ts';

export interface RegisterGroup {
  /** Who registers the group, and answers for it. */
  readonly contactId: string;
  readonly idempotencyKey: string | null;
  readonly editionId: string;
  readonly organisation: string;
  readonly category: ParticipantCategory;
  readonly errorPolicy: GroupErrorPolicy;
  /** Tells what would happen, and writes nothing. */
  readonly dryRun: boolean;
  readonly rows: readonly GroupRow[];
}

/** What became of a row, or would. Holds nothing of what the row says. */
export interface RowResult {
  readonly number: number;
  readonly registrationId: string | null;
  /** Where it goes; null for a row that is refused, and for one that goes nowhere because of others. */
  readonly status: RegistrationStatus | null;
  readonly refusal: RowRefusal | null;
  /** Whether the list or the edition has somebody who may be the same person. */
  readonly isPossibleDuplicate: boolean;
  /** Registrations for the edition that may be the same person's. */
  readonly duplicateIds: readonly string[];
}

export type RegisterGroupOutcome =
  | { readonly groupId: string | null; readonly results: readonly RowResult[] }
  | { readonly refusal: 'rows-refused'; readonly results: readonly RowResult[] }
  | { readonly refusal: 'larger-than-edition'; readonly size: number; readonly capacity: number }
  | { readonly refusal: 'edition-not-found' | 'not-open' | 'nomination-required' | 'full' | 'idempotency-key-reused' };

/**
 * Registers an organisation's people for an edition, as one group: all on seats, all in the queue, or all for review.
 *
 * Holds the lock on the edition's seats until commit. How many statements it takes does not depend on the number of
 * people. Nobody is told whether somebody has an account, beyond that they are registered already.
 */
export function registerGroup(
  em: EntityManager,
  postage: Postage,
  command: RegisterGroup,
  now: Date,
): Promise<RegisterGroupOutcome> {
  const { contactId: actorId, idempotencyKey, dryRun, ...input } = command;
  const keyOf = (email: string) => addressKey(postage.keys, email);
  const checked = checkRows(command.rows, now.toISOString().slice(0, 10), keyOf);
  // What was only tried out may be done under the same key.
  const key = dryRun ? null : idempotencyKey;
  return em.transactional((tx) =>
    once<RegisterGroupOutcome>(tx, { actorId, operation: 'registerGroup', key, input }, now, () =>
      register(tx, postage, command, checked, now),
    ),
  );
}

async function register(
  tx: EntityManager,
  postage: Postage,
  { contactId, editionId, organisation, category, errorPolicy, dryRun }: RegisterGroup,
  checked: readonly CheckedRow[],
  now: Date,
): Promise<RegisterGroupOutcome> {
  const seats = await lockSeats(tx, editionId);
  const edition = await tx.findOne(Edition, editionId);
  if (!edition) return { refusal: 'edition-not-found' };
  const { status, registrationOpensAt: opensAt = null, registrationClosesAt: closesAt = null } = edition;
  // An edition without seats has not been opened yet.
  if (!seats || !isOpen({ status, opensAt, closesAt }, now)) return { refusal: 'not-open' };
  if (category === ParticipantCategory.DELEGATE) return { refusal: 'nomination-required' };

  const known = await knownMembers(tx, editionId, checked, now);
  const judged = checked.map((row) => {
    const { refusal } = row;
    const isRegistered = known.get(row.addressKey)?.isRegistered ?? false;
    return refusal === null && isRegistered ? { ...row, refusal: { refusal: 'already-registered' as const } } : row;
  });
  const duplicates = await possibleDuplicates(tx, editionId, judged);
  const resultOf = (row: CheckedRow, at: Pick<RowResult, 'registrationId' | 'status' | 'refusal'>): RowResult => {
    const { ids = [], isPossible = false } = duplicates.get(row.number) ?? {};
    return { number: row.number, ...at, isPossibleDuplicate: isPossible, duplicateIds: ids };
  };
  const nowhere = { registrationId: null, status: null };

  const good = judged.filter(({ refusal }) => refusal === null);
  const isRefused = errorPolicy === GroupErrorPolicy.REJECT_EVERYTHING && good.length < judged.length;
  if (isRefused || good.length === 0) {
    const results = judged.map((row) => resultOf(row, { ...nowhere, refusal: row.refusal }));
    return { refusal: 'rows-refused', results };
  }
  const placement = placeGroup(good.length, category, seats, errorPolicy);
  if ('refusal' in placement) {
    if (placement.refusal === 'full') return { refusal: 'full' };
    return { refusal: 'larger-than-edition', size: good.length, capacity: seats.capacity };
  }

  const taken = good.slice(0, placement.taken);
  const group = dryRun
    ? null
    : await insertGroup(
        tx,
        postage,
        { edition, contactId, organisation, category, status: placement.status, rows: taken, known },
        now,
      );
  if (group && placement.status === RegistrationStatus.WAITLISTED) await offerFreeSeats(tx, editionId, now);

  const takenRows = new Set(taken);
  const results = judged.map((row) => {
    if (row.refusal) return resultOf(row, { ...nowhere, refusal: row.refusal });
    if (!takenRows.has(row)) return resultOf(row, { ...nowhere, refusal: { refusal: 'full' } });
    const registrationId = group?.registrationIds.get(row.number) ?? null;
    return resultOf(row, { registrationId, status: placement.status, refusal: null });
  });
  return { groupId: group?.groupId ?? null, results };
}
