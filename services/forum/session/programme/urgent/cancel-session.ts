import type { EntityManager } from '@mikro-orm/postgresql';
import { SessionDraft } from '../draft/session-draft.entity.ts';
import { difference } from '../release/difference.rules.ts';
import { readProgramme } from '../release/read-programme.ts';
import { writeRelease } from '../release/write-release.ts';
import { lockReleased, type ReleasedRefusal } from './lock-released.ts';

export interface CancelSession {
  readonly actorId: string;
  readonly sessionId: string;
  readonly reason: string;
}

export type CancelSessionOutcome = { readonly sessionId: string } | ReleasedRefusal;

/** Cancels a released session at once, by a release of its own. Its bookings end, and the draft has it no more. */
export function cancelSession(
  em: EntityManager,
  { actorId, sessionId, reason }: CancelSession,
  now: Date,
): Promise<CancelSessionOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockReleased(tx, sessionId, null);
    if ('refusal' in locked) return locked;
    const { programme } = locked;
    const { released } = await readProgramme(tx, programme.edition);
    const before = released.filter((entry) => entry.sessionId === sessionId);
    const changes = difference(
      before,
      before.map((entry) => ({ ...entry, isRemoved: true })),
    );
    await tx.nativeDelete(SessionDraft, { sessionId });
    const release = { changes, entries: new Map(), note: {}, actorId, command: 'cancelSession', reason };
    const outcome = await writeRelease(tx, programme, release, now);
    if ('refusal' in outcome) throw new Error(`cancelling ${sessionId} leaves its seats alone: ${outcome.refusal}`);
    return { sessionId };
  });
}
