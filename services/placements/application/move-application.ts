import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { audit, publish } from '../../shared/journal/journal.ts';
import { lockOpening } from '../opening/move-opening.ts';
import type { Opening } from '../opening/opening.entity.ts';
import { Application } from './application.entity.ts';
import { type ApplicationOutcome, ApplicationStatus } from './application.rules.ts';

export interface LockedApplication {
  readonly application: Application;
  readonly opening: Opening;
}

/** An application under lock, and its opening before it. Null where there is none. */
export async function lockApplication(tx: EntityManager, id: string): Promise<LockedApplication | null> {
  const known = await tx.findOne(Application, id);
  const opening = known && (await lockOpening(tx, known.opening.id));
  if (!opening) return null;
  const application = await tx.findOneOrFail(Application, id, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  return { application, opening };
}

/** A step of an application, and whose act it is. */
export interface ApplicationStep {
  readonly to: ApplicationStatus;
  /** Null for the portal itself. */
  readonly actorId: string | null;
  readonly command: string;
  /** Why it led to no placement, for a step that ends it by somebody else than the applicant. */
  readonly outcome?: ApplicationOutcome;
  readonly reason?: string | null;
}

/**
 * Takes an application a step on. In the caller's transaction, which holds the lock and knows that the step is allowed.
 *
 * A place in the reserve is left with the reserve. Applicants are told by what follows from `ApplicationMoved`.
 */
export async function moveApplication(
  tx: EntityManager,
  application: Application,
  { to, outcome, ...act }: ApplicationStep,
  now: Date,
): Promise<void> {
  const { id, status: from, personId } = application;
  application.status = to;
  application.outcome = outcome ?? null;
  if (to !== ApplicationStatus.RESERVE) application.rank = null;
  if (to === ApplicationStatus.WITH_HOST) application.sentToHostAt = now;
  const onBehalfOfId = act.actorId !== null && act.actorId !== personId ? personId : null;
  audit(tx, { ...act, onBehalfOfId, subjectId: id, changes: [{ field: 'status', from, to }] }, now);
  publish(tx, 'ApplicationMoved', { ...keysOf(application), from, to, outcome: outcome ?? null }, now);
  await tx.flush();
}

/** What an event about an application says which it is by. */
export function keysOf({ id, opening, personId }: Application) {
  return { applicationId: id, openingId: opening.id, personId };
}
