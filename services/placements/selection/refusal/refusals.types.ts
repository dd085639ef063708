import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  type UserError,
  VersionConflict,
  Violation,
} from '../../../shared/graph/user-error.ts';
import { ApplicationEnded, ApplicationNotFound } from '../../application/refusals.types.ts';
import { ClearancesOutstanding, ClearanceTooShort } from '../../clearance/clearance-refusals.types.ts';
import { OverlappingDeployment } from '../../deployment/refusal/deployment-refusals.types.ts';
import { HostNotAccredited } from '../../host-organisation/host-not-accredited.types.ts';
import { PlacementOfferExpired, PositionsExhausted } from '../../offer/offer-refusals.types.ts';
import { OpeningNotFound, ProgrammeNotOpen } from '../../opening/opening-refusals.types.ts';
import { BudgetExhausted } from '../../programme/budget-exhausted.types.ts';
import { say, type selectionMessages } from '../messages.ts';
import {
  AlreadyAssessed,
  ConflictOfInterest,
  InterestNotDeclared,
  PlacementOfferEnded,
  PlacementOfferNotFound,
  ReserveDiffers,
  SelectionClosed,
  TermsNotConfirmed,
} from './pipeline-refusals.types.ts';
import type { PipelineRefusal } from './refusal.rules.ts';

/** What is wrong with an input, as the graph tells it. */
export function invalid(violations: Violation[], locale: string): InvalidInput {
  return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
}

/** One thing wrong with an input, by its stable code. */
export function violation(
  path: readonly string[],
  code: keyof typeof selectionMessages,
  locale: string,
  values: Readonly<Record<string, number>> = {},
): Violation {
  return new Violation(['input', ...path], code, say(code, locale, values));
}

/** A refusal as the graph tells it, in the viewer's language. */
export function refuse(refusal: PipelineRefusal, locale: string): UserError {
  switch (refusal.refusal) {
    case 'application-not-found':
      return new ApplicationNotFound(say('APPLICATION_NOT_FOUND', locale));
    case 'offer-not-found':
      return new PlacementOfferNotFound(say('PLACEMENT_OFFER_NOT_FOUND', locale));
    case 'opening-not-found':
      return new OpeningNotFound(say('OPENING_NOT_FOUND', locale));
    case 'conflict-of-interest':
      return new ConflictOfInterest(say('CONFLICT_OF_INTEREST', locale));
    case 'interest-not-declared':
      return new InterestNotDeclared(say('INTEREST_NOT_DECLARED', locale));
    case 'already-assessed':
      return new AlreadyAssessed(say('ALREADY_ASSESSED', locale));
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition': {
      const { from, to } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), refusal);
    }
    case 'selection-closed':
      return new SelectionClosed(say('SELECTION_CLOSED', locale), refusal);
    case 'terms-not-confirmed':
      return new TermsNotConfirmed(say('TERMS_NOT_CONFIRMED', locale), refusal);
    case 'clearances-outstanding': {
      const { outstanding } = refusal;
      return new ClearancesOutstanding(
        say('CLEARANCES_OUTSTANDING', locale, { count: outstanding.length }),
        outstanding,
      );
    }
    case 'application-ended':
      return new ApplicationEnded(say('APPLICATION_ENDED', locale), refusal.status);
    case 'clearance-too-short': {
      const { neededUntil } = refusal;
      return new ClearanceTooShort(say('CLEARANCE_TOO_SHORT', locale, { neededUntil }), refusal);
    }
    case 'positions-exhausted':
      return new PositionsExhausted(say('POSITIONS_EXHAUSTED', locale), refusal.positions);
    case 'host-not-accredited':
      return new HostNotAccredited(say('HOST_NOT_ACCREDITED', locale), refusal);
    case 'programme-not-open':
      return new ProgrammeNotOpen(say('PROGRAMME_NOT_OPEN', locale), refusal.status);
    case 'budget-exhausted':
      return new BudgetExhausted(say('BUDGET_EXHAUSTED', locale), refusal);
    case 'overlapping-deployment': {
      const { startsOn, endsOn } = refusal;
      return new OverlappingDeployment(say('OVERLAPPING_DEPLOYMENT', locale, { startsOn, endsOn }), refusal);
    }
    case 'offer-expired':
      return new PlacementOfferExpired(say('PLACEMENT_OFFER_EXPIRED', locale), refusal.expiredAt);
    case 'offer-ended':
      return new PlacementOfferEnded(say('PLACEMENT_OFFER_ENDED', locale), refusal.status);
    case 'expiry-out-of-bounds':
      return invalid([violation(['expiresAt'], refusal.problem, locale)], locale);
    case 'reserve-differs':
      return new ReserveDiffers(say('RESERVE_DIFFERS', locale), refusal.applicationIds);
  }
}
