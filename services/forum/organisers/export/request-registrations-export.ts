import type { EntityManager } from '@mikro-orm/postgresql';
import { hashOfToken, makeToken } from '../../../shared/crypto/link-token.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { Edition } from '../../edition/edition.entity.ts';
import type { FilterValues } from '../list/registration-filter.rules.ts';
import { RegistrationsExport } from './registrations-export.entity.ts';
import { type ExportFormat, expiryOf, RegistrationsExportStatus } from './registrations-export.rules.ts';

export interface RequestRegistrationsExport {
  readonly actorId: string;
  readonly editionId: string;
  readonly filter: FilterValues;
  readonly format: ExportFormat;
  readonly withNeeds: boolean;
  /** Whether the actor may learn what people need. */
  readonly knowsNeeds: boolean;
  readonly reason: string;
  readonly idempotencyKey: string | null;
}

export type RequestRegistrationsExportOutcome =
  | { readonly exportId: string; readonly token: string | null }
  | { readonly refusal: 'edition-not-found' | 'needs-withheld' | 'idempotency-key-reused' };

type Kept = { readonly exportId: string } | { readonly refusal: 'edition-not-found' | 'needs-withheld' };

/**
 * Has a file of an edition's registrations written, and gives leave to download it.
 *
 * The token is in the first answer only: an answer that is repeated for an idempotency key comes without.
 */
export async function requestRegistrationsExport(
  em: EntityManager,
  command: RequestRegistrationsExport,
  now: Date,
): Promise<RequestRegistrationsExportOutcome> {
  const { actorId, idempotencyKey: key, knowsNeeds: _knows, ...input } = command;
  const token = makeToken();
  let isNew = false;
  const outcome = await em.transactional((tx) =>
    once<Kept>(tx, { actorId, operation: 'requestRegistrationsExport', key, input }, now, () => {
      isNew = true;
      return queue(tx, command, token, now);
    }),
  );
  return 'refusal' in outcome ? outcome : { ...outcome, token: isNew ? token : null };
}

async function queue(
  tx: EntityManager,
  { actorId, editionId, filter, format, withNeeds, knowsNeeds, reason }: RequestRegistrationsExport,
  token: string,
  now: Date,
): Promise<Kept> {
  const edition = await tx.findOne(Edition, editionId);
  if (!edition) return { refusal: 'edition-not-found' };
  if (withNeeds && !knowsNeeds) return { refusal: 'needs-withheld' };

  const { id, expiresAt } = tx.create(RegistrationsExport, {
    id: newId('registrations_export'),
    edition,
    requestedById: actorId,
    filter,
    format,
    withNeeds,
    status: RegistrationsExportStatus.QUEUED,
    tokenHash: hashOfToken(token),
    requestedAt: now,
    expiresAt: expiryOf(now),
  });
  const changes = [
    { field: 'export', from: null, to: id },
    { field: 'format', from: null, to: format },
    { field: 'withNeeds', from: null, to: withNeeds },
    { field: 'expiresAt', from: null, to: expiresAt.toISOString() },
  ];
  audit(tx, { actorId, command: 'requestRegistrationsExport', subjectId: editionId, changes, reason }, now);
  publish(tx, 'RegistrationsExportRequested', { exportId: id, editionId }, now);
  return { exportId: id };
}
