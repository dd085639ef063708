import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldChange } from '../../../../shared/journal/journal.entities.ts';
import { canonicalTag, textsOf } from '../../../../shared/text/given-texts.rules.ts';
import type { LockedProgramme } from '../lock-programme.ts';
import { draftedThere } from '../occupied.ts';
import { Room } from '../room/room.entity.ts';
import type { SessionDraft } from './session-draft.entity.ts';
import { checkSession, type Place, type SessionInput, type SessionViolation } from './session-draft.rules.ts';

export interface InvalidSession {
  readonly refusal: 'invalid-input';
  readonly violations: readonly SessionViolation[];
}

export interface OccupiedRoom {
  readonly refusal: 'room-occupied';
  /** The sessions that are there. */
  readonly sessionIds: readonly string[];
}

export type SeatRefusal =
  | {
      readonly refusal: 'capacity-below-claimed';
      readonly sessionId: string;
      readonly claimed: number;
      readonly offered: number;
    }
  | { readonly refusal: 'waitlist-limit-below-waiting'; readonly sessionId: string; readonly waiting: number };

/** What is wrong with a session as it was written down; null where nothing is. */
export async function refuseInput(
  tx: EntityManager,
  { edition }: LockedProgramme,
  input: SessionInput,
): Promise<InvalidSession | null> {
  const room = await tx.findOne(Room, { id: input.roomId, edition });
  const violations = checkSession(input, {
    edition: { startsAt: edition.startsAt ?? null, endsAt: edition.endsAt ?? null },
    room: room && { capacity: room.capacity ?? null },
  });
  return violations.length > 0 ? { refusal: 'invalid-input', violations } : null;
}

/** The sessions that the draft has in the same room at that time; null where there are none. `sessionId` is null for a new one. */
export async function refuseRoom(
  tx: EntityManager,
  sessionId: string | null,
  place: Place,
): Promise<OccupiedRoom | null> {
  const sessionIds = await draftedThere(tx, sessionId, place);
  return sessionIds.length > 0 ? { refusal: 'room-occupied', sessionIds } : null;
}

/** What stands in the way of so many seats, given who has booked the session so far. */
export async function refuseSeats(
  tx: EntityManager,
  sessionId: string,
  { capacity, waitlistLimit }: Pick<SessionInput, 'capacity' | 'waitlistLimit'>,
): Promise<SeatRefusal | null> {
  const [booked] = await tx.execute<Record<'claimed' | 'offered' | 'waiting', number>[]>(
    `select count(*) filter (where status in ('BOOKED', 'ATTENDED', 'NO_SHOW'))::integer as claimed,
       count(*) filter (where status = 'OFFERED')::integer as offered,
       count(*) filter (where status = 'WAITLISTED')::integer as waiting
     from booking where session_id = ?`,
    [sessionId],
  );
  const { claimed, offered, waiting } = booked ?? { claimed: 0, offered: 0, waiting: 0 };
  if (capacity !== null && claimed + offered > capacity) {
    return { refusal: 'capacity-below-claimed', sessionId, claimed, offered };
  }
  return waiting > waitlistLimit ? { refusal: 'waitlist-limit-below-waiting', sessionId, waiting } : null;
}

/** The columns of a draft, from input that has been checked. */
export function contentOf(input: SessionInput) {
  return {
    title: textsOf(input.title),
    description: textsOf(input.description),
    startsAt: input.startsAt,
    endsAt: input.endsAt,
    roomId: input.roomId,
    floorLanguages: input.floorLanguages.map((tag) => canonicalTag(tag) ?? tag),
    interpretationLanguages: input.interpretationLanguages.map((tag) => canonicalTag(tag) ?? tag),
    capacity: input.capacity,
    waitlistLimit: input.waitlistLimit,
    isOpenDoor: input.isOpenDoor,
    speakers: input.speakers.map((name) => name.trim()),
  };
}

/** What the audit trail notes of a draft: where, when and for how many, and no text that people wrote. */
export function changesOfDraft(
  before: SessionDraft | null,
  after: Pick<SessionInput, 'startsAt' | 'endsAt' | 'roomId' | 'capacity'>,
): FieldChange[] {
  const changes = [
    { field: 'startsAt', from: before?.startsAt.toISOString() ?? null, to: after.startsAt.toISOString() },
    { field: 'endsAt', from: before?.endsAt.toISOString() ?? null, to: after.endsAt.toISOString() },
    { field: 'roomId', from: before?.roomId ?? null, to: after.roomId },
    { field: 'capacity', from: before?.capacity ?? null, to: after.capacity },
  ];
  return changes.filter(({ from, to }) => from !== to);
}
