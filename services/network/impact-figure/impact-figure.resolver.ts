import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { NetworkContext } from '../context.ts';
import { ImpactFigureType } from './impact-figure.types.ts';

@Resolver(() => ImpactFigureType)
export class ImpactFigureResolver {
  @Allow(anyone)
  @Query(() => [ImpactFigureType], {
    description:
      'The figures that stand for a year, each with its source. Where sources differ, each has its own; none are added up.',
  })
  async impactFigures(
    @Arg('year', () => Int) year: number,
    @Arg('key', () => String, { nullable: true, description: 'Of one key alone; of all when absent.' })
    key: string | null | undefined,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<ImpactFigureType[]> {
    const rows = await loaders.impactFiguresByYear.load(String(year));
    return rows.filter((row) => key == null || row.definition_key === key).map((row) => new ImpactFigureType(row));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'What it is called.' })
  label(
    @Root() { labels }: ImpactFigureType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(labels, locale ?? context.locale);
  }

  @FieldResolver(() => LocalizedText, {
    nullable: true,
    description: 'What the source leaves open. Null where nothing is noted.',
  })
  note(
    @Root() { notes }: ImpactFigureType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(notes, locale ?? context.locale);
  }

  @FieldResolver(() => [ImpactFigureType], { description: 'All that it was before, the newest first.' })
  async history(
    @Root() { lineId, version }: ImpactFigureType,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<ImpactFigureType[]> {
    const line = await loaders.impactFiguresByLine.load(lineId);
    return line.filter((row) => row.version < version).map((row) => new ImpactFigureType(row));
  }

  @FieldResolver(() => ImpactFigureType, {
    nullable: true,
    description: 'What stands in its place after all corrections. Null while it stands itself.',
  })
  async current(
    @Root() { lineId, supersededAt }: ImpactFigureType,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<ImpactFigureType | null> {
    if (supersededAt === null) return null;
    const [head] = await loaders.impactFiguresByLine.load(lineId);
    return head ? new ImpactFigureType(head) : null;
  }
}
