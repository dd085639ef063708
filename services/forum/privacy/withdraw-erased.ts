import type { EntityManager } from '@mikro-orm/postgresql';
import type { ErasureRequest } from '../../shared/privacy/erase-when-asked.ts';
import { dropExportsWith } from '../organisers/export/export-upkeep.ts';
import { endRegistration } from '../registration/end-registration.ts';
import { lockRegistration } from '../registration/lock-registration.ts';
import { Registration } from '../registration/registration.entity.ts';
import { RegistrationStatus } from '../registration/registration.rules.ts';
import { isWithdrawnAtErasure } from './erasure.rules.ts';

/** Withdraws an erased person from the editions that have not begun. Keeps nothing that names them. */
export async function withdrawErased(tx: EntityManager, { personId }: ErasureRequest, now: Date): Promise<null> {
  const theirs = await tx.find(Registration, { personId }, { orderBy: { edition: 'asc', id: 'asc' } });
  for (const { id } of theirs) {
    const registration = await lockRegistration(tx, id);
    if (!registration) continue;
    const edition = await registration.edition.loadOrFail();
    const times = { status: edition.status, startsAt: edition.startsAt ?? null };
    if (!isWithdrawnAtErasure(registration.status, times, now)) continue;

    const act = { actorId: null, command: 'withdrawRegistration' };
    await endRegistration(tx, registration, { ...act, to: RegistrationStatus.WITHDRAWN }, now);
  }
  await dropExportsWith(tx, personId, now);
  return null;
}
