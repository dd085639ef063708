import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { aboutReason, invalidForm, stepRefused, versionConflict } from '../../form/invalid-form.ts';
import { say as sayOfForm } from '../../form/messages.ts';
import { ProgrammeType } from '../programme.types.ts';
import { changeProgramme } from './change-programme.ts';
import { createProgramme } from './create-programme.ts';
import { say } from './messages.ts';
import { moveProgramme } from './move-programme.ts';
import {
  BudgetBelowCommitted,
  BudgetMissing,
  ChangeProgrammeInput,
  ChangeProgrammeResult,
  CreateProgrammeInput,
  CreateProgrammeResult,
  MoveProgrammeInput,
  MoveProgrammeResult,
  type ProgrammeBudgetInput,
  ProgrammeCompleted,
  ProgrammeNotFound,
  ProgrammeNotOver,
  ProgrammeSuccess,
} from './programme-administration.types.ts';
import { checkProgramme, type GivenBudget } from './programme-form.rules.ts';

@Resolver()
export class ProgrammeAdministrationResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => CreateProgrammeResult, { description: 'Makes a programme, as a draft.' })
  async createProgramme(
    @Arg('input', () => CreateProgrammeInput) { name, year, funding, ...input }: CreateProgrammeInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof CreateProgrammeResult> {
    const { em, viewer, locale, now } = context;
    const idempotencyKey = input.idempotencyKey ?? null;
    const hostCountries = input.hostCountries.map((code) => code.toUpperCase());
    const given = { name, year, hostCountries, budget: budgetOf(input.budget) };
    const violations = checkProgramme(given, idempotencyKey);
    if (violations.length > 0) return invalidForm(violations, locale);

    const outcome = await createProgramme(em, { ...given, funding, idempotencyKey, actorId: personOf(viewer) }, now());
    if (!('refusal' in outcome)) return programmeNow(outcome.programmeId, context);
    return new IdempotencyKeyReused(sayOfForm('IDEMPOTENCY_KEY_REUSED', locale));
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => ChangeProgrammeResult, {
    description: 'Changes what a programme is: what the input gives, and nothing else.',
  })
  async changeProgramme(
    @Arg('input', () => ChangeProgrammeInput) input: ChangeProgrammeInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof ChangeProgrammeResult> {
    const { em, viewer, locale, now } = context;
    const { programmeId, expectedVersion = null, name, year, funding } = input;
    const hostCountries = input.hostCountries?.map((code) => code.toUpperCase());
    const given = { name, year, funding, hostCountries, budget: budgetOf(input.budget) };
    const violations = checkProgramme(given);
    if (violations.length > 0) return invalidForm(violations, locale);

    const outcome = await changeProgramme(
      em,
      { programmeId, expectedVersion, given, actorId: personOf(viewer) },
      now(),
    );
    if (!('refusal' in outcome)) return programmeNow(outcome.programmeId, context);
    switch (outcome.refusal) {
      case 'invalid':
        return invalidForm(outcome.violations, locale);
      case 'programme-not-found':
        return new ProgrammeNotFound(say('PROGRAMME_NOT_FOUND', locale));
      case 'programme-completed':
        return new ProgrammeCompleted(say('PROGRAMME_COMPLETED', locale));
      case 'budget-below-committed': {
        const { committed } = outcome;
        return new BudgetBelowCommitted(say('BUDGET_BELOW_COMMITTED', locale, { committed }), committed);
      }
      case 'version-conflict':
        return versionConflict(outcome, locale);
    }
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveProgrammeResult, {
    description:
      'Takes a programme a step further. It is FUNDED with a budget, takes openings and offers while OPEN, and is COMPLETED once its openings are decided and nobody serves any more.',
  })
  async moveProgramme(
    @Arg('input', () => MoveProgrammeInput) input: MoveProgrammeInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveProgrammeResult> {
    const { em, viewer, locale, now } = context;
    const { programmeId, to, reason = null, expectedVersion = null } = input;
    const violations = aboutReason(reason, false, locale);
    if (violations.length > 0) return invalidForm([], locale, violations);
    const command = { programmeId, to, reason, expectedVersion, actorId: personOf(viewer) };
    const outcome = await moveProgramme(em, command, now());
    if (!('refusal' in outcome)) return programmeNow(outcome.programmeId, context);
    switch (outcome.refusal) {
      case 'programme-not-found':
        return new ProgrammeNotFound(say('PROGRAMME_NOT_FOUND', locale));
      case 'budget-missing':
        return new BudgetMissing(say('BUDGET_MISSING', locale));
      case 'programme-not-over': {
        const { openings, deployments } = outcome;
        return new ProgrammeNotOver(say('PROGRAMME_NOT_OVER', locale, { openings, deployments }), outcome);
      }
      default:
        return stepRefused(outcome, locale);
    }
  }
}

function budgetOf(input: ProgrammeBudgetInput | null | undefined): GivenBudget | null {
  return input ? { amount: input.amount, currency: input.currency.trim().toUpperCase() } : null;
}

async function programmeNow(id: string, { loaders }: PlacementsContext): Promise<ProgrammeSuccess> {
  const row = await loaders.programmeById.clear(id).load(id);
  if (!row) throw new Error(`programme ${id} is gone`);
  return new ProgrammeSuccess(new ProgrammeType(row));
}
