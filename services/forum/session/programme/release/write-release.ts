import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../../../shared/ids.ts';
import { audit, publish } from '../../../../shared/journal/journal.ts';
import { localize, type Texts } from '../../../../shared/text/localize.rules.ts';
import { Booking } from '../../booking/booking.entity.ts';
import { OPEN } from '../../booking/booking.rules.ts';
import { followProgramme, lockSessions } from '../../booking/follow-programme.ts';
import { Session } from '../../session.entity.ts';
import { SessionStatus } from '../../session.rules.ts';
import { refuseSeats, type SeatRefusal } from '../draft/write-draft.ts';
import type { LockedProgramme } from '../lock-programme.ts';
import { type ProgrammeChange, ProgrammeChangeKind, type ProgrammeEntry } from './difference.rules.ts';
import { ProgrammeRelease, ReleasedChange } from './release.entity.ts';

const { ADDED, MOVED, CANCELLED } = ProgrammeChangeKind;

/** A release that is about to be made. */
export interface Release {
  readonly changes: readonly ProgrammeChange[];
  /** What the sessions that are added, changed or moved become, by ID. */
  readonly entries: ReadonlyMap<string, ProgrammeEntry>;
  readonly note: Texts;
  readonly actorId: string;
  readonly command: string;
  readonly reason?: string | null;
}

export type WriteReleaseOutcome = { readonly releaseId: string; readonly number: number } | SeatRefusal;

/**
 * Makes a version of a programme: sessions become what they are to be, their bookings follow, and everybody who booked a
 * session that is moved is told.
 *
 * In the caller's transaction, which has locked the programme. Writes nothing where it refuses.
 */
export async function writeRelease(
  tx: EntityManager,
  { edition, lastRelease }: LockedProgramme,
  release: Release,
  now: Date,
): Promise<WriteReleaseOutcome> {
  const { changes, entries, note, actorId, command, reason = null } = release;
  const existing = changes.filter(({ kind }) => kind !== ADDED).map(({ sessionId }) => sessionId);
  await lockSessions(tx, existing);
  for (const sessionId of existing) {
    const entry = entries.get(sessionId);
    const refusal = entry && (await refuseSeats(tx, sessionId, entry));
    if (refusal) return refusal;
  }

  const number = lastRelease + 1;
  const made = tx.create(ProgrammeRelease, {
    id: newId('programme_release'),
    edition,
    number,
    releasedAt: now,
    note,
  });
  for (const change of changes) {
    const { sessionId } = change;
    const entry = entries.get(sessionId);
    if (entry) await become(tx, edition.id, entry);
    else tx.assign(await tx.findOneOrFail(Session, sessionId), { status: SessionStatus.CANCELLED });
    tx.create(ReleasedChange, { release: made, ...change });
    const to = change.kind === CANCELLED ? SessionStatus.CANCELLED : SessionStatus.SCHEDULED;
    const from = change.kind === ADDED ? null : SessionStatus.SCHEDULED;
    const noted = [
      { field: 'status', from, to },
      { field: 'release', from: null, to: made.id },
    ];
    audit(tx, { actorId, command, subjectId: sessionId, changes: noted, reason }, now);
  }
  await tx.flush();
  await tx.execute('update programme set last_release = ? where edition_id = ?', [number, edition.id]);
  audit(
    tx,
    { actorId, command, subjectId: edition.id, changes: [{ field: 'release', from: lastRelease, to: number }], reason },
    now,
  );
  publish(tx, 'ProgrammeReleased', { releaseId: made.id, editionId: edition.id, number }, now);

  const conflicts = await followProgramme(tx, existing, { actorId, command }, now);
  const conflicting = new Set(conflicts.map(({ bookingId }) => bookingId));
  const moved = changes.filter(({ kind }) => kind === MOVED).map(({ sessionId }) => sessionId);
  await tellOwners(tx, moved, { editionId: edition.id, releaseId: made.id, conflicting }, now);
  return { releaseId: made.id, number };
}

/** Brings a session and its seats to what the programme says of it; the caller holds its locks. */
async function become(tx: EntityManager, editionId: string, entry: ProgrammeEntry): Promise<void> {
  const { sessionId: id, capacity, waitlistLimit, room } = entry;
  const content = {
    title: entry.title,
    description: entry.description,
    startsAt: entry.startsAt,
    endsAt: entry.endsAt,
    room: localize(room.name, 'en')?.text ?? '',
    roomId: room.id,
    floorLanguages: [...entry.floorLanguages],
    interpretationLanguages: [...entry.interpretationLanguages],
    speakers: [...entry.speakers],
    isOpenDoor: entry.isOpenDoor,
  };
  const session = await tx.findOne(Session, id);
  if (session) tx.assign(session, content);
  else tx.create(Session, { id, edition: editionId, ...content });
  await tx.flush();
  await tx.execute('delete from availability where id = ? and ?::integer is null', [id, capacity]);
  await tx.execute(
    `insert into availability (id, capacity, waitlist_limit) select ?, ?::integer, ? where ?::integer is not null
     on conflict (id) do update set capacity = excluded.capacity, waitlist_limit = excluded.waitlist_limit`,
    [id, capacity, waitlistLimit, capacity],
  );
}

interface Telling {
  readonly editionId: string;
  readonly releaseId: string;
  /** IDs of the bookings that overlap another one of their owner's. */
  readonly conflicting: ReadonlySet<string>;
}

async function tellOwners(
  tx: EntityManager,
  sessionIds: readonly string[],
  { editionId, releaseId, conflicting }: Telling,
  now: Date,
): Promise<void> {
  const bookings = await tx.find(Booking, { session: { $in: [...sessionIds] }, status: { $in: [...OPEN] } });
  for (const { id, session, registration, personId } of bookings) {
    const keys = { bookingId: id, sessionId: session.id, registrationId: registration.id, personId: personId ?? null };
    publish(tx, 'SessionMoved', { ...keys, editionId, releaseId, hasConflict: conflicting.has(id) }, now);
  }
}
