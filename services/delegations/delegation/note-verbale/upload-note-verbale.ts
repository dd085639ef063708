import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { fileTypeFromBuffer } from 'file-type';
import { personOf } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import {
  type DelegationAct,
  type DelegationOver,
  lockDelegation,
  type NoDelegation,
  overRefusal,
} from '../lock-delegation.ts';
import { NoteVerbale } from './note-verbale.entity.ts';
import { databaseStore } from './note-verbale.loaders.ts';
import { expectedType } from './note-verbale.rules.ts';

export interface UploadNoteVerbale extends Omit<DelegationAct, 'expectedVersion'> {
  readonly idempotencyKey: string | null;
  /** Ends like a type that is taken; checked already, like the size. */
  readonly fileName: string;
  readonly content: Buffer;
}

export type UploadNoteVerbaleOutcome =
  | { readonly delegationId: string; readonly noteVerbaleId: string }
  | Extract<NoDelegation, { refusal: 'delegation-not-found' }>
  | DelegationOver
  | { readonly refusal: 'wrong-file-type'; readonly expected: readonly string[]; readonly found: string | null }
  | { readonly refusal: 'idempotency-key-reused' };

/**
 * Keeps a note verbale of a delegation. What it is, its content says: a name that promises something else is refused.
 *
 * The name itself is not kept.
 */
export async function uploadNoteVerbale(
  em: EntityManager,
  command: UploadNoteVerbale,
  now: Date,
): Promise<UploadNoteVerbaleOutcome> {
  const { viewer, delegationId, idempotencyKey: key, fileName, content } = command;
  const actorId = personOf(viewer);
  const found = (await fileTypeFromBuffer(content))?.mime ?? null;
  const input = { delegationId, fileName, content: createHash('sha256').update(content).digest('base64url') };
  return em.transactional((tx) =>
    once<UploadNoteVerbaleOutcome>(tx, { actorId, operation: 'uploadNoteVerbale', key, input }, now, () =>
      keep(tx, command, found, now),
    ),
  );
}

async function keep(
  tx: EntityManager,
  { viewer, delegationId, fileName, content }: UploadNoteVerbale,
  found: string | null,
  now: Date,
): Promise<UploadNoteVerbaleOutcome> {
  const delegation = await lockDelegation(tx, { viewer, delegationId, expectedVersion: null });
  // Any version is expected, so that nothing else can stand in the way.
  if ('refusal' in delegation) return { refusal: 'delegation-not-found' };
  const over = overRefusal(delegation);
  if (over) return over;
  const expected = expectedType(fileName);
  if (found === null || found !== expected)
    return { refusal: 'wrong-file-type', expected: expected ? [expected] : [], found };

  const actorId = personOf(viewer);
  const { id } = tx.create(NoteVerbale, {
    id: newId('note_verbale'),
    delegationId,
    contentType: found,
    size: content.length,
    uploadedAt: now,
    uploadedById: actorId,
  });
  await tx.flush();
  await databaseStore.put(tx, id, content);
  const changes = [
    { field: 'noteVerbale', from: null, to: id },
    { field: 'size', from: null, to: content.length },
  ];
  audit(tx, { actorId, command: 'uploadNoteVerbale', subjectId: delegationId, changes }, now);
  publish(tx, 'NoteVerbaleUploaded', { delegationId, noteVerbaleId: id }, now);
  return { delegationId, noteVerbaleId: id };
}
