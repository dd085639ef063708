import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { openPayload } from '../../shared/events/sealed-payload.ts';
import { audit } from '../../shared/journal/journal.ts';
import { Certificate } from './certificate.entity.ts';

const Name = z.object({ family: z.string(), given: z.string().nullable(), patronymic: z.string().nullish() });
const Profile = z.object({ nativeName: Name.nullable(), latinName: Name.nullable() });

/**
 * Writes the holder's name on their certificates that have none in Latin letters yet.
 *
 * One that has it keeps it, whatever the holder is called later. Of people without a certificate nothing is kept.
 */
export const noteHolder: EventHandler = async (tx, { type, payload }, now, keys) => {
  const personId = String(payload.personId);
  const erased = await tx.execute('select from erased_person where person_id = ?', [personId]);
  if (erased.length > 0) return;
  const { nativeName, latinName } = openPayload(keys, type, personId, payload.sealed, Profile);
  const nameless = await tx.find(
    Certificate,
    { personId, latinName: null },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  for (const certificate of nameless) {
    tx.assign(certificate, { nativeName, latinName });
    const changes = [{ field: 'holderName', from: null, to: null }];
    audit(tx, { actorId: null, command: 'noteHolder', subjectId: certificate.id, changes }, now);
  }
};
