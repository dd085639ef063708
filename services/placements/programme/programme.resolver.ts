import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, holds } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { PLACERS } from '../application/application.rules.ts';
import type { PlacementsContext } from '../context.ts';
import { stepsFrom } from '../form/step.rules.ts';
import { ProgrammeStatus, programmeTransitions } from './programme.rules.ts';
import {
  CountryReference,
  ProgrammeBudgetType,
  ProgrammeConnection,
  ProgrammeType,
  programmeKey,
} from './programme.types.ts';

@Resolver(() => ProgrammeType)
export class ProgrammeResolver {
  @Allow(anyone)
  @Query(() => ProgrammeConnection, {
    description:
      'Programmes that send volunteers abroad, the earliest first. Drafts are there for those who run placements.',
  })
  async programmes(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: PlacementsContext) {
    const cut = await loaders.programmes.load({ owner: '', page: pageOf(page, 2) });
    return ProgrammeConnection.of(cut, programmeKey, (row) => new ProgrammeType(row));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no name is written yet.' })
  name(
    @Root() { name }: ProgrammeType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: PlacementsContext,
  ): LocalizedText | null {
    return LocalizedText.of(name, locale ?? context.locale);
  }

  @FieldResolver(() => [CountryReference], { description: 'Where its volunteers serve.' })
  hostCountries(@Root() { hostCountries }: ProgrammeType): CountryReference[] {
    return hostCountries.map((code) => new CountryReference(code));
  }

  @Allow(holders(...PLACERS))
  @FieldResolver(() => ProgrammeBudgetType, {
    nullable: true,
    description: 'Its money, and what is left of it. Null where no budget is known.',
  })
  budget(@Root() { money }: ProgrammeType): ProgrammeBudgetType | null {
    return money;
  }

  @FieldResolver(() => [ProgrammeStatus], {
    description:
      'Where the viewer may take it from here, with `moveProgramme`. Empty for all but those who run placements.',
  })
  allowedTransitions(@Root() { status }: ProgrammeType, @Ctx() { viewer }: PlacementsContext): ProgrammeStatus[] {
    if (!holds(viewer, PLACERS, { kind: 'ALL', id: null })) return [];
    return stepsFrom(programmeTransitions, status, ['placement-officer']);
  }
}
