import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type Overlap, overlapOf } from '../../deployment/overlap.ts';
import { lockOpening } from '../../opening/move-opening.ts';
import type { Opening } from '../../opening/opening.entity.ts';
import type { OpeningStatus } from '../../opening/opening.rules.ts';
import { Application } from '../application.entity.ts';
import { ACTIVE, ApplicationStatus } from '../application.rules.ts';
import { isEligible, judge, RULES_VERSION, type RuleResult } from '../eligibility/eligibility.rules.ts';
import { lockPlacing } from '../lock-person.ts';
import { keysOf } from '../move-application.ts';
import { type ApplicationForm, keptForm } from './application-form.rules.ts';
import { intakeOf } from './intake.rules.ts';

export interface ApplyToOpening {
  readonly openingId: string;
  readonly personId: string;
  readonly idempotencyKey: string | null;
  /** Checked already, but for what the opening decides. */
  readonly form: ApplicationForm;
}

export type ApplyToOpeningOutcome =
  | { readonly applicationId: string }
  | { readonly refusal: 'opening-not-found' | 'available-too-late' | 'idempotency-key-reused' }
  | { readonly refusal: 'applications-closed'; readonly deadline: string; readonly status: OpeningStatus }
  | { readonly refusal: 'already-applied'; readonly applicationId: string }
  | { readonly refusal: 'not-eligible'; readonly failed: readonly RuleResult[] }
  | Overlap;

/**
 * Takes a person's application for an opening. How they were judged is kept with it, with the version of the rules.
 *
 * Holds the locks on the person and the opening until commit, so that closing it and applying twice are decided one by one.
 */
export function applyToOpening(em: EntityManager, command: ApplyToOpening, now: Date): Promise<ApplyToOpeningOutcome> {
  const { idempotencyKey, personId, ...input } = command;
  return em.transactional((tx) =>
    once<ApplyToOpeningOutcome>(
      tx,
      { actorId: personId, operation: 'applyToOpening', key: idempotencyKey, input },
      now,
      () => apply(tx, command, now),
    ),
  );
}

async function apply(tx: EntityManager, command: ApplyToOpening, now: Date): Promise<ApplyToOpeningOutcome> {
  const { openingId, personId, form } = command;
  await lockPlacing(tx, personId);
  const opening = await lockOpening(tx, openingId);
  const intake = opening && intakeOf(opening, now);
  if (!opening || intake === 'unknown') return { refusal: 'opening-not-found' };
  const earlier = await tx.findOne(Application, { opening, personId, status: { $in: [...ACTIVE] } });
  if (earlier) return { refusal: 'already-applied', applicationId: earlier.id };
  if (intake === 'closed') {
    const { applicationDeadline, status } = opening;
    return { refusal: 'applications-closed', deadline: applicationDeadline.toISOString(), status };
  }
  if (form.availableFrom > opening.startsOn) return { refusal: 'available-too-late' };
  const { startsOn, endsOn } = opening;
  const overlap = await overlapOf(tx, { personId, startsOn, endsOn, exceptId: null });
  if (overlap) return overlap;
  const eligibility = judge(opening.requirements, form, opening.startsOn);
  if (!isEligible(eligibility)) return { refusal: 'not-eligible', failed: eligibility.filter(({ met }) => !met) };

  const application = note(tx, command, opening, eligibility, now);
  await tx.flush();
  return { applicationId: application.id };
}

function note(
  tx: EntityManager,
  { personId, form }: ApplyToOpening,
  opening: Opening,
  eligibility: readonly RuleResult[],
  now: Date,
): Application {
  const status = ApplicationStatus.SUBMITTED;
  const application = tx.create(Application, {
    ...keptForm(form),
    id: newId('application'),
    opening,
    personId,
    status,
    termsVersion: opening.termsVersion,
    rulesVersion: RULES_VERSION,
    eligibility,
    submittedAt: now,
  });
  const changes = [{ field: 'status', from: null, to: status }];
  audit(tx, { actorId: personId, command: 'applyToOpening', subjectId: application.id, changes }, now);
  publish(tx, 'ApplicationMoved', { ...keysOf(application), from: null, to: status, outcome: null }, now);
  return application;
}
