import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holdersOver, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { checkKey } from '../../form/form.rules.ts';
import { invalidForm, versionConflict } from '../../form/invalid-form.ts';
import { say as sayOfForm } from '../../form/messages.ts';
import { HostOrganisationNotFound } from '../../host-organisation/accreditation/accreditation.types.ts';
import { say as sayOfHost } from '../../host-organisation/accreditation/messages.ts';
import { say as sayOfProgramme } from '../../programme/administration/messages.ts';
import { ProgrammeNotFound } from '../../programme/administration/programme-administration.types.ts';
import { openingNotFound, openingNow } from '../answers.resolver.ts';
import { say } from '../messages.ts';
import { OpeningNotChangeable, PositionsTaken } from '../opening-refusals.types.ts';
import { NO_REQUIREMENTS, type Requirements } from '../terms.rules.ts';
import { changeOpening } from './change-opening.ts';
import { draftOpening } from './draft-opening.ts';
import { duplicateOpening } from './duplicate-opening.ts';
import type { GivenEntitlement } from './opening-form.rules.ts';
import {
  ChangeOpeningInput,
  ChangeOpeningResult,
  DraftOpeningInput,
  DraftOpeningResult,
  DuplicateOpeningInput,
  DuplicateOpeningResult,
  type OpeningEntitlementInput,
  type OpeningRequirementsInput,
} from './write-opening.types.ts';

@Resolver()
export class WriteOpeningResolver {
  @Allow(
    holdersOver<Call>('HOST_ORGANISATION', ({ args }) => args.input.hostOrganisationId, 'HOST_OFFICER', ...PLACERS),
  )
  @Mutation(() => DraftOpeningResult, {
    description: 'Writes an opening as a draft, which officers of its host and those who run placements alone see.',
  })
  async draftOpening(
    @Arg('input', () => DraftOpeningInput) input: DraftOpeningInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof DraftOpeningResult> {
    const { em, viewer, locale, now } = context;
    const { programmeId, hostOrganisationId, title, sector, city, positions } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    const keyProblems = checkKey(idempotencyKey);
    if (keyProblems.length > 0) return invalidForm(keyProblems, locale);
    const { startsOn, endsOn, applicationDeadline } = input;
    const written = {
      ...{ title, sector, city, positions, startsOn, endsOn, applicationDeadline },
      description: input.description ?? [],
      tasks: input.tasks ?? [],
      requirements: input.requirements ? requirementsIn(input.requirements) : NO_REQUIREMENTS,
      entitlements: entitlementsIn(input.entitlements ?? []),
      clearances: clearancesIn(input.clearances ?? []),
    };
    const command = { viewer, idempotencyKey, programmeId, hostOrganisationId, written };
    const outcome = await draftOpening(em, command, now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    switch (outcome.refusal) {
      case 'invalid':
        return invalidForm(outcome.violations, locale);
      case 'host-organisation-not-found':
        return new HostOrganisationNotFound(sayOfHost('HOST_ORGANISATION_NOT_FOUND', locale));
      case 'programme-not-found':
        return new ProgrammeNotFound(sayOfProgramme('PROGRAMME_NOT_FOUND', locale));
      case 'idempotency-key-reused':
        return new IdempotencyKeyReused(sayOfForm('IDEMPOTENCY_KEY_REUSED', locale));
    }
  }

  @Allow(signedIn)
  @Mutation(() => ChangeOpeningResult, {
    description:
      'Changes what an opening says. By officers of its host while it is a draft, by those who run placements until it is decided; to others there is no such opening. Terms that change after somebody applied are a new version, which applicants confirm.',
  })
  async changeOpening(
    @Arg('input', () => ChangeOpeningInput) input: ChangeOpeningInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof ChangeOpeningResult> {
    const { em, viewer, locale, now } = context;
    const { openingId, expectedVersion = null } = input;
    const given = {
      title: input.title ?? undefined,
      description: input.description ?? undefined,
      tasks: input.tasks ?? undefined,
      sector: input.sector ?? undefined,
      city: input.city ?? undefined,
      startsOn: input.startsOn ?? undefined,
      endsOn: input.endsOn ?? undefined,
      applicationDeadline: input.applicationDeadline ?? undefined,
      positions: input.positions ?? undefined,
      requirements: input.requirements ? requirementsIn(input.requirements) : undefined,
      entitlements: input.entitlements ? entitlementsIn(input.entitlements) : undefined,
      clearances: input.clearances ? clearancesIn(input.clearances) : undefined,
    };
    const outcome = await changeOpening(em, { viewer, openingId, expectedVersion, given }, now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    switch (outcome.refusal) {
      case 'invalid':
        return invalidForm(outcome.violations, locale);
      case 'opening-not-found':
        return openingNotFound(locale);
      case 'opening-not-changeable': {
        const { status } = outcome;
        return new OpeningNotChangeable(say('OPENING_NOT_CHANGEABLE', locale, { status }), status);
      }
      case 'positions-taken': {
        const taken = outcome.offered + outcome.filled;
        return new PositionsTaken(say('POSITIONS_TAKEN', locale, { taken }), outcome);
      }
      case 'version-conflict':
        return versionConflict(outcome, locale);
    }
  }

  @Allow(signedIn)
  @Mutation(() => DuplicateOpeningResult, {
    description:
      'Writes a draft that says what another opening of the host says, with dates of its own. By officers of its host and those who run placements; to others there is no such opening.',
  })
  async duplicateOpening(
    @Arg('input', () => DuplicateOpeningInput) input: DuplicateOpeningInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof DuplicateOpeningResult> {
    const { em, viewer, locale, now } = context;
    const { openingId, startsOn, endsOn, applicationDeadline, programmeId = null } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    const keyProblems = checkKey(idempotencyKey);
    if (keyProblems.length > 0) return invalidForm(keyProblems, locale);
    const command = { viewer, idempotencyKey, openingId, programmeId, startsOn, endsOn, applicationDeadline };
    const outcome = await duplicateOpening(em, command, now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    switch (outcome.refusal) {
      case 'invalid':
        return invalidForm(outcome.violations, locale);
      case 'opening-not-found':
        return openingNotFound(locale);
      case 'programme-not-found':
        return new ProgrammeNotFound(sayOfProgramme('PROGRAMME_NOT_FOUND', locale));
      case 'idempotency-key-reused':
        return new IdempotencyKeyReused(sayOfForm('IDEMPOTENCY_KEY_REUSED', locale));
    }
  }
}

function requirementsIn(input: OpeningRequirementsInput): Requirements {
  return {
    citizenships: (input.citizenships ?? []).map((code) => code.toUpperCase()),
    minimumAge: input.minimumAge ?? null,
    maximumAge: input.maximumAge ?? null,
    education: input.education ?? null,
    languages: (input.languages ?? []).map(({ language, level }) => ({ language, level })),
    skills: (input.skills ?? []).map((skill) => skill.trim()),
  };
}

function entitlementsIn(inputs: readonly OpeningEntitlementInput[]): GivenEntitlement[] {
  return inputs.map(({ kind, amount = null, currency, note }) => ({
    kind,
    amount,
    currency: currency?.trim().toUpperCase() ?? null,
    note: note ?? [],
  }));
}

function clearancesIn(inputs: NonNullable<DraftOpeningInput['clearances']>) {
  return inputs.map(({ kind, stage }) => ({ kind, stage }));
}
