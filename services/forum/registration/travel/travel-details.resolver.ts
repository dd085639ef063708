import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, VersionConflict, Violation } from '../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { RegistrationNotConfirmed, RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { knowsPersonally } from '../registration.rules.ts';
import { RegistrationType, registrationOf } from '../registration.types.ts';
import { type RecordTravelDetailsOutcome, recordTravelDetails } from './record-travel-details.ts';
import { checkTravel, type Travel, type TravelViolation } from './travel.rules.ts';
import {
  RecordTravelDetailsInput,
  RecordTravelDetailsResult,
  RecordTravelDetailsSuccess,
  TravelDetailsType,
} from './travel-details.types.ts';

@Resolver(() => RegistrationType)
export class TravelDetailsResolver {
  @FieldResolver(() => TravelDetailsType, {
    nullable: true,
    description: 'Null while nothing is told, and for whoever is neither the person nor an administrator.',
  })
  async travelDetails(
    @Root() { id, personId, editionId }: RegistrationType,
    @Ctx() { loaders, viewer }: ForumContext,
  ): Promise<TravelDetailsType | null> {
    if (!knowsPersonally(viewer, { personId, editionId })) return null;
    const row = await loaders.travelDetailsByRegistration.load(id);
    return row && new TravelDetailsType(row);
  }

  @Allow(signedIn)
  @Mutation(() => RecordTravelDetailsResult, {
    description:
      'Notes when and how the signed-in participant arrives and leaves, where they stay, and what visa they need. Asked for only once the registration is confirmed.',
  })
  async recordTravelDetails(
    @Arg('input', () => RecordTravelDetailsInput) input: RecordTravelDetailsInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RecordTravelDetailsResult> {
    const { viewer, locale, loaders } = context;
    const travel = travelOf(input);
    const violations = checkTravel(travel);
    if (violations.length > 0) return invalid(violations, locale);
    const command = {
      ...travel,
      actorId: personOf(viewer),
      registrationId: input.registrationId,
      expectedVersion: input.expectedVersion ?? null,
    };
    const outcome = await recordTravelDetails(context.em, command, context.now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new RecordTravelDetailsSuccess(await registrationOf(outcome.registrationId, loaders.registrationById));
  }
}

function travelOf(input: RecordTravelDetailsInput): Travel {
  return {
    arrivesAt: input.arrivesAt ?? null,
    arrivalTransport: input.arrivalTransport ?? null,
    departsAt: input.departsAt ?? null,
    departureTransport: input.departureTransport ?? null,
    hotel: input.hotel ?? null,
    needsVisa: input.needsVisa ?? null,
    visaOffice: input.visaOffice ?? null,
    emergencyContact: input.emergencyContact ?? null,
  };
}

const problems = {
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'ends-before-start': 'ENDS_BEFORE_START',
} as const;

function invalid(violations: readonly TravelViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = 0 }) => {
      const code = problems[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}

function refuse(refusal: Extract<RecordTravelDetailsOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'registration-not-found':
      return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    case 'not-confirmed': {
      const { status } = refusal;
      return new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale, { status }), status);
    }
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
  }
}
