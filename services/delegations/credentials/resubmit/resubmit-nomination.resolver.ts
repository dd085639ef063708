import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../../context.ts';
import { composes } from '../../nomination/nomination.rules.ts';
import { nominationOf } from '../../nomination/nomination.types.ts';
import { checkNames, tidyNames } from '../../nomination/nominee/nominee.rules.ts';
import { namesOf } from '../../nomination/nominee/nominee.types.ts';
import {
  closed,
  invalidTransition,
  plainRefusals,
  versionConflict,
  violationsOf,
} from '../../nomination/refusal/refusals.types.ts';
import { say } from '../messages.ts';
import { type ResubmitNominationOutcome, resubmitNomination } from './resubmit-nomination.ts';
import {
  ResubmitNominationInput,
  ResubmitNominationResult,
  ResubmitNominationSuccess,
} from './resubmit-nomination.types.ts';

@Resolver()
export class ResubmitNominationResolver {
  @Allow(signedIn)
  @Mutation(() => ResubmitNominationResult, {
    description:
      'Puts forward again somebody whose credentials were returned, with their names put right. For whoever composes the delegation; for everybody else it is not found.',
  })
  async resubmitNomination(
    @Arg('input', () => ResubmitNominationInput) input: ResubmitNominationInput,
    @Ctx() { em, viewer, locale, loaders, now }: DelegationsContext,
  ): Promise<typeof ResubmitNominationResult> {
    const { idempotencyKey = null, nominationId, expectedVersion = null } = input;
    const names = tidyNames(namesOf(input));
    const violations = violationsOf(checkNames(names), (path) => ['input', ...path], locale);
    if (violations.length > 0) {
      return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
    }
    const mayCompose = (delegationId: string) => composes(viewer, delegationId);
    const command = { actorId: personOf(viewer), idempotencyKey, nominationId, names, expectedVersion, mayCompose };
    const outcome = await resubmitNomination(em, command, now());
    if ('refusal' in outcome) return refuse(outcome, locale);
    return new ResubmitNominationSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }
}

function refuse(refusal: Extract<ResubmitNominationOutcome, { refusal: string }>, locale: string) {
  switch (refusal.refusal) {
    case 'version-conflict':
      return versionConflict(refusal, locale);
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'invalid-transition':
      return invalidTransition(refusal, locale);
    case 'nomination-not-found':
      return plainRefusals['nomination-not-found'](locale);
    case 'idempotency-key-reused':
      return plainRefusals['idempotency-key-reused'](locale);
  }
}
