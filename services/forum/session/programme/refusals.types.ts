import { CapacityBelowClaimed, WaitlistLimitBelowWaiting } from '../../edition/administration/administration.types.ts';
import type { SessionDraftLoaders } from './draft/session-draft.loaders.ts';
import { RoomOccupied, SessionDraftType } from './draft/session-draft.types.ts';
import type { SeatRefusal } from './draft/write-draft.ts';
import { say } from './messages.ts';

interface Teller {
  readonly locale: string;
  readonly loaders: Pick<SessionDraftLoaders, 'draftBySessionId'>;
}

/** Says which sessions are in the room, in the viewer's language. */
export async function roomOccupied(sessionIds: readonly string[], { locale, loaders }: Teller): Promise<RoomOccupied> {
  const rows = await Promise.all(sessionIds.map((id) => loaders.draftBySessionId.load(id)));
  const sessions = rows.flatMap((row) => (row ? [new SessionDraftType(row)] : []));
  return new RoomOccupied(say('ROOM_OCCUPIED', locale, { count: sessions.length }), sessions);
}

/** Says how many seats there have to be, in the viewer's language. */
export function seatsRefused(refusal: SeatRefusal, locale: string): CapacityBelowClaimed | WaitlistLimitBelowWaiting {
  const { sessionId } = refusal;
  if (refusal.refusal === 'capacity-below-claimed') {
    const held = refusal.claimed + refusal.offered;
    return new CapacityBelowClaimed(say('CAPACITY_BELOW_CLAIMED', locale, { held }), refusal, sessionId);
  }
  const { waiting } = refusal;
  const message = say('WAITLIST_LIMIT_BELOW_WAITING', locale, { waiting });
  return new WaitlistLimitBelowWaiting(message, waiting, sessionId);
}

/** A session of the draft that a use case has just answered by its ID. */
export async function draftOf(sessionId: string, { loaders }: Teller): Promise<SessionDraftType> {
  const row = await loaders.draftBySessionId.load(sessionId);
  if (!row) throw new Error(`the draft of ${sessionId} is gone`);
  return new SessionDraftType(row);
}
