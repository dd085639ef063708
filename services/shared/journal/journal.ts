import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../ids.ts';
import { AuditEntry, type EventPayload, type FieldChange, OutboxEvent } from './journal.entities.ts';

export interface Act {
  readonly actorId: string | null;
  readonly onBehalfOfId?: string | null;
  /** Name of the use case, as the graph calls it: `registerForForum`. */
  readonly command: string;
  readonly subjectId: string;
  readonly changes: readonly FieldChange[];
  readonly reason?: string | null;
}

/** Writes an audit entry in the transaction of the change it tells of. */
export function audit(tx: EntityManager, act: Act, now: Date): void {
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
