import type { ApplicationStatus } from '../../application/application.rules.ts';
import type { ClearanceKind } from '../../clearance/clearance.rules.ts';
import type { OutstandingClearance } from '../../clearance/standing.rules.ts';
import type { AccreditationShort } from '../../host-organisation/host-organisation.rules.ts';
import type { OfferStatus } from '../../offer/offer.rules.ts';
import type { OpeningStatus } from '../../opening/opening.rules.ts';
import type { BudgetShort, ProgrammeStatus } from '../../programme/programme.rules.ts';

/** Positions of an opening, counted in volunteers. */
export interface Positions {
  readonly total: number;
  readonly offered: number;
  readonly filled: number;
  readonly free: number;
}

/** What may stand between an application and a placement. Days are `2026-10-01`, instants RFC 3339. */
export type PipelineRefusal =
  | {
      readonly refusal:
        | 'application-not-found'
        | 'offer-not-found'
        | 'opening-not-found'
        | 'conflict-of-interest'
        | 'interest-not-declared'
        | 'already-assessed'
        | 'idempotency-key-reused';
    }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: ApplicationStatus;
      readonly to: ApplicationStatus;
      readonly allowed: readonly ApplicationStatus[];
    }
  | { readonly refusal: 'selection-closed'; readonly status: OpeningStatus; readonly startsOn: string }
  | {
      readonly refusal: 'terms-not-confirmed';
      readonly termsVersion: number;
      readonly currentTermsVersion: number;
    }
  | { readonly refusal: 'clearances-outstanding'; readonly outstanding: readonly OutstandingClearance[] }
  | { readonly refusal: 'application-ended'; readonly status: ApplicationStatus }
  | {
      readonly refusal: 'clearance-too-short';
      readonly kind: ClearanceKind;
      readonly validUntil: string;
      readonly neededUntil: string;
    }
  | { readonly refusal: 'positions-exhausted'; readonly positions: Positions }
  | ({ readonly refusal: 'host-not-accredited' } & AccreditationShort)
  | { readonly refusal: 'programme-not-open'; readonly status: ProgrammeStatus }
  | ({ readonly refusal: 'budget-exhausted' } & BudgetShort)
  | {
      readonly refusal: 'overlapping-deployment';
      readonly deploymentId: string;
      readonly startsOn: string;
      readonly endsOn: string;
    }
  | { readonly refusal: 'offer-expired'; readonly expiredAt: string }
  | { readonly refusal: 'offer-ended'; readonly status: OfferStatus }
  | { readonly refusal: 'expiry-out-of-bounds'; readonly problem: 'PAST' | 'AFTER_START' }
  | { readonly refusal: 'reserve-differs'; readonly applicationIds: readonly string[] };

/** Those of the refusals that one act may answer. */
export type Refused<Name extends PipelineRefusal['refusal']> = Name extends unknown
  ? PipelineRefusal & { readonly refusal: Name }
  : never;
