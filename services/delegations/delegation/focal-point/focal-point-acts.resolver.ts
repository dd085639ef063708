import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import {
  FourEyesRequired,
  IdempotencyKeyReused,
  VersionConflict,
  Violation,
} from '../../../shared/graph/user-error.ts';
import { kindOfId } from '../../../shared/ids.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { DelegationsContext } from '../../context.ts';
import { delegationOf } from '../delegation.types.ts';
import { invalidInput, isOver, notFoundOrChanged, violationsOf } from '../delegation-refusals.types.ts';
import { checkKey } from '../invitation/invitation.rules.ts';
import { say } from '../messages.ts';
import { NoteVerbaleNotFound } from '../note-verbale/note-verbale.types.ts';
import { type ConfirmFocalPointOutcome, confirmFocalPoint } from './confirm-focal-point.ts';
import { type DesignateFocalPointOutcome, type Designee, designateFocalPoint } from './designate-focal-point.ts';
import { FOCAL_POINTS_AT_MOST, FocalPointStatus } from './focal-point.rules.ts';
import { FocalPointType } from './focal-point.types.ts';
import {
  AlreadyFocalPoint,
  ConfirmFocalPointInput,
  ConfirmFocalPointResult,
  DesignateFocalPointInput,
  DesignateFocalPointResult,
  FocalPointEnded,
  FocalPointNotDesignated,
  FocalPointNotFound,
  FocalPointSuccess,
  FocalPointsComplete,
  RemoveFocalPointInput,
  RemoveFocalPointResult,
} from './focal-point-acts.types.ts';
import type { NoFocalPoint } from './lock-focal-point.ts';
import { removeFocalPoint } from './remove-focal-point.ts';

