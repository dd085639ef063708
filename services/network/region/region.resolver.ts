import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Locale } from '../../shared/graph/scalars.ts';
import { localize } from '../../shared/text/localize.rules.ts';
import type { NetworkContext } from '../context.ts';
import { RegionType } from './region.types.ts';

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => String, { description: 'In the asked language, or the nearest there is.' })
  name(
    @Root() { code, names }: RegionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): string {
    return localize(names, locale ?? context.locale)?.text ?? code;
  }
}
