import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import type { ErasureRequest } from '../../shared/privacy/erase-when-asked.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';
import { isWithdrawnAtErasure } from './erasure.rules.ts';

/** Withdraws an erased person from the editions that have not begun. Keeps nothing that names them. */
export async function withdrawErased(tx: EntityManager, { personId }: ErasureRequest, now: Date): Promise<null> {
  const registrations = await tx.find(
    Registration,
    { personId },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const registration of registrations) {
    const { id, status } = registration;
    const edition = await registration.edition.loadOrFail();
    const times = { status: edition.status, startsAt: edition.startsAt ?? null };
    if (!isWithdrawnAtErasure(status, times, now)) continue;

    registration.status = RegistrationStatus.WITHDRAWN;
    const changes = [{ field: 'status', from: status, to: RegistrationStatus.WITHDRAWN }];
    audit(tx, { actorId: null, command: 'withdrawRegistration', subjectId: id, changes }, now);
    publish(tx, 'RegistrationWithdrawn', { registrationId: id, editionId: edition.id, personId }, now);
  }
  return null;
}
