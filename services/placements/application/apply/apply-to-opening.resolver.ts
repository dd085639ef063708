import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import type { PlacementsContext } from '../../context.ts';
import { OverlappingDeployment } from '../../deployment/refusal/deployment-refusals.types.ts';
import { OpeningNotFound } from '../../opening/opening-refusals.types.ts';
import { applicationOf } from '../application.types.ts';
import { type applicationMessages, say } from '../messages.ts';
import { NotEligible } from '../refusals.types.ts';
import { type ApplicationForm, checkForm, type FormProblem, type FormViolation } from './application-form.rules.ts';
import { type ApplyToOpeningOutcome, applyToOpening } from './apply-to-opening.ts';
import {
  AlreadyApplied,
  ApplicationsClosed,
  ApplyToOpeningInput,
  ApplyToOpeningResult,
  ApplyToOpeningSuccess,
} from './apply-to-opening.types.ts';

@Resolver()
export class ApplyToOpeningResolver {
  @Allow(signedIn)
  @Mutation(() => ApplyToOpeningResult, {
    description:
      'Applies for an opening, for the signed-in person: up to the deadline, once, and where every requirement is met. `Opening.eligibility` tells beforehand.',
  })
  async applyToOpening(
    @Arg('input', () => ApplyToOpeningInput) input: ApplyToOpeningInput,
    @Ctx() { em, viewer, locale, loaders, now }: PlacementsContext,
  ): Promise<typeof ApplyToOpeningResult> {
    const personId = personOf(viewer);
    const at = now();
    const idempotencyKey = input.idempotencyKey ?? null;
    const form = formOf(input);
    const opening = await loaders.openingById.load(input.openingId);
    const days = { today: at.toISOString().slice(0, 10), startsOn: opening?.starts_on ?? null };
    const violations = checkForm(form, idempotencyKey, days);
    if (violations.length > 0) return invalid(violations, locale);

    const outcome = await applyToOpening(em, { openingId: input.openingId, personId, idempotencyKey, form }, at);
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ApplyToOpeningSuccess(await applicationOf(outcome.applicationId, loaders.applicationById));
  }
}

function refuse(refusal: Extract<ApplyToOpeningOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'opening-not-found':
      return new OpeningNotFound(say('OPENING_NOT_FOUND', locale));
    case 'applications-closed':
      return new ApplicationsClosed(say('APPLICATIONS_CLOSED', locale), new Date(refusal.deadline), refusal.status);
    case 'already-applied':
      return new AlreadyApplied(say('ALREADY_APPLIED', locale), refusal.applicationId);
    case 'not-eligible':
      return new NotEligible(say('NOT_ELIGIBLE', locale, { count: refusal.failed.length }), refusal.failed, locale);
    case 'overlapping-deployment':
      return new OverlappingDeployment(say('OVERLAPPING_DEPLOYMENT', locale), refusal);
    // It was moved forward at this very moment.
    case 'available-too-late':
      return invalid([{ path: ['availableFrom'], problem: 'available-too-late' }], locale);
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

const codes: Record<FormProblem, keyof typeof applicationMessages> = {
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'too-many': 'TOO_MANY',
  repeated: 'REPEATED',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  'in-future': 'IN_FUTURE',
  'too-long-ago': 'TOO_LONG_AGO',
  'available-too-late': 'AVAILABLE_TOO_LATE',
};

function invalid(violations: readonly FormViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = codes[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}

function formOf(input: ApplyToOpeningInput): ApplicationForm {
  const { motivation, availableFrom, languages, skills, birthDate, citizenship, education } = input;
  return {
    motivation,
    availableFrom,
    languages: languages.map(({ language, level }) => ({ language, level })),
    skills,
    birthDate,
    citizenship: citizenship.toUpperCase(),
    education: education ?? null,
  };
}
