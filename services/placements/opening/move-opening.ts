import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { Opening } from './opening.entity.ts';
import type { OpeningStatus } from './opening.rules.ts';

/** An opening under lock. Whatever is decided about its applications, offers and positions queues here. */
export function lockOpening(tx: EntityManager, id: string): Promise<Opening | null> {
  return tx.findOne(Opening, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** A step of an opening, and whose act it is. */
export interface OpeningStep {
  readonly to: OpeningStatus;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  readonly reason?: string | null;
}

/** Takes an opening a step on. In the caller's transaction, which holds the lock and knows that the step is allowed. */
export async function moveOpening(
  tx: EntityManager,
  opening: Opening,
  { to, ...act }: OpeningStep,
  now: Date,
): Promise<void> {
  const { id, status: from } = opening;
  opening.status = to;
  audit(tx, { ...act, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  publish(tx, 'OpeningMoved', { ...keysOf(opening), from, to }, now);
  await tx.flush();
}

/** What an event about an opening says which it is by. */
export function keysOf({ id, programme, hostOrganisation, countryCode }: Opening) {
  return { openingId: id, programmeId: programme.id, hostOrganisationId: hostOrganisation.id, countryCode };
}