@Resolver()
export class FocalPointActsResolver {
  @Allow(signedIn)
  @Mutation(() => DesignateFocalPointResult, {
    description:
      'Names a focal point by a note verbale. By focal points of the delegation, whoever was invited to be one, accreditation officers and administrators; to others there is no such delegation.',
  })
  async designateFocalPoint(
    @Arg('input', () => DesignateFocalPointInput) input: DesignateFocalPointInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof DesignateFocalPointResult> {
    const { em, keys, viewer, locale, now } = context;
    const idempotencyKey = input.idempotencyKey ?? null;
    const designee = designeeOf(input, locale);
    const violations = violationsOf(checkKey(idempotencyKey), locale);
    if (designee instanceof Violation) violations.push(designee);
    if (designee instanceof Violation || violations.length > 0) return invalidInput(violations, locale);
    const { delegationId, noteVerbaleId } = input;
    const expectedVersion = input.expectedVersion ?? null;
    const command = { viewer, idempotencyKey, delegationId, designee, noteVerbaleId, expectedVersion };
    const outcome = await designateFocalPoint(em, keys, command, now());
    return 'refusal' in outcome ? refuseDesignation(outcome, context) : done(outcome, context);
  }

  @Allow(signedIn)
  @Mutation(() => ConfirmFocalPointResult, {
    description:
      'Accepts the note verbale that names a focal point, who acts for the delegation from then on. By accreditation officers of the edition and administrators, other than whoever designated them; to others there is no such focal point.',
  })
  async confirmFocalPoint(
    @Arg('input', () => ConfirmFocalPointInput) { focalPointId, expectedVersion }: ConfirmFocalPointInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof ConfirmFocalPointResult> {
    const { em, viewer, locale, now } = context;
    const command = { viewer, focalPointId, expectedVersion: expectedVersion ?? null };
    const outcome: ConfirmFocalPointOutcome = await confirmFocalPoint(em, command, now());
    if (!('refusal' in outcome)) return done(outcome, context);
    if (outcome.refusal === 'delegation-over') return isOver(outcome, locale);
    if (outcome.refusal === 'not-designated') {
      return new FocalPointNotDesignated(say('FOCAL_POINT_NOT_DESIGNATED', locale));
    }
    if (outcome.refusal === 'four-eyes-required') {
      return new FourEyesRequired(say('FOUR_EYES_REQUIRED', locale));
    }
    return noFocalPoint(outcome, locale);
  }

  @Allow(signedIn)
  @Mutation(() => RemoveFocalPointResult, {
    description:
      'Ends what a focal point was named for; it is kept who they were. By focal points of the delegation, accreditation officers of the edition and administrators; to others there is no such focal point.',
  })
  async removeFocalPoint(
    @Arg('input', () => RemoveFocalPointInput) { focalPointId, expectedVersion, ...input }: RemoveFocalPointInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof RemoveFocalPointResult> {
    const { em, viewer, locale, now } = context;
    const reason = input.reason ?? null;
    const violation = reasonViolation(reason, locale);
    if (violation) return invalidInput([violation], locale);
    const command = { viewer, focalPointId, reason, expectedVersion: expectedVersion ?? null };
    const outcome = await removeFocalPoint(em, command, now());
    return 'refusal' in outcome ? noFocalPoint(outcome, locale) : done(outcome, context);
  }
}

function designeeOf({ personId, email }: DesignateFocalPointInput, locale: string): Designee | Violation {
  if (personId != null && email == null) {
    if (kindOfId(personId) === 'person') return { personId };
    return new Violation(['input', 'personId'], 'NOT_A_PERSON', say('NOT_A_PERSON', locale));
  }
  if (email != null && personId == null) return { email };
  return new Violation(['input', 'email'], 'ONE_OF', say('ONE_OF', locale));
}

async function done(
  { delegationId, focalPointId }: { readonly delegationId: string; readonly focalPointId: string },
  { loaders }: DelegationsContext,
): Promise<FocalPointSuccess> {
  const focalPoint = await focalPointOf(focalPointId, delegationId, loaders);
  return new FocalPointSuccess(focalPoint, await delegationOf(delegationId, loaders.delegationById));
}

async function focalPointOf(
  id: string,
  delegationId: string,
  { focalPointsByDelegation }: DelegationsContext['loaders'],
): Promise<FocalPointType> {
  const rows = await focalPointsByDelegation.clear(delegationId).load(delegationId);
  const row = rows.find((one) => one.id === id);
  if (!row) throw new Error(`focal point ${id} is gone`);
  return new FocalPointType(row);
}

async function refuseDesignation(
  refusal: Extract<DesignateFocalPointOutcome, { refusal: string }>,
  { locale, loaders }: DelegationsContext,
): Promise<typeof DesignateFocalPointResult> {
  switch (refusal.refusal) {
    case 'delegation-not-found':
    case 'version-conflict':
      return notFoundOrChanged(refusal, locale);
    case 'delegation-over':
      return isOver(refusal, locale);
    case 'note-verbale-not-found':
      return new NoteVerbaleNotFound(say('NOTE_VERBALE_NOT_FOUND', locale));
    case 'already-focal-point': {
      const focalPoint = await focalPointOf(refusal.focalPointId, refusal.delegationId, loaders);
      return new AlreadyFocalPoint(say('ALREADY_FOCAL_POINT', locale), focalPoint);
    }
    case 'focal-points-complete': {
      const rows = await loaders.focalPointsByDelegation.load(refusal.delegationId);
      const taken = rows.filter(
        ({ status }) => status === FocalPointStatus.DESIGNATED || status === FocalPointStatus.CONFIRMED,
      );
      const message = say('FOCAL_POINTS_COMPLETE', locale, { most: FOCAL_POINTS_AT_MOST });
      return new FocalPointsComplete(
        message,
        taken.map((row) => new FocalPointType(row)),
      );
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

function noFocalPoint(refusal: NoFocalPoint, locale: string): FocalPointNotFound | FocalPointEnded | VersionConflict {
  switch (refusal.refusal) {
    case 'focal-point-not-found':
      return new FocalPointNotFound(say('FOCAL_POINT_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'focal-point-ended':
      return new FocalPointEnded(say('FOCAL_POINT_ENDED', locale), new Date(refusal.until));
  }
}
