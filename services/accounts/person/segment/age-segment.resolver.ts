import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { either, holders, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import type { AccountsContext } from '../../context.ts';
import { PersonType } from '../person.types.ts';
import { AgeSegmentName, segmentsOn } from './age-segment.rules.ts';
import { AgeSegmentType } from './age-segment.types.ts';

@Resolver(() => PersonType)
export class PersonSegmentsResolver {
  @Allow<PersonType>(
    either(
      theirOwn(({ of }) => of.id),
      holders('PLACEMENT_OFFICER', 'ADMINISTRATOR'),
    ),
  )
  @FieldResolver(() => [AgeSegmentType], {
    nullable: true,
    description:
      'The groups by age a person belongs to on a day; today in UTC when absent. Null until a birth date is given.',
  })
  async segments(
    @Root() { row }: PersonType,
    @Arg('on', () => LocalDate, { nullable: true }) on: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<AgeSegmentType[] | null> {
    if (row.birth_date === null) return null;
    const { ageSegmentsByName } = context.loaders;
    const definitions = await Promise.all(Object.values(AgeSegmentName).map((name) => ageSegmentsByName.load(name)));
    const day = on ?? context.now().toISOString().slice(0, 10);
    return segmentsOn(definitions.flat(), row.birth_date, day).map((definition) => new AgeSegmentType(definition));
  }
}
