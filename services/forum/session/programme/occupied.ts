import type { EntityManager } from '@mikro-orm/postgresql';
import { Session } from '../session.entity.ts';
import { SessionStatus } from '../session.rules.ts';
import { SessionDraft } from './draft/session-draft.entity.ts';
import type { Place } from './draft/session-draft.rules.ts';

/** IDs of the other sessions that the draft has in a room at a time, in the order of time. */
export async function draftedThere(tx: EntityManager, sessionId: string | null, place: Place): Promise<string[]> {
  const drafts = await tx.find(
    SessionDraft,
    { ...during(place), isRemoved: false, ...(sessionId !== null && { sessionId: { $ne: sessionId } }) },
    { orderBy: { startsAt: 'asc', sessionId: 'asc' } },
  );
  return drafts.map((draft) => draft.sessionId);
}

/** IDs of the other released sessions in a room at a time, in the order of time. */
export async function releasedThere(tx: EntityManager, sessionId: string, place: Place): Promise<string[]> {
  const sessions = await tx.find(
    Session,
    { ...during(place), status: SessionStatus.SCHEDULED, id: { $ne: sessionId } },
    { orderBy: { startsAt: 'asc', id: 'asc' } },
  );
  return sessions.map(({ id }) => id);
}

function during({ roomId, startsAt, endsAt }: Place) {
  return { roomId, startsAt: { $lt: endsAt }, endsAt: { $gt: startsAt } };
}
