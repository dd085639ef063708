import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../ids.ts';
import type { EventPayload } from './journal.entities.ts';
import type { Act } from './journal.ts';
import { checkReason } from './reason.rules.ts';

/** Writes an audit entry for each of many changes, as `audit` does: in one statement, whatever their number. */
export async function auditEach(tx: EntityManager, acts: readonly Act[], now: Date): Promise<void> {
  if (acts.length === 0) return;
  const entries = acts.map(({ reason = null, onBehalfOfId = null, ...act }) => {
    const problem = checkReason(reason);
    if (problem) throw new Error(`${act.command} lets a reason pass that the audit trail does not take: ${problem}`);
    return { ...act, reason, onBehalfOfId, id: newId('audit_entry') };
  });
  await tx.execute(
    `insert into audit_entry (id, at, actor_id, on_behalf_of_id, command, subject_id, outcome, changes, reason)
     select id, ?, "actorId", "onBehalfOfId", command, "subjectId", 'DONE', changes, reason
     from jsonb_to_recordset(?::jsonb) as entry
       (id text, "actorId" text, "onBehalfOfId" text, command text, "subjectId" text, changes jsonb, reason text)`,
    [now, JSON.stringify(entries)],
  );
}

/** Publishes many events of one type, as `publish` does: in one statement, whatever their number. */
export async function publishEach(
  tx: EntityManager,
  type: string,
  payloads: readonly EventPayload[],
  now: Date,
): Promise<void> {
  if (payloads.length === 0) return;
  await tx.execute(
    `insert into outbox_event (id, type, occurred_at, payload)
     select id, ?, ?, payload from jsonb_to_recordset(?::jsonb) as event (id text, payload jsonb)`,
    [type, now, JSON.stringify(payloads.map((payload) => ({ id: newId('event'), payload })))],
  );
}
