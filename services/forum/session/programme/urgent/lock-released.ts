import type { EntityManager } from '@mikro-orm/postgresql';
import { Session } from '../../session.entity.ts';
import { SessionStatus } from '../../session.rules.ts';
import { type LockedProgramme, lockProgramme } from '../lock-programme.ts';

export type ReleasedRefusal =
  | { readonly refusal: 'session-not-found' | 'session-cancelled' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number };

/**
 * A session of the released programme under its programme's lock, in the version that was read, or why not.
 *
 * `expectedVersion` is null for whoever acts whatever the session has become.
 */
export async function lockReleased(
  tx: EntityManager,
  sessionId: string,
  expectedVersion: number | null,
): Promise<{ readonly programme: LockedProgramme; readonly session: Session } | ReleasedRefusal> {
  const known = await tx.findOne(Session, sessionId);
  const programme = known && (await lockProgramme(tx, known.edition.id));
  const session = programme && (await tx.findOne(Session, sessionId, { refresh: true }));
  if (!session) return { refusal: 'session-not-found' };
  if (session.status === SessionStatus.CANCELLED) return { refusal: 'session-cancelled' };
  if (expectedVersion !== null && session.version !== expectedVersion) {
    return { refusal: 'version-conflict', currentVersion: session.version };
  }
  return { programme, session };
}
