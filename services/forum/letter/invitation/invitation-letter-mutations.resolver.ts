import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import { EditionWithoutDates } from '../../badge/desk/badge-acts.types.ts';
import type { ForumContext } from '../../context.ts';
import {
  RegistrationNotConfirmed,
  RegistrationNotFound,
} from '../../registration/refusal/registration-refusals.types.ts';
import { checkRequest, checkSignatory } from '../letter-input.rules.ts';
import { invalidInput } from '../letter-input.types.ts';
import { EditionNotAhead, LatinNameMissing } from '../letter-refusals.types.ts';
import { say } from '../messages.ts';
import { letterOf } from './invitation-letter.types.ts';
import {
  InvitationLetterAlreadyRequested,
  InvitationLetterNotFound,
  IssueInvitationLetterInput,
  IssueInvitationLetterResult,
  IssueInvitationLetterSuccess,
  RequestInvitationLetterInput,
  RequestInvitationLetterResult,
  RequestInvitationLetterSuccess,
  RevokeInvitationLetterInput,
  RevokeInvitationLetterResult,
  RevokeInvitationLetterSuccess,
} from './invitation-letter-mutations.types.ts';
import { type IssueInvitationLetterOutcome, issueInvitationLetter } from './issue-invitation-letter.ts';
import type { LetterStepRefusal } from './lock-letter.ts';
import { type RequestInvitationLetterOutcome, requestInvitationLetter } from './request-invitation-letter.ts';
import { revokeInvitationLetter } from './revoke-invitation-letter.ts';

type RequestRefusal = Extract<RequestInvitationLetterOutcome, { refusal: string }>;
type IssueRefusal = Exclude<Extract<IssueInvitationLetterOutcome, { refusal: string }>, LetterStepRefusal>;

@Resolver()
export class InvitationLetterMutationsResolver {
  @Allow(signedIn)
  @Mutation(() => RequestInvitationLetterResult, {
    description:
      'Asks for an invitation letter for a confirmed registration of the signed-in person. Those who run the edition issue it.',
  })
  async requestInvitationLetter(
    @Arg('input', () => RequestInvitationLetterInput) input: RequestInvitationLetterInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RequestInvitationLetterResult> {
    const { em, viewer, locale, loaders, now } = context;
    const { registrationId, language } = input;
    const embassy = input.embassy ?? null;
    const idempotencyKey = input.idempotencyKey ?? null;
    const violations = checkRequest(embassy, idempotencyKey);
    if (violations.length > 0) return invalidInput(violations, locale);
    const command = { personId: personOf(viewer), idempotencyKey, registrationId, language, embassy };
    const outcome = await requestInvitationLetter(em, command, now());
    if ('refusal' in outcome) return requestRefused(outcome, context);
    return new RequestInvitationLetterSuccess(await letterOf(outcome.letterId, loaders.invitationLetterById));
  }

  @Allow(signedIn)
  @Mutation(() => IssueInvitationLetterResult, {
    description:
      'Issues a requested letter: numbered, dated, with a code by which anyone may verify it. By whoever runs the edition; to others there is no such letter.',
  })
  async issueInvitationLetter(
    @Arg('input', () => IssueInvitationLetterInput) {
      letterId,
      signatory,
      expectedVersion,
    }: IssueInvitationLetterInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof IssueInvitationLetterResult> {
    const { em, viewer, locale, loaders, now } = context;
    const violations = checkSignatory(signatory);
    if (violations.length > 0) return invalidInput(violations, locale);
    const command = { viewer, letterId, signatory, expectedVersion: expectedVersion ?? null };
    const outcome = await issueInvitationLetter(em, command, now());
    if ('refusal' in outcome) return isStep(outcome) ? stepRefused(outcome, locale) : issueRefused(outcome, context);
    return new IssueInvitationLetterSuccess(await letterOf(outcome.letterId, loaders.invitationLetterById));
  }

  @Allow(signedIn)
  @Mutation(() => RevokeInvitationLetterResult, {
    description:
      'Revokes a letter, issued or only requested. By whoever runs the edition; to others there is no such letter.',
  })
  async revokeInvitationLetter(
    @Arg('input', () => RevokeInvitationLetterInput) { letterId, reason, expectedVersion }: RevokeInvitationLetterInput,
    @Ctx() { em, viewer, locale, loaders, now }: ForumContext,
  ): Promise<typeof RevokeInvitationLetterResult> {
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const command = { viewer, letterId, reason, expectedVersion: expectedVersion ?? null };
    const outcome = await revokeInvitationLetter(em, command, now());
    if ('refusal' in outcome) return stepRefused(outcome, locale);
    return new RevokeInvitationLetterSuccess(await letterOf(outcome.letterId, loaders.invitationLetterById));
  }
}

async function requestRefused(
  refusal: RequestRefusal,
  { locale, loaders }: ForumContext,
): Promise<typeof RequestInvitationLetterResult> {
  switch (refusal.refusal) {
    case 'registration-not-found':
      return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    case 'registration-not-confirmed':
      return new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale), refusal.status);
    case 'latin-name-missing':
      return new LatinNameMissing(say('LATIN_NAME_MISSING', locale));
    case 'edition-not-ahead':
      return new EditionNotAhead(say('EDITION_NOT_AHEAD', locale), await loaders.editionById.load(refusal.editionId));
    case 'already-requested':
      return new InvitationLetterAlreadyRequested(
        say('LETTER_ALREADY_REQUESTED', locale),
        await letterOf(refusal.letterId, loaders.invitationLetterById),
      );
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

async function issueRefused(
  refusal: IssueRefusal,
  { locale, loaders }: ForumContext,
): Promise<typeof IssueInvitationLetterResult> {
  switch (refusal.refusal) {
    case 'registration-not-confirmed':
      return new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale), refusal.status);
    case 'latin-name-missing':
      return new LatinNameMissing(say('LATIN_NAME_MISSING', locale));
    case 'edition-not-ahead':
      return new EditionNotAhead(say('EDITION_NOT_AHEAD', locale), await loaders.editionById.load(refusal.editionId));
    case 'edition-without-dates':
      return new EditionWithoutDates(say('EDITION_WITHOUT_DATES', locale));
  }
}

const steps: readonly string[] = [
  'letter-not-found',
  'version-conflict',
  'invalid-transition',
] satisfies LetterStepRefusal['refusal'][];

function isStep(refusal: LetterStepRefusal | IssueRefusal): refusal is LetterStepRefusal {
  return steps.includes(refusal.refusal);
}

function stepRefused(refusal: LetterStepRefusal, locale: string) {
  switch (refusal.refusal) {
    case 'letter-not-found':
      return new InvitationLetterNotFound(say('LETTER_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, to } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
    }
  }
}
