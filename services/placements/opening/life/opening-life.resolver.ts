import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { aboutReason, invalidForm, stepRefused } from '../../form/invalid-form.ts';
import { HostNotAccredited } from '../../host-organisation/host-not-accredited.types.ts';
import { openingNotFound, openingNow } from '../answers.resolver.ts';
import { say } from '../messages.ts';
import {
  DeadlinePassed,
  DeploymentsRunning,
  OffersOpen,
  OpeningIncomplete,
  ProgrammeNotOpen,
} from '../opening-refusals.types.ts';
import { cancelOpening } from './cancel-opening.ts';
import { concludeOpening } from './conclude-opening.ts';
import {
  CancelOpeningResult,
  ConcludeOpeningResult,
  MoveOpeningResult,
  OpeningStepInput,
  PublishOpeningResult,
  ReasonedOpeningStepInput,
  SubmitOpeningResult,
} from './opening-life.types.ts';
import type { NoMove } from './opening-to-move.ts';
import type { Incomplete } from './publication.rules.ts';
import { publishOpening } from './publish-opening.ts';
import { type StepOpening, stepOpening } from './step-opening.ts';
import { submitOpening } from './submit-opening.ts';

@Resolver()
export class OpeningLifeResolver {
  @Allow(signedIn)
  @Mutation(() => SubmitOpeningResult, {
    description:
      'Hands a draft in to be reviewed. By officers of its host and those who run placements; to others there is no such opening.',
  })
  async submitOpening(
    @Arg('input', () => OpeningStepInput) input: OpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof SubmitOpeningResult> {
    const { em, locale, now } = context;
    const outcome = await submitOpening(em, stepIn(input, context), now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    return outcome.refusal === 'opening-incomplete' ? incomplete(outcome, locale) : notMoved(outcome, locale);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveOpeningResult, {
    description: 'Gives an opening in review back to its host, to be worked over. It is a draft again.',
  })
  returnOpening(
    @Arg('input', () => ReasonedOpeningStepInput) { reason, ...input }: ReasonedOpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveOpeningResult> {
    return step({ ...stepIn(input, context), command: 'returnOpening', reason }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => PublishOpeningResult, {
    description:
      'Publishes a reviewed opening: of an open programme, with a host that is accredited now and to the last day of service. Applications are taken until its deadline.',
  })
  async publishOpening(
    @Arg('input', () => OpeningStepInput) input: OpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof PublishOpeningResult> {
    const { em, locale, now } = context;
    const outcome = await publishOpening(em, stepIn(input, context), now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    switch (outcome.refusal) {
      case 'opening-incomplete':
        return incomplete(outcome, locale);
      case 'programme-not-open': {
        const { status } = outcome;
        return new ProgrammeNotOpen(say('PROGRAMME_NOT_OPEN', locale, { status }), status);
      }
      case 'host-not-accredited':
        return new HostNotAccredited(say('HOST_NOT_ACCREDITED', locale), outcome);
      case 'deadline-passed':
        return new DeadlinePassed(say('DEADLINE_PASSED', locale), outcome.applicationDeadline);
      default:
        return notMoved(outcome, locale);
    }
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveOpeningResult, {
    description: 'Closes an opening for applications before its deadline. The portal does so at the deadline.',
  })
  closeOpening(
    @Arg('input', () => OpeningStepInput) input: OpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveOpeningResult> {
    return step({ ...stepIn(input, context), command: 'closeOpening', reason: null }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveOpeningResult, { description: 'Begins to select among those who applied.' })
  beginSelection(
    @Arg('input', () => OpeningStepInput) input: OpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveOpeningResult> {
    return step({ ...stepIn(input, context), command: 'beginSelection', reason: null }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => ConcludeOpeningResult, {
    description:
      'Ends selection: FILLED, PARTLY_FILLED or UNFILLED, as its positions are. Whoever is left is told that they are not selected, and why.',
  })
  async concludeOpening(
    @Arg('input', () => OpeningStepInput) input: OpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof ConcludeOpeningResult> {
    const { em, locale, now } = context;
    const outcome = await concludeOpening(em, stepIn(input, context), now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    if (outcome.refusal !== 'offers-open') return notMoved(outcome, locale);
    const { offered } = outcome;
    return new OffersOpen(say('OFFERS_OPEN', locale, { offered }), offered);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => CancelOpeningResult, {
    description:
      'Cancels a published opening, which cannot be undone. Its applications end, and open offers are rescinded. Not while anybody prepares to serve in it, or serves.',
  })
  async cancelOpening(
    @Arg('input', () => ReasonedOpeningStepInput) { reason, ...input }: ReasonedOpeningStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof CancelOpeningResult> {
    const { em, locale, now } = context;
    const violations = aboutReason(reason, true, locale);
    if (violations.length > 0) return invalidForm([], locale, violations);
    const outcome = await cancelOpening(em, { ...stepIn(input, context), reason }, now());
    if (!('refusal' in outcome)) return openingNow(outcome.openingId, context);
    if (outcome.refusal !== 'deployments-running') return notMoved(outcome, locale);
    const { deployments } = outcome;
    return new DeploymentsRunning(say('DEPLOYMENTS_RUNNING', locale, { deployments }), deployments);
  }
}

function stepIn({ openingId, expectedVersion = null }: OpeningStepInput, { viewer }: PlacementsContext) {
  return { viewer, openingId, expectedVersion };
}

async function step(asked: StepOpening, context: PlacementsContext): Promise<typeof MoveOpeningResult> {
  const { em, locale, now } = context;
  const violations = aboutReason(asked.reason, false, locale);
  if (violations.length > 0) return invalidForm([], locale, violations);
  const outcome = await stepOpening(em, asked, now());
  return 'refusal' in outcome ? notMoved(outcome, locale) : openingNow(outcome.openingId, context);
}

function notMoved(refusal: NoMove, locale: string) {
  return refusal.refusal === 'opening-not-found' ? openingNotFound(locale) : stepRefused(refusal, locale);
}

function incomplete({ missing }: Incomplete, locale: string): OpeningIncomplete {
  return new OpeningIncomplete(say('OPENING_INCOMPLETE', locale, { missing: missing.join(', ') }), missing);
}
