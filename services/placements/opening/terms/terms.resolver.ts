import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Locale } from '../../../shared/graph/scalars.ts';
import { localize } from '../../../shared/text/localize.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { OpeningType } from '../opening.types.ts';
import { EntitlementType, OpeningTermsType, RequiredClearanceType } from './terms.types.ts';

@Resolver(() => OpeningType)
export class TermsResolver {
  @FieldResolver(() => [EntitlementType], { description: 'What volunteers are given.' })
  entitlements(@Root() { row }: OpeningType): EntitlementType[] {
    return row.entitlements.map((one) => new EntitlementType(one));
  }

  @FieldResolver(() => [RequiredClearanceType], { description: 'What is checked about those who are chosen.' })
  clearances(@Root() { row }: OpeningType): RequiredClearanceType[] {
    return row.clearances.map((one) => new RequiredClearanceType(one));
  }

  @FieldResolver(() => [OpeningTermsType], {
    description: 'Its terms in all their versions, the first one first; the last one holds.',
  })
  async termsHistory(@Root() { id }: OpeningType, @Ctx() { loaders }: PlacementsContext): Promise<OpeningTermsType[]> {
    const rows = await loaders.termsByOpening.load(id);
    return rows.map((row) => new OpeningTermsType(row));
  }
}

@Resolver(() => EntitlementType)
export class EntitlementResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What there is to know of it, in the asked language where it is written in that. Null without a note.',
  })
  note(
    @Root() { notes }: EntitlementType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: PlacementsContext,
  ): string | null {
    return localize(notes, locale ?? context.locale)?.text ?? null;
  }
}
