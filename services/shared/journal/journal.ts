import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../ids.ts';
import { AuditEntry, type EventPayload, type FieldChange, OutboxEvent } from './journal.entities.ts';
import { checkReason } from './reason.rules.ts';

export interface Act {
  readonly actorId: string | null;
  readonly onBehalfOfId?: string | null;
  /** Name of the use case, as the graph calls it: `registerForForum`. */
  readonly command: string;
  readonly subjectId: string;
  readonly changes: readonly FieldChange[];
  /** As the actor gave it; the one text here that people write. Checked with the input it came in. */
  readonly reason?: string | null;
}

/**
 * Writes an audit entry in the transaction of the change it tells of.
 *
 * Throws for a reason that may not stand in the trail: whoever takes one from outside checks it first.
 */
export function audit(tx: EntityManager, act: Act, now: Date): void {
  const problem = checkReason(act.reason ?? null);
  if (problem) throw new Error(`${act.command} lets a reason pass that the audit trail does not take: ${problem}`);
  tx.create(AuditEntry, {
    id: newId('audit_entry'),
    at: now,
    actorId: act.actorId,
    onBehalfOfId: act.onBehalfOfId ?? null,
    command: act.command,
    subjectId: act.subjectId,
    outcome: 'DONE',
    changes: act.changes,
    reason: act.reason ?? null,
  });
}

/** Publishes an event in the transaction of the change it tells of: both are committed, or neither. */
export function publish(tx: EntityManager, type: string, payload: EventPayload, now: Date): void {
  tx.create(OutboxEvent, { id: newId('event'), type, occurredAt: now, payload });
}
