import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { auditEach } from '../../../shared/journal/journal-in-bulk.ts';
import { IN_SELECTION } from '../application.rules.ts';
import { tellTermsChanged } from '../notice/tell-terms-changed.ts';
import { confirmationEnd } from './confirm-terms.rules.ts';

const Changed = z.object({ openingId: z.string(), termsVersion: z.number() });

/**
 * The terms of an opening have changed: whoever applied under older ones is asked by mail whether they still want it, and
 * has a fortnight to say so. A later change gives them a fortnight anew.
 */
export const noteTermsChanged: EventHandler = async (tx, { payload, occurredAt }, now, keys) => {
  const { openingId, termsVersion } = Changed.parse(payload);
  const confirmationEndsAt = confirmationEnd(new Date(occurredAt));
  const asked = await askToConfirm(tx, { openingId, termsVersion, confirmationEndsAt });
  const changes = [{ field: 'confirmationEndsAt', from: null, to: confirmationEndsAt.toISOString() }];
  const act = { actorId: null, command: 'noteTermsChanged', changes };
  await auditEach(
    tx,
    asked.map(({ id: subjectId }) => ({ ...act, subjectId })),
    now,
  );
  await tellTermsChanged(tx, keys, { openingId, confirmationEndsAt, asked }, now);
};

/** In one statement; of two changes that are told in the wrong order, the later term stands. */
function askToConfirm(
  tx: EntityManager,
  {
    openingId,
    termsVersion,
    confirmationEndsAt,
  }: { openingId: string; termsVersion: number; confirmationEndsAt: Date },
): Promise<{ id: string; person_id: string }[]> {
  return tx.execute(
    `update application set confirmation_ends_at = ?, version = version + 1
     where opening_id = ? and status in (?) and terms_version < ? and coalesce(confirmation_ends_at < ?, true)
       and person_id not in (select person_id from erased_person)
     returning id, person_id`,
    [confirmationEndsAt, openingId, [...IN_SELECTION, 'OFFERED'], termsVersion, confirmationEndsAt],
  );
}
