import { createUnionType, Directive, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../shared/graph/user-error.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { SourceInput, SourceType } from '../source/source.types.ts';
import type { SegmentDefinitionRow } from './segment-definition.loaders.ts';
import { DESCRIPTION_LENGTH, OLDEST, SegmentName } from './segment-definition.rules.ts';

registerEnumType(SegmentName, {
  name: 'AgeSegmentName',
  description: 'A group of volunteers by age.',
  valuesConfig: { YOUTH: { description: 'Young volunteers.' }, SILVER: { description: 'Silver volunteers.' } },
});

@ObjectType('SegmentDefinition', {
  implements: Node,
  description:
    'What a group of volunteers by age means over certain days. Of one group, one definition holds on a day.',
})
@Directive('@key(fields: "id")')
export class SegmentDefinitionType extends Node {
  @Field(() => SegmentName)
  readonly segment: SegmentName;
  @Field(() => Int, { description: 'In completed years.' })
  readonly minimumAge: number;
  @Field(() => Int, { nullable: true, description: 'In completed years, included. Null where there is no limit.' })
  readonly maximumAge: number | null;
  @Field(() => LocalDate, { nullable: true, description: 'First day of this definition. Null where none is set.' })
  readonly from: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day of this definition. Null while it holds.' })
  readonly until: string | null;
  @Field(() => SourceType, { nullable: true, description: "Null where the definition is the portal's own." })
  readonly source: SourceType | null;

  readonly descriptions: Texts;

  constructor(row: SegmentDefinitionRow) {
    super(row.id);
    this.segment = row.segment;
    this.minimumAge = row.minimum_age;
    this.maximumAge = row.maximum_age;
    this.from = row.since;
    this.until = row.until;
    this.source = SourceType.of(row);
    this.descriptions = row.description;
  }
}

@InputType({ description: 'What a group by age means from a day on.' })
export class DefineSegmentInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => SegmentName)
  readonly segment!: SegmentName;
  @Field(() => Int, { description: `In completed years, 0 to ${OLDEST}.` })
  readonly minimumAge!: number;
  @Field(() => Int, { nullable: true, description: 'In completed years, included. Absent: no limit.' })
  readonly maximumAge?: number | null;
  @Field(() => LocalDate, { description: 'First day. The definition that holds without an end ends the day before.' })
  readonly from!: string;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Absent: until another one begins.' })
  readonly until?: string | null;
  @Field(() => [LocalizedTextInput], {
    description: `What it rests on, in at least one language. At most ${DESCRIPTION_LENGTH} characters each.`,
  })
  readonly description!: LocalizedTextInput[];
  @Field(() => SourceInput, { nullable: true, description: "Absent: the definition is the portal's own." })
  readonly source?: SourceInput | null;
}

@ObjectType({ description: 'The definition holds on its days.' })
export class DefineSegmentSuccess {
  @Field(() => SegmentDefinitionType)
  readonly definition: SegmentDefinitionType;

  constructor(definition: SegmentDefinitionType) {
    this.definition = definition;
  }
}

@ObjectType({ implements: UserError, description: 'Another definition of the group holds on some of these days.' })
export class SegmentDefinitionOverlaps extends UserError {
  @Field(() => SegmentDefinitionType, { description: 'The other one.' })
  readonly overlapping: SegmentDefinitionType;

  constructor(message: string, overlapping: SegmentDefinitionType) {
    super('SEGMENT_DEFINITION_OVERLAPS', message);
    this.overlapping = overlapping;
  }
}

export const DefineSegmentResult = createUnionType({
  name: 'DefineSegmentResult',
  description: 'The definition, or what stands in the way.',
  types: () => [DefineSegmentSuccess, SegmentDefinitionOverlaps, IdempotencyKeyReused, InvalidInput] as const,
});
