import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  FourEyesRequired,
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { DelegateAdmission } from '../../claim/admission.rules.ts';
import {
  RegistrationNotConfirmed,
  RegistrationNotFound,
} from '../../registration/refusal/registration-refusals.types.ts';
import { IdCheckKind } from '../badge.rules.ts';
import { BadgeType } from '../badge.types.ts';

const SERIAL = 'As printed on the badge. Small letters, spaces and hyphens do no harm, nor O for 0 and I or L for 1.';
const EXPECTED_VERSION = 'The version the client has read. Absent: whatever it is now.';

@InputType({ description: 'Whose badge is asked for.' })
export class IssueBadgeInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly registrationId!: string;
}

@InputType({ description: 'What the desk says of the ID of whoever takes a badge. Its number is asked for nowhere.' })
export class IdCheckInput {
  @Field(() => IdCheckKind)
  readonly kind!: IdCheckKind;
  @Field(() => Boolean, { description: 'True where the ID is theirs.' })
  readonly checked!: boolean;
}

@InputType({ description: 'Which badge to hand out.' })
export class ActivateBadgeInput {
  @Field(() => String, { description: SERIAL })
  readonly serial!: string;
  @Field(() => IdCheckInput)
  readonly idCheck!: IdCheckInput;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which badge was lost.' })
export class ReportBadgeLostInput {
  @Field(() => String, { description: SERIAL })
  readonly serial!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which lost badge to replace.' })
export class ReissueBadgeInput {
  @Field(() => String, { description: `Of the lost badge. ${SERIAL}` })
  readonly serial!: string;
  @Field(() => IdCheckInput, {
    nullable: true,
    description: 'Where the desk has checked the ID again: the new badge is active at once.',
  })
  readonly idCheck?: IdCheckInput | null;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which badge to take out of force, and why.' })
export class RevokeBadgeInput {
  @Field(() => String, { description: SERIAL })
  readonly serial!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The badge, made now or earlier; its `status` says whether it is in force.' })
export class IssueBadgeSuccess {
  @Field(() => BadgeType)
  readonly badge: BadgeType;

  constructor(badge: BadgeType) {
    this.badge = badge;
  }
}

@ObjectType({ description: 'The badge opens doors on the days of the edition.' })
export class ActivateBadgeSuccess extends IssueBadgeSuccess {}

@ObjectType({ description: 'The lost badge opens no doors any more.' })
export class ReportBadgeLostSuccess extends IssueBadgeSuccess {}

@ObjectType({ description: 'The badge opens no doors any more.' })
export class RevokeBadgeSuccess extends IssueBadgeSuccess {}

@ObjectType({ description: 'Another badge stands for the lost one.' })
export class ReissueBadgeSuccess {
  @Field(() => BadgeType, { description: 'The new badge, with a serial of its own.' })
  readonly badge: BadgeType;
  @Field(() => BadgeType, { description: 'The lost one.' })
  readonly replaced: BadgeType;

  constructor(badge: BadgeType, replaced: BadgeType) {
    this.badge = badge;
    this.replaced = replaced;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such badge, or it is not for this desk.' })
export class BadgeNotFound extends UserError {
  constructor(message: string) {
    super('BADGE_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The dates of the edition are not announced yet.' })
export class EditionWithoutDates extends UserError {
  constructor(message: string) {
    super('EDITION_WITHOUT_DATES', message);
  }
}

@ObjectType({ implements: UserError, description: 'Nobody has checked the ID of whoever takes the badge.' })
export class IdNotChecked extends UserError {
  constructor(message: string) {
    super('ID_NOT_CHECKED', message);
  }
}

@ObjectType({ implements: UserError, description: 'Nobody hands out their own badge.' })
export class OwnBadge extends UserError {
  constructor(message: string) {
    super('OWN_BADGE', message);
  }
}

registerEnumType(DelegateAdmission, {
  name: 'DelegateAdmission',
  description: 'What keeps a delegate from being admitted.',
  valuesConfig: {
    AWAITED: { description: 'Nobody has decided about their credentials yet.' },
    ON_HOLD: { description: 'Their credentials wait for something else.' },
    RETURNED: {
      description:
        'Their credentials were returned to their delegation to be corrected, and nothing is decided anew yet.',
    },
    REJECTED: { description: 'Their credentials were rejected.' },
  },
});

@ObjectType({
  implements: UserError,
  description:
    'A delegate whose credentials are neither approved nor admitted provisionally: accreditation officers decide first. The badge stays as it is.',
})
export class DelegateNotAdmitted extends UserError {
  @Field(() => DelegateAdmission)
  readonly admission: DelegateAdmission;

  constructor(message: string, admission: DelegateAdmission) {
    super('DELEGATE_NOT_ADMITTED', message);
    this.admission = admission;
  }
}

export const IssueBadgeResult = createUnionType({
  name: 'IssueBadgeResult',
  description: 'The badge, or what stands in its way.',
  types: () =>
    [
      IssueBadgeSuccess,
      RegistrationNotFound,
      RegistrationNotConfirmed,
      EditionWithoutDates,
      IdempotencyKeyReused,
    ] as const,
});

export const ActivateBadgeResult = createUnionType({
  name: 'ActivateBadgeResult',
  description: 'The active badge, or what stands in its way.',
  types: () =>
    [
      ActivateBadgeSuccess,
      BadgeNotFound,
      IdNotChecked,
      OwnBadge,
      FourEyesRequired,
      DelegateNotAdmitted,
      RegistrationNotConfirmed,
      InvalidTransition,
      VersionConflict,
    ] as const,
});

export const ReportBadgeLostResult = createUnionType({
  name: 'ReportBadgeLostResult',
  description: 'The lost badge, or what stands in the way.',
  types: () => [ReportBadgeLostSuccess, BadgeNotFound, InvalidTransition, VersionConflict] as const,
});

export const ReissueBadgeResult = createUnionType({
  name: 'ReissueBadgeResult',
  description: 'The new badge, or what stands in its way.',
  types: () =>
    [
      ReissueBadgeSuccess,
      BadgeNotFound,
      OwnBadge,
      FourEyesRequired,
      DelegateNotAdmitted,
      RegistrationNotConfirmed,
      EditionWithoutDates,
      InvalidTransition,
      VersionConflict,
    ] as const,
});

export const RevokeBadgeResult = createUnionType({
  name: 'RevokeBadgeResult',
  description: 'The revoked badge, or what stands in the way.',
  types: () => [RevokeBadgeSuccess, BadgeNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});
