import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { CountryCode } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { SourceType } from '../source/source.types.ts';
import type { InternationalYearRow } from './international-year.loaders.ts';

@ObjectType('Country', { description: 'A country, ISO 3166-1.' })
@Directive('@key(fields: "code")')
export class CountryReference {
  @Field(() => CountryCode)
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

@ObjectType('InternationalYear', { description: 'A year the UN General Assembly dedicated to volunteers.' })
export class InternationalYearType {
  @Field(() => Int)
  readonly year: number;
  @Field(() => String, { description: "Symbol of the General Assembly's resolution: `78/127`." })
  readonly resolution: string;
  @Field(() => Int, { description: 'States that co-sponsored it. Sources name only some of them.' })
  readonly coSponsorCount: number;
  @Field(() => Int, { description: 'Co-sponsors that no source of the portal names.' })
  readonly unknownCoSponsorCount: number;
  @Field(() => SourceType, { nullable: true, description: 'Where the number of co-sponsors is published.' })
  readonly source: SourceType | null;

  readonly title: Texts;
  readonly knownCoSponsors: readonly string[];

  constructor(row: InternationalYearRow) {
    this.year = row.year;
    this.resolution = row.resolution;
    this.coSponsorCount = row.co_sponsor_count;
    this.unknownCoSponsorCount = row.co_sponsor_count - row.known_co_sponsors.length;
    this.source = SourceType.of(row);
    this.title = row.title;
    this.knownCoSponsors = row.known_co_sponsors;
  }
}
