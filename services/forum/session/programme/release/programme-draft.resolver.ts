import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { holdersOver } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../../shared/graph/connection.ts';
import type { ForumContext } from '../../../context.ts';
import { EditionType } from '../../../edition/edition.types.ts';
import { bookingOf } from '../../booking/booking.types.ts';
import { SessionDraftConnection, SessionDraftType, sessionDraftKey } from '../draft/session-draft.types.ts';
import { type DraftEntry, difference } from './difference.rules.ts';
import type { ProgrammeEntryRow } from './release.loaders.ts';
import {
  BookingConflictConnection,
  BookingConflictType,
  ProgrammeChangeType,
  ProgrammeDraftType,
} from './release.types.ts';

@Resolver(() => ProgrammeDraftType)
export class ProgrammeDraftResolver {
  @FieldResolver(() => SessionDraftConnection, {
    description: 'The sessions in the order of time, with those that the next release leaves out.',
  })
  async sessions(
    @Root() { editionId }: ProgrammeDraftType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.draftsByEdition.load({ owner: editionId, page: pageOf(page, 2) });
    return SessionDraftConnection.of(cut, sessionDraftKey, (row) => new SessionDraftType(row));
  }

  @FieldResolver(() => [ProgrammeChangeType], {
    description: 'What a release would change, in the order of time. Empty where there is nothing to release.',
  })
  async changes(
    @Root() { editionId }: ProgrammeDraftType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<ProgrammeChangeType[]> {
    const [released, drafted] = await Promise.all([
      loaders.programmeReleased.load(editionId),
      loaders.programmeDrafted.load(editionId),
    ]);
    const changes = difference(released.map(entryOf), drafted.map(entryOf));
    return changes.map((change) => new ProgrammeChangeType(change, editionId));
  }

  @FieldResolver(() => BookingConflictConnection, {
    description: 'Bookings that would overlap after a release and do not now. Nobody is dropped: each person decides.',
  })
  async conflicts(
    @Root() { editionId }: ProgrammeDraftType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.pendingConflictsByEdition.load({ owner: editionId, page: pageOf(page, 2) });
    const nodes = await Promise.all(
      cut.rows.map(async (row) => {
        const [booking, conflictsWith] = await Promise.all([
          bookingOf(row.booking_id, loaders.bookingById),
          bookingOf(row.conflicts_with_id, loaders.bookingById),
        ]);
        return new BookingConflictType(booking, conflictsWith);
      }),
    );
    const key = ({ booking, conflictsWith }: BookingConflictType) => [booking.id, conflictsWith.id];
    return BookingConflictConnection.of({ ...cut, rows: nodes }, key, (node) => node);
  }
}

@Resolver(() => EditionType)
export class EditionDraftResolver {
  @Allow<EditionType>(holdersOver('EDITION', ({ of }) => of.id, 'ADMINISTRATOR'))
  @FieldResolver(() => ProgrammeDraftType, {
    nullable: true,
    description: 'The programme as it is being prepared. Null for whoever may not see it.',
  })
  programmeDraft(@Root() { id }: EditionType): ProgrammeDraftType {
    return new ProgrammeDraftType(id);
  }
}

function entryOf(row: ProgrammeEntryRow): DraftEntry {
  return {
    sessionId: row.session_id,
    title: row.title,
    description: row.description,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    room: { id: row.room_id, name: row.room_name },
    floorLanguages: row.floor_languages,
    interpretationLanguages: row.interpretation_languages,
    capacity: row.capacity,
    waitlistLimit: row.waitlist_limit,
    isOpenDoor: row.is_open_door,
    speakers: row.speakers,
    isRemoved: row.is_removed,
  };
}
