import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import type { PortalLanguage } from '../../../shared/text/localize.rules.ts';
import { EditionWithoutDates } from '../../badge/desk/badge-acts.types.ts';
import {
  RegistrationNotConfirmed,
  RegistrationNotFound,
} from '../../registration/refusal/registration-refusals.types.ts';
import { EMBASSY_LENGTH, IDEMPOTENCY_KEY_LENGTH, SIGNATORY_LENGTH } from '../letter-input.rules.ts';
import { EditionNotAhead, LatinNameMissing } from '../letter-refusals.types.ts';
import { InvitationLetterType, LetterLanguage } from './invitation-letter.types.ts';

@InputType({ description: 'Which letter somebody needs.' })
export class RequestInvitationLetterInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'A confirmed registration of the signed-in person.' })
  readonly registrationId!: string;
  @Field(() => LetterLanguage)
  readonly language!: PortalLanguage;
  @Field(() => String, {
    nullable: true,
    description: `Where it is handed in, printed on the letter. One line of at most ${EMBASSY_LENGTH} characters.`,
  })
  readonly embassy?: string | null;
}

@InputType({ description: 'Who signs the letter.' })
export class SignatoryInput {
  @Field(() => String, { description: `One line of at most ${SIGNATORY_LENGTH} characters, in the letter's language.` })
  readonly name!: string;
  @Field(() => String, { description: `One line of at most ${SIGNATORY_LENGTH} characters, in the letter's language.` })
  readonly office!: string;
}

@InputType({ description: 'Which letter is issued, and who signs it.' })
export class IssueInvitationLetterInput {
  @Field(() => ID)
  readonly letterId!: string;
  @Field(() => SignatoryInput)
  readonly signatory!: SignatoryInput;
  @Field(() => Int, { nullable: true, description: 'Version of the letter that the client has read.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which letter is revoked, and why.' })
export class RevokeInvitationLetterInput {
  @Field(() => ID)
  readonly letterId!: string;
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
  @Field(() => Int, { nullable: true, description: 'Version of the letter that the client has read.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The letter is asked for. Those who run the edition issue it.' })
export class RequestInvitationLetterSuccess {
  @Field(() => InvitationLetterType)
  readonly letter: InvitationLetterType;

  constructor(letter: InvitationLetterType) {
    this.letter = letter;
  }
}

@ObjectType({ description: 'The letter is issued, and can be fetched as a PDF.' })
export class IssueInvitationLetterSuccess {
  @Field(() => InvitationLetterType)
  readonly letter: InvitationLetterType;

  constructor(letter: InvitationLetterType) {
    this.letter = letter;
  }
}

@ObjectType({ description: 'The letter is revoked. Whoever verifies it learns so.' })
export class RevokeInvitationLetterSuccess {
  @Field(() => InvitationLetterType)
  readonly letter: InvitationLetterType;

  constructor(letter: InvitationLetterType) {
    this.letter = letter;
  }
}

@ObjectType({ implements: UserError, description: 'A letter for this registration is under way or issued.' })
export class InvitationLetterAlreadyRequested extends UserError {
  @Field(() => InvitationLetterType, { description: 'The letter there is.' })
  readonly letter: InvitationLetterType;

  constructor(message: string, letter: InvitationLetterType) {
    super('INVITATION_LETTER_ALREADY_REQUESTED', message);
    this.letter = letter;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such letter that the viewer may issue or revoke.' })
export class InvitationLetterNotFound extends UserError {
  constructor(message: string) {
    super('INVITATION_LETTER_NOT_FOUND', message);
  }
}

export const RequestInvitationLetterResult = createUnionType({
  name: 'RequestInvitationLetterResult',
  description: 'The requested letter, or what stands in its way.',
  types: () =>
    [
      RequestInvitationLetterSuccess,
      RegistrationNotFound,
      RegistrationNotConfirmed,
      LatinNameMissing,
      EditionNotAhead,
      InvitationLetterAlreadyRequested,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});

export const IssueInvitationLetterResult = createUnionType({
  name: 'IssueInvitationLetterResult',
  description: 'The issued letter, or what stands in its way.',
  types: () =>
    [
      IssueInvitationLetterSuccess,
      InvitationLetterNotFound,
      RegistrationNotConfirmed,
      LatinNameMissing,
      EditionNotAhead,
      EditionWithoutDates,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});

export const RevokeInvitationLetterResult = createUnionType({
  name: 'RevokeInvitationLetterResult',
  description: 'The revoked letter, or what stands in the way.',
  types: () =>
    [
      RevokeInvitationLetterSuccess,
      InvitationLetterNotFound,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});
