import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holdersOver, personOf } from '../../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../../shared/access/allow.ts';
import { InvalidTransition } from '../../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../../context.ts';
import { EditionIncomplete, EditionNotBegun, EditionNotOver } from '../administration.types.ts';
import { editionOf, notChanged } from '../answers.resolver.ts';
import { say } from '../messages.ts';
import { type ChangeEditionStatusOutcome, changeEditionStatus } from './change-edition-status.ts';
import {
  ChangeEditionStatusInput,
  ChangeEditionStatusResult,
  ChangeEditionStatusSuccess,
} from './change-edition-status.types.ts';

type Refusal = Extract<ChangeEditionStatusOutcome, { refusal: string }>;

@Resolver()
export class ChangeEditionStatusResolver {
  @Allow(holdersOver<Call>('EDITION', ({ args }) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => ChangeEditionStatusResult, {
    description:
      'Takes an edition a step further. Cancelled: every registration is cancelled. Postponed: its dates are cleared, and offers of seats go back to the queue. Finished: whoever still waits is cancelled, documents kept for it are deleted, and dietary and accessibility needs 30 days later. Archived: what people wrote in their registrations is deleted 24 months later. The portal itself opens and closes registration, begins and finishes the edition when its dates come.',
  })
  async changeEditionStatus(
    @Arg('input', () => ChangeEditionStatusInput) { editionId, to, expectedVersion }: ChangeEditionStatusInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ChangeEditionStatusResult> {
    const actorId = personOf(context.viewer);
    const command = { actorId, editionId, to, expectedVersion: expectedVersion ?? null };
    const outcome = await changeEditionStatus(context.em, command, context.now());
    if ('refusal' in outcome) return refused(outcome, to, context.locale);
    return new ChangeEditionStatusSuccess(await editionOf(outcome.editionId, context));
  }
}

function refused(refusal: Refusal, to: string, locale: string): typeof ChangeEditionStatusResult {
  switch (refusal.refusal) {
    case 'invalid-transition': {
      const { from, allowed } = refusal;
      return new InvalidTransition(say('INVALID_TRANSITION', locale, { from, to }), { from, to, allowed });
    }
    case 'edition-incomplete': {
      const { missing } = refusal;
      return new EditionIncomplete(say('EDITION_INCOMPLETE', locale, { count: missing.length }), missing);
    }
    case 'edition-not-begun':
      return new EditionNotBegun(say('EDITION_NOT_BEGUN', locale), refusal.beginsAt);
    case 'edition-not-over':
      return new EditionNotOver(say('EDITION_NOT_OVER', locale), refusal.endsAt);
    default:
      return notChanged(refusal, locale);
  }
}
