import type { EntityManager } from '@mikro-orm/postgresql';
import { SessionDraft } from '../draft/session-draft.entity.ts';
import { checkPlace, checkRoomFor, type Place } from '../draft/session-draft.rules.ts';
import type { InvalidSession, OccupiedRoom } from '../draft/write-draft.ts';
import { draftedThere, releasedThere } from '../occupied.ts';
import { difference } from '../release/difference.rules.ts';
import { readProgramme } from '../release/read-programme.ts';
import { writeRelease } from '../release/write-release.ts';
import { Room } from '../room/room.entity.ts';
import { lockReleased, type ReleasedRefusal } from './lock-released.ts';

export interface MoveSession extends Place {
  readonly actorId: string;
  readonly sessionId: string;
  readonly expectedVersion: number;
}

export type MoveSessionOutcome = { readonly sessionId: string } | ReleasedRefusal | InvalidSession | OccupiedRoom;

/**
 * Moves a released session to another time or room at once, by a release of its own.
 *
 * The draft has it there, too, whatever else is drafted of it. Nobody who booked is dropped: bookings that overlap since
 * are marked, and their owners decide.
 */
export function moveSession(em: EntityManager, command: MoveSession, now: Date): Promise<MoveSessionOutcome> {
  const { actorId, sessionId, startsAt, endsAt, roomId } = command;
  return em.transactional(async (tx) => {
    const locked = await lockReleased(tx, sessionId, command.expectedVersion);
    if ('refusal' in locked) return locked;
    const { programme } = locked;
    const { edition } = programme;
    const { released } = await readProgramme(tx, edition);
    const before = released.find((entry) => entry.sessionId === sessionId);
    if (!before) throw new Error(`${sessionId} is scheduled and in no programme`);

    const room = await tx.findOne(Room, { id: roomId, edition });
    const around = {
      edition: { startsAt: edition.startsAt ?? null, endsAt: edition.endsAt ?? null },
      room: room && { capacity: room.capacity ?? null },
    };
    const violations = [...checkPlace(command, around), ...checkRoomFor(['roomId'], before.capacity, around)];
    if (violations.length > 0 || !room) return { refusal: 'invalid-input', violations };
    const inRoom = [...(await releasedThere(tx, sessionId, command)), ...(await draftedThere(tx, sessionId, command))];
    if (inRoom.length > 0) return { refusal: 'room-occupied', sessionIds: [...new Set(inRoom)] };

    const after = { ...before, startsAt, endsAt, room: { id: roomId, name: room.name } };
    const changes = difference([before], [{ ...after, isRemoved: false }]);
    if (changes.length === 0) return { sessionId };
    const draft = await tx.findOne(SessionDraft, sessionId);
    if (draft) tx.assign(draft, { startsAt, endsAt, roomId });
    const release = { changes, entries: new Map([[sessionId, after]]), note: {}, actorId, command: 'moveSession' };
    const outcome = await writeRelease(tx, programme, release, now);
    if ('refusal' in outcome) throw new Error(`moving ${sessionId} leaves its seats alone: ${outcome.refusal}`);
    return { sessionId };
  });
}
