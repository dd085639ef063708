import { createUnionType, Directive, Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime, Locale } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { AvailabilityType } from '../../availability/availability.types.ts';
import { EditionStatus } from '../../edition/edition.rules.ts';
import { ConsentPurpose, ParticipantCategory } from '../registration.rules.ts';
import { RegistrationType } from '../registration.types.ts';
import {
  AFFILIATION_LENGTH,
  CONSENT_VERSION_LENGTH,
  IDEMPOTENCY_KEY_LENGTH,
  NEEDS_LENGTH,
} from './registration-input.rules.ts';

@InputType({ description: 'Consent to one optional purpose. Leave the purpose out to withhold consent.' })
export class ConsentInput {
  @Field(() => ConsentPurpose)
  readonly purpose!: ConsentPurpose;
  @Field(() => String, {
    description: `Version of the text the person read. At most ${CONSENT_VERSION_LENGTH} characters.`,
  })
  readonly version!: string;
}

@InputType({ description: 'A registration as the person fills it in.' })
export class RegisterForForumInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => ParticipantCategory)
  readonly category!: ParticipantCategory;
  @Field(() => String, { nullable: true, description: `Organisation. At most ${AFFILIATION_LENGTH} characters.` })
  readonly affiliation?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `At most ${NEEDS_LENGTH} characters. Deleted 30 days after the edition is over.`,
  })
  readonly dietaryNeeds?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `At most ${NEEDS_LENGTH} characters. Deleted 30 days after the edition is over.`,
  })
  readonly accessibilityNeeds?: string | null;
  @Field(() => Locale, { nullable: true, description: 'Language the person would like to hear.' })
  readonly interpretationLanguage?: string | null;
  @Field(() => [ConsentInput], { description: 'Consents to optional purposes; an empty list is valid.' })
  readonly consents!: ConsentInput[];
}

@ObjectType({ description: 'The person is registered; `status` of the registration says where.' })
export class RegisterForForumSuccess {
  @Field(() => RegistrationType)
  readonly registration: RegistrationType;

  constructor(registration: RegistrationType) {
    this.registration = registration;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such edition.' })
@Directive('@shareable')
export class EditionNotFound extends UserError {
  constructor(message: string) {
    super('EDITION_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'Registration is not open: not yet, not any more, or paused.' })
export class RegistrationNotOpen extends UserError {
  @Field(() => EditionStatus, { nullable: true })
  readonly status: EditionStatus | null;
  @Field(() => DateTime, { nullable: true, description: 'When it opens or opened. Null until announced.' })
  readonly opensAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'When it closes or closed. Null until announced.' })
  readonly closesAt: Date | null;

  constructor(message: string, terms: { status: EditionStatus; opensAt: Date | null; closesAt: Date | null } | null) {
    super('REGISTRATION_NOT_OPEN', message);
    this.status = terms?.status ?? null;
    this.opensAt = terms?.opensAt ?? null;
    this.closesAt = terms?.closesAt ?? null;
  }
}

@ObjectType({ implements: UserError, description: 'The person has an active registration for the edition.' })
export class AlreadyRegistered extends UserError {
  @Field(() => RegistrationType, { nullable: true, description: 'The registration there is.' })
  readonly registration: RegistrationType | null;

  constructor(message: string, registration: RegistrationType | null) {
    super('ALREADY_REGISTERED', message);
    this.registration = registration;
  }
}

@ObjectType({ implements: UserError, description: 'Every seat and every place in the queue is taken.' })
export class EditionFull extends UserError {
  @Field(() => AvailabilityType, { nullable: true })
  readonly availability: AvailabilityType | null;

  constructor(message: string, availability: AvailabilityType | null) {
    super('EDITION_FULL', message);
    this.availability = availability;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Delegates register by confirming a nomination of their delegation.',
})
export class NominationRequired extends UserError {
  constructor(message: string) {
    super('NOMINATION_REQUIRED', message);
  }
}

export const RegisterForForumResult = createUnionType({
  name: 'RegisterForForumResult',
  description: 'The registration, or what stands in its way.',
  types: () =>
    [
      RegisterForForumSuccess,
      EditionNotFound,
      RegistrationNotOpen,
      AlreadyRegistered,
      EditionFull,
      NominationRequired,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
