import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holds, personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { DelegationsContext } from '../../context.ts';
import { say } from '../messages.ts';
import { actorOn, VERIFIERS } from '../nomination.rules.ts';
import { NominationType, nominationOf } from '../nomination.types.ts';
import { closed, plainRefusals } from '../refusal/refusals.types.ts';
import { type WaiveSubstitutionLimitOutcome, waiveSubstitutionLimit } from './waive-substitution-limit.ts';
import {
  SubstitutionNotLimited,
  WaiveSubstitutionLimitInput,
  WaiveSubstitutionLimitResult,
  WaiveSubstitutionLimitSuccess,
} from './waiver.types.ts';

@Resolver(() => NominationType)
export class WaiverResolver {
  @Allow(signedIn)
  @Mutation(() => WaiveSubstitutionLimitResult, {
    description:
      'Allows one more substitution of, or by, somebody who has used up theirs in the edition. By accreditation officers and administrators; for everybody else the nomination is not found.',
  })
  async waiveSubstitutionLimit(
    @Arg('input', () => WaiveSubstitutionLimitInput) input: WaiveSubstitutionLimitInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof WaiveSubstitutionLimitResult> {
    const { idempotencyKey = null, nominationId, reason } = input;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const mayWaive = (id: string) => holds(viewer, VERIFIERS, { kind: 'EDITION', id });
    const command = { actorId: personOf(viewer), idempotencyKey, nominationId, reason, mayWaive };
    const outcome = await waiveSubstitutionLimit(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new WaiveSubstitutionLimitSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description:
      'When one more substitution was allowed beyond the limit of one for each person and edition. Null where none was, once it is used up, and for whoever neither is the nominee, nor composes the delegation, nor checks its credentials.',
  })
  async substitutionWaivedAt(
    @Root() { row }: NominationType,
    @Ctx() { viewer, loaders }: DelegationsContext,
  ): Promise<Date | null> {
    const { person_id: personId, delegation_id: delegationId, edition_id: editionId } = row;
    if (!actorOn(viewer, { personId, delegationId, editionId })) return null;
    return (await loaders.openWaiverByNomination.load(row.id))?.granted_at ?? null;
  }
}

function refuse(refusal: Extract<WaiveSubstitutionLimitOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'substitution-not-limited':
      return new SubstitutionNotLimited(say('SUBSTITUTION_NOT_LIMITED', locale));
    default:
      return plainRefusals[refusal.refusal](locale);
  }
}
