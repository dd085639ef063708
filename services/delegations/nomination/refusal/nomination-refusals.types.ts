import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, TimeZone } from '../../../shared/graph/scalars.ts';
import { UserError } from '../../../shared/graph/user-error.ts';
import { DelegationStatus } from '../../delegation/delegation.rules.ts';
import type { Closed } from '../deadline/closed.rules.ts';
import { NominationStatus, QuotaCategory } from '../nomination.rules.ts';

@ObjectType({
  implements: UserError,
  description: 'There is no such nomination, or it is no business of the viewer.',
})
export class NominationNotFound extends UserError {
  constructor(message: string) {
    super('NOMINATION_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The list of the delegation is closed to this: the deadline has passed, or the delegation is not at that stage.',
})
export class NominationClosed extends UserError {
  @Field(() => DelegationStatus, { description: 'Where the delegation is.' })
  readonly status: DelegationStatus;
  @Field(() => DateTime, { nullable: true, description: 'The deadline, passed or not. Null where none is set.' })
  readonly closedAt: Date | null;
  @Field(() => TimeZone, {
    nullable: true,
    description:
      'Zone of the edition, in which the deadline is a day and an hour. Null while the edition is not known.',
  })
  readonly timeZone: string | null;

  constructor(message: string, { status, closedAt, timeZone }: Omit<Closed, 'refusal'>) {
    super('NOMINATION_CLOSED', message);
    this.status = status;
    this.closedAt = closedAt === null ? null : new Date(closedAt);
    this.timeZone = timeZone;
  }
}

@ObjectType({ implements: UserError, description: 'No place of the category is left.' })
export class QuotaExceeded extends UserError {
  @Field(() => QuotaCategory)
  readonly category: QuotaCategory;
  @Field(() => Int, { description: 'Places there are, in people. 0 for a category in which the delegation has none.' })
  readonly allocated: number;
  @Field(() => Int, { description: 'Places taken, those of rows before this one too.' })
  readonly used: number;

  constructor(message: string, quota: { category: QuotaCategory; allocated: number; used: number }) {
    super('QUOTA_EXCEEDED', message);
    this.category = quota.category;
    this.allocated = quota.allocated;
    this.used = quota.used;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The person is nominated for the edition already, by this delegation or another one.',
})
export class AlreadyNominated extends UserError {
  constructor(message: string) {
    super('ALREADY_NOMINATED', message);
  }
}

@ObjectType({ implements: UserError, description: 'A row of the list before this one has the same address.' })
export class RepeatedNominee extends UserError {
  @Field(() => Int, { description: 'The row that has the address first.' })
  readonly repeatsRow: number;

  constructor(message: string, repeatsRow: number) {
    super('REPEATED_NOMINEE', message);
    this.repeatsRow = repeatsRow;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The delegation has a head. `substituteDelegate` and `appointHead` hand the office over.',
})
export class HeadAlreadyAppointed extends UserError {
  constructor(message: string) {
    super('HEAD_ALREADY_APPOINTED', message);
  }
}

@ObjectType({
  implements: UserError,
  description:
    'A submitted delegation is led at every moment: its head leaves by `substituteDelegate` to a new head, or by `appointHead`.',
})
export class HeadSuccessorNeeded extends UserError {
  constructor(message: string) {
    super('HEAD_SUCCESSOR_NEEDED', message);
  }
}

@ObjectType({
  implements: UserError,
  description:
    'One of the two has been replaced, or has replaced somebody, in this edition already. The secretariat may allow one more by `waiveSubstitutionLimit`.',
})
export class AlreadySubstituted extends UserError {
  @Field(() => ID, { description: 'The nomination for which the limit would have to be waived.' })
  readonly nominationId: string;

  constructor(message: string, nominationId: string) {
    super('ALREADY_SUBSTITUTED', message);
    this.nominationId = nominationId;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'An alternate holds no place of the quota, no seat and no office until `promoteAlternate` makes them a full member.',
})
export class AlternateStandsBy extends UserError {
  constructor(message: string) {
    super('ALTERNATE_STANDS_BY', message);
  }
}

@ObjectType({ implements: UserError, description: 'The nominee has left the delegation, or was never put forward.' })
export class NominationEnded extends UserError {
  @Field(() => NominationStatus)
  readonly status: NominationStatus;

  constructor(message: string, status: NominationStatus) {
    super('NOMINATION_ENDED', message);
    this.status = status;
  }
}
