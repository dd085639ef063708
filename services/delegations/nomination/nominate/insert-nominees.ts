import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../shared/ids.ts';
import { auditEach, publishEach } from '../../../shared/journal/journal-in-bulk.ts';
import type { Delegation } from '../../delegation/delegation.entity.ts';
import { NominationStatus } from '../nomination.rules.ts';
import type { KnownNominee } from '../nominee/known-nominees.ts';
import { type Postage, tellNominees } from '../nominee/tell-nominees.ts';
import type { CheckedNominee } from './judge.rules.ts';

/** Whom a delegation names, as it is decided. */
export interface NewNominees {
  readonly delegation: Delegation;
  readonly actorId: string;
  readonly command: string;
  readonly rows: readonly CheckedNominee[];
  readonly known: ReadonlyMap<string, KnownNominee>;
  /** ID of the nomination whose place the one nominee takes over. */
  readonly replacesId?: string;
}

const INSERT = `
  insert into nomination (
    id, delegation_id, edition_id, category, role, status, is_alternate, person_id, address_key, native_name, latin_name,
    nominated_by_id, nominated_at, replaces_id
  )
  select id, ?, ?, category, role, ?, is_alternate, person_id, address_key, native_name, latin_name, ?, ?, ?
  from jsonb_to_recordset(?::jsonb) as nominee (
    id text, category text, role text, is_alternate boolean, person_id text, address_key text, native_name jsonb,
    latin_name jsonb
  )`;

/**
 * Writes nominations, notes each in the journal, and has each nominee told; in as many statements, whatever their number.
 * The database counts the quota. IDs come by number of the row, and are in the order of the rows.
 */
export async function insertNominees(
  tx: EntityManager,
  postage: Postage,
  { delegation, actorId, command, rows, known, replacesId }: NewNominees,
  now: Date,
): Promise<ReadonlyMap<number, string>> {
  await tx.flush();
  const { id: delegationId, editionId } = delegation;
  const ids = rows.map(() => newId('nomination')).toSorted();
  const made = rows.map(({ number, nominee, addressKey }, index) => ({
    number,
    nominee,
    addressKey,
    id: ids[index] ?? newId('nomination'),
    personId: known.get(addressKey)?.personId ?? null,
  }));
  const columns = made.map(({ id, nominee, addressKey, personId }) => ({
    id,
    category: nominee.category,
    role: nominee.role,
    is_alternate: nominee.isAlternate,
    person_id: personId,
    address_key: addressKey,
    native_name: nominee.nativeName,
    latin_name: nominee.latinName,
  }));
  await tx.execute(INSERT, [
    delegationId,
    editionId,
    NominationStatus.NOMINATED,
    actorId,
    now,
    replacesId ?? null,
    JSON.stringify(columns),
  ]);
  const acts = made.map(({ id: subjectId, personId }) => ({
    actorId,
    onBehalfOfId: personId === actorId ? null : personId,
    command,
    subjectId,
    changes: [
      { field: 'status', from: null, to: NominationStatus.NOMINATED },
      ...(replacesId === undefined ? [] : [{ field: 'replaces', from: null, to: replacesId }]),
    ],
  }));
  await auditEach(tx, acts, now);
  const nominated = made.map(({ id: nominationId, personId, nominee: { category, role } }) => ({
    nominationId,
    delegationId,
    editionId,
    personId,
    category,
    role,
  }));
  await publishEach(tx, 'DelegateNominated', nominated, now);
  const nominees = made
    // Whoever nominates themself knows.
    .filter(({ personId }) => personId !== actorId)
    .map(({ id: nominationId, personId, nominee: { email: address, isAlternate } }) => ({
      nominationId,
      to: personId === null ? { address } : { personId },
      isAlternate,
    }));
  await tellNominees(tx, postage, { delegation, nominees }, now);
  return new Map(made.map(({ number, id }) => [number, id]));
}
