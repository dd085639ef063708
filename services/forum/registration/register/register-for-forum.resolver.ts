import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import { AvailabilityType } from '../../availability/availability.types.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { invalidDetails } from '../refusal/invalid-details.ts';
import { registrationOf } from '../registration.types.ts';
import { type RegisterForForumOutcome, registerForForum } from './register-for-forum.ts';
import {
  AlreadyRegistered,
  EditionFull,
  EditionNotFound,
  NominationRequired,
  RegisterForForumInput,
  RegisterForForumResult,
  RegisterForForumSuccess,
  RegistrationNotOpen,
} from './register-for-forum.types.ts';
import { checkDetails, type RegistrationDetails } from './registration-input.rules.ts';

type Refusal = Extract<RegisterForForumOutcome, { refusal: string }>;
type Result = typeof RegisterForForumResult;

@Resolver()
export class RegisterForForumResolver {
  @Allow(signedIn)
  @Mutation(() => RegisterForForumResult, {
    description:
      'Registers the signed-in person for an edition: on a seat, or in the queue when every seat is taken. Never oversold.',
  })
  async registerForForum(
    @Arg('input', () => RegisterForForumInput) input: RegisterForForumInput,
    @Ctx() context: ForumContext,
  ): Promise<Result> {
    const personId = personOf(context.viewer);
    const details = detailsOf(input);
    const idempotencyKey = input.idempotencyKey ?? null;
    const violations = checkDetails(details, idempotencyKey);
    if (violations.length > 0) return invalidDetails(violations, context.locale);

    const command = { ...details, editionId: input.editionId, personId, idempotencyKey };
    const outcome = await registerForForum(context.em, command, context.now());
    if ('refusal' in outcome) return refusals[outcome.refusal](context, input.editionId, outcome);
    return new RegisterForForumSuccess(await registrationOf(outcome.registrationId, context.loaders.registrationById));
  }
}

const refusals: Record<
  Refusal['refusal'],
  (context: ForumContext, editionId: string, refusal: Refusal) => Result | Promise<Result>
> = {
  'edition-not-found': ({ locale }) => new EditionNotFound(say('EDITION_NOT_FOUND', locale)),
  'not-open': async ({ locale, loaders }, editionId) => {
    const row = await loaders.editionById.load(editionId);
    const terms = row && {
      status: row.status,
      opensAt: row.registration_opens_at,
      closesAt: row.registration_closes_at,
    };
    return new RegistrationNotOpen(say('REGISTRATION_NOT_OPEN', locale), terms);
  },
  'already-registered': async (context, _editionId, refusal) =>
    new AlreadyRegistered(
      say('ALREADY_REGISTERED', context.locale),
      'registrationId' in refusal
        ? await registrationOf(refusal.registrationId, context.loaders.registrationById)
        : null,
    ),
  full: async ({ locale, loaders }, editionId) => {
    const row = await loaders.availabilityById.load(editionId);
    const message = say('EDITION_FULL', locale, { capacity: row?.capacity ?? 0 });
    return new EditionFull(message, row && new AvailabilityType(row));
  },
  'nomination-required': ({ locale }) => new NominationRequired(say('NOMINATION_REQUIRED', locale)),
  'idempotency-key-reused': ({ locale }) => new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale)),
};

function detailsOf(input: RegisterForForumInput): RegistrationDetails {
  return {
    category: input.category,
    affiliation: input.affiliation ?? null,
    dietaryNeeds: input.dietaryNeeds ?? null,
    accessibilityNeeds: input.accessibilityNeeds ?? null,
    interpretationLanguage: input.interpretationLanguage ?? null,
    consents: input.consents.map(({ purpose, version }) => ({ purpose, version })),
  };
}
