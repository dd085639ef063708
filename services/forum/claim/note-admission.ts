import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';
import {
  CREDENTIALS_DECISIONS,
  type CredentialsDecision,
  type DelegateAdmission,
  missingAdmission,
} from './admission.rules.ts';

const Verified = z.object({ nominationId: z.string(), decision: z.enum(CREDENTIALS_DECISIONS) });
const Claimed = z.object({ nominationId: z.string() });

/** Somebody has decided about a delegate's credentials. Word of an earlier decision that comes late is passed by. */
export const noteAdmission: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const { nominationId, decision } = Verified.parse(payload);
  const known = await decisionOf(tx, nominationId);
  const noted = await tx.execute(
    `insert into delegate_admission (nomination_id, decision, decided_at) values (?, ?, ?)
     on conflict (nomination_id) do update set decision = excluded.decision, decided_at = excluded.decided_at
       where delegate_admission.decided_at <= excluded.decided_at
     returning decision`,
    [nominationId, decision, new Date(occurredAt)],
  );
  if (noted.length > 0) noteChange(tx, nominationId, known, decision, now);
};

/** Whoever claims a seat anew is checked anew: what was decided before the claim counts no longer. */
export const endEarlierAdmission: EventHandler = async (tx, { payload, occurredAt }, now) => {
  const { nominationId } = Claimed.parse(payload);
  const [ended] = await tx.execute<{ decision: CredentialsDecision }[]>(
    'delete from delegate_admission where nomination_id = ? and decided_at < ? returning decision',
    [nominationId, new Date(occurredAt)],
  );
  if (ended) noteChange(tx, nominationId, ended.decision, null, now);
};

/** What keeps a delegate from being admitted; null for who is, and for whoever takes part without a delegation. */
export async function admissionMissing(
  tx: EntityManager,
  nominationId: string | null | undefined,
): Promise<DelegateAdmission | null> {
  return nominationId ? missingAdmission(await decisionOf(tx, nominationId)) : null;
}

async function decisionOf(tx: EntityManager, nominationId: string): Promise<CredentialsDecision | null> {
  const [row] = await tx.execute<{ decision: CredentialsDecision }[]>(
    'select decision from delegate_admission where nomination_id = ?',
    [nominationId],
  );
  return row?.decision ?? null;
}

function noteChange(
  tx: EntityManager,
  subjectId: string,
  from: CredentialsDecision | null,
  to: CredentialsDecision | null,
  now: Date,
): void {
  if (from === to) return;
  const changes = [{ field: 'admission', from, to }];
  audit(tx, { actorId: null, command: 'noteDelegateAdmission', subjectId, changes }, now);
}
