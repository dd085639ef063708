import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler } from '../events/event.ts';
import { audit, publish } from '../journal/journal.ts';
import { ERASURE_LOCKS, LOCKS } from './erased-people.migration.ts';
import type { Kept } from './kept.rules.ts';
import { erasePersonalRows, type PersonalTable } from './personal-table.ts';

export interface ErasureRequest {
  readonly personId: string;
  readonly askedAt: Date;
}

/** What a service does where people are erased. */
export interface Eraser {
  readonly service: string;
  readonly tables: readonly PersonalTable[];
  /** What follows from it for the service's own things, before rows are erased. Says what is kept; null for nothing. */
  readonly settle?: (tx: EntityManager, request: ErasureRequest, now: Date) => Promise<Kept | null>;
}

/**
 * Acts on `ErasureRequested`: all in the transaction that notes the event's receipt, so it is done whole or not at all,
 * and once.
 *
 * Answers with `ErasureSettled`: what was done here, and why something is kept and until when.
 */
export function eraseWhenAsked({ service, tables, settle }: Eraser): EventHandler {
  return async (tx, { payload, occurredAt }, now) => {
    const personId = String(payload.personId);
    // Whoever writes something about the person at this moment is waited for, or waits and is refused.
    await tx.execute(
      `select pg_advisory_xact_lock(${ERASURE_LOCKS}, hashtext(current_schema() || '/' || ?) % ${LOCKS})`,
      [personId],
    );
    const kept = (await settle?.(tx, { personId, askedAt: new Date(occurredAt) }, now)) ?? null;
    await tx.flush();
    await erasePersonalRows(tx, tables, personId);
    await tx.execute('insert into erased_person (person_id, erased_at) values (?, ?) on conflict do nothing', [
      personId,
      now,
    ]);
    audit(tx, { actorId: null, command: 'erasePerson', subjectId: personId, changes: [] }, now);
    publish(
      tx,
      'ErasureSettled',
      {
        erasureId: String(payload.erasureId),
        service,
        outcome: kept ? 'KEPT' : 'ERASED',
        reason: kept?.reason ?? null,
        keptUntil: kept?.until.toISOString() ?? null,
      },
      now,
    );
  };
}
