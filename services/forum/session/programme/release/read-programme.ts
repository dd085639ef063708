import type { EntityManager } from '@mikro-orm/postgresql';
import { Availability } from '../../../availability/availability.entity.ts';
import type { Edition } from '../../../edition/edition.entity.ts';
import { Session } from '../../session.entity.ts';
import { SessionStatus } from '../../session.rules.ts';
import { SessionDraft } from '../draft/session-draft.entity.ts';
import { Room } from '../room/room.entity.ts';
import type { DraftEntry, ProgrammeEntry } from './difference.rules.ts';

/** The programme of an edition under its lock: as it was released, and as the draft would have it. */
export async function readProgramme(
  tx: EntityManager,
  edition: Edition,
): Promise<{ readonly released: readonly ProgrammeEntry[]; readonly draft: readonly DraftEntry[] }> {
  const sessions = await tx.find(Session, { edition, status: SessionStatus.SCHEDULED }, { refresh: true });
  const drafts = await tx.find(SessionDraft, { edition }, { refresh: true });
  const rooms = await tx.find(Room, { edition });
  const seats = await tx.find(Availability, { id: { $in: sessions.map(({ id }) => id) } }, { refresh: true });
  const names = new Map(rooms.map(({ id, name }) => [id, name]));
  const seatsOf = new Map(seats.map((row) => [row.id, row]));
  return {
    released: sessions.map((session) => ({
      ...session,
      sessionId: session.id,
      room: { id: session.roomId ?? null, name: names.get(session.roomId ?? '') ?? { und: session.room } },
      capacity: seatsOf.get(session.id)?.capacity ?? null,
      waitlistLimit: seatsOf.get(session.id)?.waitlistLimit ?? 0,
    })),
    draft: drafts.map((draft) => ({
      ...draft,
      room: { id: draft.roomId, name: names.get(draft.roomId) ?? {} },
      capacity: draft.capacity ?? null,
    })),
  };
}
