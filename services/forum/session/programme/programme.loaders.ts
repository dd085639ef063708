import type { Reader } from '../../../shared/database/statement.ts';
import { type PublicCalendarLoaders, publicCalendarLoaders } from './calendar/public-calendar.loaders.ts';
import { type SessionDraftLoaders, sessionDraftLoaders } from './draft/session-draft.loaders.ts';
import { type ReleaseLoaders, releaseLoaders } from './release/release.loaders.ts';
import { type RoomLoaders, roomLoaders } from './room/room.loaders.ts';
import { type ConflictLoaders, conflictLoaders } from './urgent/conflict.loaders.ts';

export type ProgrammeLoaders = ConflictLoaders &
  PublicCalendarLoaders &
  ReleaseLoaders &
  RoomLoaders &
  SessionDraftLoaders;

/** All that is read of programmes: rooms, drafts, releases, calendars, and bookings in one another's way. */
export function programmeLoaders(read: Reader): ProgrammeLoaders {
  return {
    ...conflictLoaders(read),
    ...publicCalendarLoaders(read),
    ...releaseLoaders(read),
    ...roomLoaders(read),
    ...sessionDraftLoaders(read),
  };
}
