import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { UserError } from '../../../shared/graph/user-error.ts';
import { EditionStatus } from '../edition.rules.ts';
import { EditionType } from '../edition.types.ts';

export const EXPECTED_VERSION = '`version` of the edition the change was made from.';

@ObjectType({ implements: UserError, description: 'There is an edition of this year already.' })
export class EditionYearTaken extends UserError {
  @Field(() => EditionType)
  readonly edition: EditionType;

  constructor(message: string, edition: EditionType) {
    super('EDITION_YEAR_TAKEN', message);
    this.edition = edition;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Nothing of this edition changes any more: it is finished, archived or cancelled.',
})
export class EditionClosed extends UserError {
  @Field(() => EditionStatus)
  readonly status: EditionStatus;

  constructor(message: string, status: EditionStatus) {
    super('EDITION_CLOSED', message);
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'Something is not filled in that this step needs.' })
export class EditionIncomplete extends UserError {
  @Field(() => [String], { description: 'Fields as `CreateForumEditionInput` names them: `["startsAt", "capacity"]`.' })
  readonly missing: readonly string[];

  constructor(message: string, missing: readonly string[]) {
    super('EDITION_INCOMPLETE', message);
    this.missing = missing;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The day on which the edition starts has not come yet, where it is held.',
})
export class EditionNotBegun extends UserError {
  @Field(() => DateTime, { description: 'When that day begins.' })
  readonly beginsAt: Date;

  constructor(message: string, beginsAt: Date) {
    super('EDITION_NOT_BEGUN', message);
    this.beginsAt = beginsAt;
  }
}

@ObjectType({ implements: UserError, description: 'The edition has not ended yet.' })
export class EditionNotOver extends UserError {
  @Field(() => DateTime)
  readonly endsAt: Date;

  constructor(message: string, endsAt: Date) {
    super('EDITION_NOT_OVER', message);
    this.endsAt = endsAt;
  }
}

@ObjectType({ implements: UserError, description: 'More seats than this are held by people or kept for delegations.' })
export class CapacityBelowClaimed extends UserError {
  @Field(() => Int, { description: 'Seats of confirmed people.' })
  readonly claimed: number;
  @Field(() => Int, { description: 'Seats held by an open offer.' })
  readonly offered: number;
  @Field(() => Int, { description: 'Seats kept for what quotas promise to delegations.' })
  readonly reserved: number;
  @Field(() => Int, { description: 'The least capacity possible at present: claimed, offered and reserved together.' })
  readonly held: number;
  @Field(() => ID, { nullable: true, description: "The session whose seats these are. Null for the edition's own." })
  readonly sessionId: string | null;

  constructor(
    message: string,
    {
      claimed,
      offered,
      reserved = 0,
    }: { readonly claimed: number; readonly offered: number; readonly reserved?: number },
    sessionId: string | null = null,
  ) {
    super('CAPACITY_BELOW_CLAIMED', message);
    this.sessionId = sessionId;
    this.claimed = claimed;
    this.offered = offered;
    this.reserved = reserved;
    this.held = claimed + offered + reserved;
  }
}

@ObjectType({ implements: UserError, description: 'More people wait than this.' })
export class WaitlistLimitBelowWaiting extends UserError {
  @Field(() => Int, { description: 'People in the queue: the least limit possible at present.' })
  readonly waiting: number;
  @Field(() => ID, { nullable: true, description: "The session whose queue this is. Null for the edition's own." })
  readonly sessionId: string | null;

  constructor(message: string, waiting: number, sessionId: string | null = null) {
    super('WAITLIST_LIMIT_BELOW_WAITING', message);
    this.sessionId = sessionId;
    this.waiting = waiting;
  }
}
