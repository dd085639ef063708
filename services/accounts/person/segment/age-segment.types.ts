import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import type { AgeSegmentRow } from './age-segment.loaders.ts';
import { AgeSegmentName } from './age-segment.rules.ts';
import { SegmentDefinitionReference } from './segment-definition-reference.types.ts';

registerEnumType(AgeSegmentName, {
  name: 'AgeSegmentName',
  description: 'A group of volunteers by age.',
  valuesConfig: { YOUTH: { description: 'Young volunteers.' }, SILVER: { description: 'Silver volunteers.' } },
});

@ObjectType('AgeSegment', { description: 'A group of volunteers by age, as it is defined over certain days.' })
export class AgeSegmentType {
  @Field(() => AgeSegmentName)
  readonly segment: AgeSegmentName;
  @Field(() => Int, { description: 'In completed years.' })
  readonly minimumAge: number;
  @Field(() => Int, { nullable: true, description: 'In completed years, included. Null where there is no limit.' })
  readonly maximumAge: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'First day of this definition. Null where none is set.' })
  readonly from: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of this definition. Null while it holds.' })
  readonly until: string | null;
  @Field(() => SegmentDefinitionReference, {
    nullable: true,
    description: 'What the definition rests on. Null while the service that keeps definitions is out of reach.',
  })
  readonly definition: SegmentDefinitionReference;

  constructor(row: AgeSegmentRow) {
    this.segment = row.key;
    this.minimumAge = row.minimum_age;
    this.maximumAge = row.maximum_age;
    this.from = row.since;
    this.until = row.until;
    this.definition = new SegmentDefinitionReference(row.definition_id);
  }
}
