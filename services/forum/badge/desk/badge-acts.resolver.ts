import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import {
  FourEyesRequired,
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { ForumContext } from '../../context.ts';
import {
  RegistrationNotConfirmed,
  RegistrationNotFound,
} from '../../registration/refusal/registration-refusals.types.ts';
import { whoeverIsAtADesk } from '../badge.rules.ts';
import { BadgeType } from '../badge.types.ts';
import { type AskForBadgeOutcome, askForBadge } from '../issue-badge.ts';
import { say } from '../messages.ts';
import { activateBadge, type HandOutRefusal, reissueBadge } from './activate-badge.ts';
import {
  ActivateBadgeInput,
  ActivateBadgeResult,
  ActivateBadgeSuccess,
  BadgeNotFound,
  DelegateNotAdmitted,
  EditionWithoutDates,
  IdNotChecked,
  IssueBadgeInput,
  IssueBadgeResult,
  IssueBadgeSuccess,
  OwnBadge,
  ReissueBadgeInput,
  ReissueBadgeResult,
  ReissueBadgeSuccess,
  ReportBadgeLostInput,
  ReportBadgeLostResult,
  ReportBadgeLostSuccess,
  RevokeBadgeInput,
  RevokeBadgeResult,
  RevokeBadgeSuccess,
} from './badge-acts.types.ts';
import { reportBadgeLost, revokeBadge } from './end-badge.ts';
import type { BadgeAct, BadgeRefusal } from './lock-badge.ts';

@Resolver()
export class BadgeActsResolver {
  @Allow(signedIn)
  @Mutation(() => IssueBadgeResult, {
    description:
      "The badge of the viewer's own registration, or for the desk of anybody's: made where it is missing. After one was revoked, the desk alone has another made.",
  })
  async issueBadge(
    @Arg('input', () => IssueBadgeInput) input: IssueBadgeInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof IssueBadgeResult> {
    const { em, keys, viewer, now } = context;
    const { registrationId, idempotencyKey = null } = input;
    const command = { viewer, actorId: personOf(viewer), registrationId, idempotencyKey };
    const outcome = await askForBadge(em, keys, command, now());
    if ('refusal' in outcome) return notIssued(outcome, context);
    return new IssueBadgeSuccess(await badgeOf(outcome.badgeId, context));
  }

  @Allow(whoeverIsAtADesk)
  @Mutation(() => ActivateBadgeResult, {
    description:
      'Hands out a badge to its holder, whose ID the desk has checked. It opens doors from now on. That of a delegate, once their credentials are approved or admitted provisionally.',
  })
  async activateBadge(
    @Arg('input', () => ActivateBadgeInput) input: ActivateBadgeInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ActivateBadgeResult> {
    const { kind, checked } = input.idCheck;
    const command = { ...actOf(input, context), idCheck: { kind, checked } };
    const outcome = await activateBadge(context.em, command, context.now());
    if ('refusal' in outcome) return notHandedOut(outcome, context);
    return new ActivateBadgeSuccess(await badgeOf(outcome.badgeId, context));
  }

  @Allow(whoeverIsAtADesk)
  @Mutation(() => ReportBadgeLostResult, { description: 'Stops a badge that its holder has lost.' })
  async reportBadgeLost(
    @Arg('input', () => ReportBadgeLostInput) input: ReportBadgeLostInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ReportBadgeLostResult> {
    const outcome = await reportBadgeLost(context.em, actOf(input, context), context.now());
    if ('refusal' in outcome) return refused(outcome, context);
    return new ReportBadgeLostSuccess(await badgeOf(outcome.badgeId, context));
  }

  @Allow(whoeverIsAtADesk)
  @Mutation(() => ReissueBadgeResult, {
    description: 'Gives the holder of a lost badge another, with a serial of its own.',
  })
  async reissueBadge(
    @Arg('input', () => ReissueBadgeInput) input: ReissueBadgeInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ReissueBadgeResult> {
    const { idCheck = null } = input;
    const command = {
      ...actOf(input, context),
      idCheck: idCheck && { kind: idCheck.kind, checked: idCheck.checked },
    };
    const outcome = await reissueBadge(context.em, context.keys, command, context.now());
    if ('refusal' in outcome) return notHandedOut(outcome, context);
    const [badge, replaced] = [await badgeOf(outcome.badgeId, context), await badgeOf(outcome.replacedId, context)];
    return new ReissueBadgeSuccess(badge, replaced);
  }

  @Allow(whoeverIsAtADesk)
  @Mutation(() => RevokeBadgeResult, { description: 'Takes a badge out of force. The registration stays as it is.' })
  async revokeBadge(
    @Arg('input', () => RevokeBadgeInput) input: RevokeBadgeInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RevokeBadgeResult> {
    const { reason } = input;
    const violation = reasonViolation(reason, context.locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', context.locale, { count: 1 }), [violation]);
    const outcome = await revokeBadge(context.em, { ...actOf(input, context), reason }, context.now());
    if ('refusal' in outcome) return refused(outcome, context);
    return new RevokeBadgeSuccess(await badgeOf(outcome.badgeId, context));
  }
}

function actOf(
  { serial, expectedVersion = null }: { serial: string; expectedVersion?: number | null },
  { viewer }: ForumContext,
): BadgeAct {
  return { viewer, actorId: personOf(viewer), serial, expectedVersion };
}

async function badgeOf(id: string, { loaders }: ForumContext): Promise<BadgeType> {
  const row = await loaders.badgeById.load(id);
  if (!row) throw new Error(`badge ${id} is gone`);
  return new BadgeType(row);
}

function refused(refusal: BadgeRefusal, { locale }: ForumContext) {
  switch (refusal.refusal) {
    case 'badge-not-found':
      return new BadgeNotFound(say('BADGE_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
    case 'invalid-transition':
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from: refusal.from, to: refusal.to }), refusal);
  }
}

function notHandedOut(refusal: HandOutRefusal, context: ForumContext) {
  const { locale } = context;
  switch (refusal.refusal) {
    case 'id-not-checked':
      return new IdNotChecked(say('ID_NOT_CHECKED', locale));
    case 'own-badge':
      return new OwnBadge(say('OWN_BADGE', locale));
    case 'four-eyes-required':
      return new FourEyesRequired(say('FOUR_EYES_REQUIRED', locale));
    case 'edition-without-dates':
      return new EditionWithoutDates(say('EDITION_WITHOUT_DATES', locale));
    case 'registration-not-confirmed':
      return new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale), refusal.status);
    case 'delegate-not-admitted': {
      const { admission } = refusal;
      return new DelegateNotAdmitted(say(`NOT_ADMITTED_${admission}`, locale), admission);
    }
    default:
      return refused(refusal, context);
  }
}

function notIssued(refusal: Extract<AskForBadgeOutcome, { refusal: string }>, { locale }: ForumContext) {
  switch (refusal.refusal) {
    case 'registration-not-found':
      return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    case 'registration-not-confirmed':
      return new RegistrationNotConfirmed(say('REGISTRATION_NOT_CONFIRMED', locale), refusal.status);
    case 'edition-without-dates':
      return new EditionWithoutDates(say('EDITION_WITHOUT_DATES', locale));
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
