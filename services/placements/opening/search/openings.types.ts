import { Field, InputType } from 'type-graphql';
import { CountryCode, LocalDate } from '../../../shared/graph/scalars.ts';
import { OpeningStatus, Sector } from '../opening.rules.ts';
import { SEARCH_LENGTH } from './opening-filter.rules.ts';

@InputType({
  description:
    'Which openings are listed: those that meet all that is given. What is absent or null narrows nothing, but for `statuses`; an empty list finds nothing.',
})
export class OpeningFilter {
  @Field(() => [CountryCode], { nullable: true, description: 'In one of these countries.' })
  readonly countries?: string[] | null;
  @Field(() => [Sector], { nullable: true })
  readonly sectors?: Sector[] | null;
  @Field(() => [OpeningStatus], {
    nullable: true,
    description:
      'When absent PUBLISHED, CLOSED_FOR_APPLICATIONS and SELECTION: those that are not decided yet. DRAFT and IN_REVIEW are found by nobody.',
  })
  readonly statuses?: OpeningStatus[] | null;
  @Field(() => [String], {
    nullable: true,
    description:
      'Languages the volunteer has, BCP 47: `en`. Finds openings that ask for no other, whatever the level, and those that ask for none.',
  })
  readonly languages?: string[] | null;
  @Field(() => LocalDate, { nullable: true, description: 'Service begins on this day or later.' })
  readonly startsFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Service begins on this day or earlier.' })
  readonly startsUntil?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `Words of title, description, tasks or city in any language, all of them: in any Russian or English form, as a part of a word, with plain letters for Kazakh ones, and with small slips. At most ${SEARCH_LENGTH} characters.`,
  })
  readonly search?: string | null;
}
