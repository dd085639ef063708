import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holdersOver, personOf } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { ForumContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { EditionNotFound } from '../register/register-for-forum.types.ts';
import { REVIEWERS } from '../registration.rules.ts';
import { extendDeadline } from './extend-deadline.ts';
import {
  ExtendRegistrationDeadlineInput,
  ExtendRegistrationDeadlineResult,
  ExtendRegistrationDeadlineSuccess,
} from './extend-deadline.types.ts';

@Resolver()
export class ExtendDeadlineResolver {
  @Allow(holdersOver<Call>('EDITION', ({ args }) => args.input.editionId, ...REVIEWERS))
  @Mutation(() => ExtendRegistrationDeadlineResult, {
    description: 'Lets one person register, and change their registration, after the deadline for everyone has passed.',
  })
  async extendRegistrationDeadline(
    @Arg('input', () => ExtendRegistrationDeadlineInput) input: ExtendRegistrationDeadlineInput,
    @Ctx() { em, viewer, locale, now }: ForumContext,
  ): Promise<typeof ExtendRegistrationDeadlineResult> {
    const reason = input.reason ?? null;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const outcome = await extendDeadline(em, { ...input, actorId: personOf(viewer), reason }, now());
    if (!('refusal' in outcome)) return new ExtendRegistrationDeadlineSuccess(input.personId, outcome.until);
    if (outcome.refusal === 'edition-not-found') return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
    const message = say('DEADLINE_OUTSIDE', locale, { latest: outcome.latest?.toISOString() ?? '—' });
    return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [
      new Violation(['input', 'until'], 'DEADLINE_OUTSIDE', message),
    ]);
  }
}
