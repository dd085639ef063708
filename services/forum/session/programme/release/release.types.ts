import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../../shared/graph/connection.ts';
import { DateTime, Json } from '../../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../../shared/graph/user-error.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import {
  CapacityBelowClaimed,
  WaitlistLimitBelowWaiting,
} from '../../../edition/administration/administration.types.ts';
import { EditionNotFound } from '../../../registration/register/register-for-forum.types.ts';
import { SessionBookingType } from '../../booking/booking.types.ts';
import {
  type FieldDifference,
  type FieldValue,
  type ProgrammeChange,
  ProgrammeChangeKind,
  ProgrammeField,
} from './difference.rules.ts';
import type { ReleaseRow } from './release.loaders.ts';
import { NOTE_LENGTH } from './release.rules.ts';

registerEnumType(ProgrammeChangeKind, {
  name: 'ProgrammeChangeKind',
  description: 'What became of a session.',
  valuesConfig: {
    MOVED: { description: 'Its time or room changed, whatever else did.' },
    CHANGED: { description: 'Anything but its time and room changed.' },
  },
});
registerEnumType(ProgrammeField, { name: 'ProgrammeField', description: 'What a programme says of a session.' });

@ObjectType('ProgrammeFieldChange', { description: 'One thing that changed about a session.' })
export class ProgrammeFieldChangeType {
  @Field(() => ProgrammeField)
  readonly field: ProgrammeField;
  @Field(() => Json, {
    nullable: true,
    description:
      'What it was: an instant in UTC, a number, true or false, a list of texts; `{ "kk": …, "en": … }` for texts by language; `{ "id": …, "name": … }` for a room. Null where there was nothing.',
  })
  readonly from: FieldValue;
  @Field(() => Json, { nullable: true, description: 'What it is since, written like `from`.' })
  readonly to: FieldValue;

  constructor({ field, from, to }: FieldDifference) {
    this.field = field;
    this.from = from;
    this.to = to;
  }
}

@ObjectType('ProgrammeChange', { description: 'What becomes of one session by a release of the programme.' })
export class ProgrammeChangeType {
  @Field(() => ProgrammeChangeKind)
  readonly kind: ProgrammeChangeKind;
  @Field(() => ID)
  readonly sessionId: string;
  @Field(() => [ProgrammeFieldChangeType], {
    description: 'All that an added session has; what changed of another; nothing for one that is cancelled.',
  })
  readonly fields: ProgrammeFieldChangeType[];

  readonly change: ProgrammeChange;
  readonly editionId: string;

  constructor(change: ProgrammeChange, editionId: string) {
    this.kind = change.kind;
    this.sessionId = change.sessionId;
    this.fields = change.fields.map((one) => new ProgrammeFieldChangeType(one));
    this.change = change;
    this.editionId = editionId;
  }
}

@ObjectType('ProgrammeRelease', {
  description: "A version of an edition's programme, as participants have seen it from then on.",
})
export class ProgrammeReleaseType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => Int, { description: 'Within the edition, 1 first.' })
  readonly number: number;
  @Field(() => DateTime)
  readonly releasedAt: Date;

  readonly note: Texts;
  readonly editionId: string;

  constructor(row: ReleaseRow) {
    this.id = row.id;
    this.number = row.number;
    this.releasedAt = row.released_at;
    this.note = row.note;
    this.editionId = row.edition_id;
  }
}

export const ProgrammeReleaseConnection = connectionType('ProgrammeRelease', () => ProgrammeReleaseType);
export type ProgrammeReleaseConnection = InstanceType<typeof ProgrammeReleaseConnection>;

/** Sort key of an edition's releases. */
export function releaseKey(row: ReleaseRow): [number] {
  return [row.number];
}

@ObjectType('BookingConflict', { description: 'Two bookings of one person for sessions at the same time.' })
export class BookingConflictType {
  @Field(() => SessionBookingType, { description: 'The booking of a session that is moved.' })
  readonly booking: SessionBookingType;
  @Field(() => SessionBookingType, { description: 'The booking it overlaps.' })
  readonly conflictsWith: SessionBookingType;

  constructor(booking: SessionBookingType, conflictsWith: SessionBookingType) {
    this.booking = booking;
    this.conflictsWith = conflictsWith;
  }
}

export const BookingConflictConnection = connectionType('BookingConflict', () => BookingConflictType);
export type BookingConflictConnection = InstanceType<typeof BookingConflictConnection>;

@ObjectType('ProgrammeDraft', { description: 'The programme as the next release will have it.' })
export class ProgrammeDraftType {
  readonly editionId: string;

  constructor(editionId: string) {
    this.editionId = editionId;
  }
}

@InputType({ description: 'Which programme to release, and what to say of it.' })
export class ReleaseProgrammeInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: `What participants read of the release; at most ${NOTE_LENGTH} characters each. None when absent.`,
  })
  readonly note?: LocalizedTextInput[] | null;
}

@ObjectType({ description: 'Participants see the programme as it was drafted.' })
export class ReleaseProgrammeSuccess {
  @Field(() => ProgrammeReleaseType)
  readonly release: ProgrammeReleaseType;

  constructor(release: ProgrammeReleaseType) {
    this.release = release;
  }
}

@ObjectType({ implements: UserError, description: 'The draft is the same as the released programme.' })
export class NothingToRelease extends UserError {
  constructor(message: string) {
    super('NOTHING_TO_RELEASE', message);
  }
}

export const ReleaseProgrammeResult = createUnionType({
  name: 'ReleaseProgrammeResult',
  description: 'The release, or what stands in its way.',
  types: () =>
    [
      ReleaseProgrammeSuccess,
      EditionNotFound,
      NothingToRelease,
      CapacityBelowClaimed,
      WaitlistLimitBelowWaiting,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
