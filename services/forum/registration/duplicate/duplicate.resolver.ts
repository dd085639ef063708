import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holdersOver, holds, personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { say } from '../../messages.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { REVIEWERS } from '../registration.rules.ts';
import { RegistrationType, registrationOf } from '../registration.types.ts';
import {
  DuplicateProposalConnection,
  DuplicateProposalType,
  duplicateKey,
  SettleDuplicateInput,
  SettleDuplicateResult,
  SettleDuplicateSuccess,
} from './duplicate.types.ts';
import { settleDuplicate } from './settle-duplicate.ts';

@Resolver(() => EditionType)
export class EditionDuplicatesResolver {
  @Allow<EditionType>(holdersOver<Call<EditionType>>('EDITION', ({ of }) => of.id, ...REVIEWERS))
  @FieldResolver(() => DuplicateProposalConnection, {
    nullable: true,
    description: 'Registrations that may be one person’s, until somebody has decided.',
  })
  async duplicateProposals(
    @Root() { id }: EditionType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: ForumContext,
  ) {
    const cut = await loaders.duplicatesByEdition.load({ owner: id, page: pageOf(page, 2) });
    return DuplicateProposalConnection.of(cut, duplicateKey, (row) => new DuplicateProposalType(row));
  }

  @Allow(signedIn)
  @Mutation(() => SettleDuplicateResult, {
    description:
      'Decides about two registrations that may be one person’s. For accreditation officers and administrators of their edition; for everybody else they are not found.',
  })
  async settleDuplicate(
    @Arg('input', () => SettleDuplicateInput) input: SettleDuplicateInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof SettleDuplicateResult> {
    const { viewer, locale, loaders } = context;
    const reason = input.reason ?? null;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const mayReview = (editionId: string) => holds(viewer, REVIEWERS, { kind: 'EDITION', id: editionId });
    const command = { ...input, actorId: personOf(viewer), reason, mayReview };
    const outcome = await settleDuplicate(context.em, command, context.now());
    if ('refusal' in outcome) return new RegistrationNotFound(say('REGISTRATION_NOT_FOUND', locale));
    const [kept, other] = outcome.registrationIds;
    return new SettleDuplicateSuccess(
      await registrationOf(kept, loaders.registrationById),
      await registrationOf(other, loaders.registrationById),
    );
  }
}

@Resolver(() => DuplicateProposalType)
export class DuplicateProposalResolver {
  @FieldResolver(() => [RegistrationType], { description: 'The two, the earlier ID first.' })
  async registrations(
    @Root() { firstId, secondId }: DuplicateProposalType,
    @Ctx() { loaders }: ForumContext,
  ): Promise<RegistrationType[]> {
    const rows = await loaders.registrationById.loadMany([firstId, secondId]);
    return rows.flatMap((row) => (row && !(row instanceof Error) ? [new RegistrationType(row)] : []));
  }
}
