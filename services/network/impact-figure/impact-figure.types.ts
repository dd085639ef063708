import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, LocalDate, SafeInt } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { SourceType } from '../source/source.types.ts';
import { ImpactUnit } from './definition/figure-definition.rules.ts';
import type { ImpactFigureRow } from './impact-figure.loaders.ts';
import { ImpactOrigin, ImpactQualifier } from './impact-figure.rules.ts';

registerEnumType(ImpactQualifier, {
  name: 'ImpactFigureQualifier',
  description: 'How a value is meant.',
  valuesConfig: {
    EXACT: { description: 'As it stands.' },
    ABOUT: { description: 'Near it, over or under.' },
    MORE_THAN: { description: 'Over it.' },
  },
});
registerEnumType(ImpactOrigin, {
  name: 'ImpactFigureOrigin',
  description: 'Who knows a figure. Figures of different origins are never added up.',
  valuesConfig: {
    REPORTED: { description: 'The press or a ministry; the source says which.' },
    COUNTED: { description: 'The portal, which counts what it keeps.' },
  },
});

@ObjectType('ImpactPeriod', { description: 'The days a figure is about, both included.' })
export class ImpactPeriod {
  @Field(() => LocalDate)
  readonly from: string;
  @Field(() => LocalDate)
  readonly until: string;

  constructor(from: string, until: string) {
    this.from = from;
    this.until = until;
  }
}

@ObjectType('ImpactFigure', {
  implements: Node,
  description:
    'A published figure, with where it comes from. It never changes: what corrects it takes its place and leaves it readable.',
})
@Directive('@key(fields: "id")')
export class ImpactFigureType extends Node {
  @Field(() => String, { description: 'What it tells of, in capitals: `VOLUNTEERS`.' })
  readonly key: string;
  @Field(() => Int, { description: 'The year it is published under.' })
  readonly year: number;
  @Field(() => SafeInt)
  readonly value: number;
  @Field(() => ImpactQualifier)
  readonly qualifier: ImpactQualifier;
  @Field(() => ImpactUnit)
  readonly unit: ImpactUnit;
  @Field(() => ImpactPeriod)
  readonly period: ImpactPeriod;
  @Field(() => LocalDate, { description: 'Day as of which it is known.' })
  readonly asOf: string;
  @Field(() => ImpactOrigin)
  readonly origin: ImpactOrigin;
  @Field(() => SourceType, { nullable: true })
  readonly source: SourceType | null;
  @Field(() => DateTime, { description: 'When the portal published it.' })
  readonly recordedAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'When a correction took its place. Null while it stands.' })
  readonly supersededAt: Date | null;
  @Field(() => Int, { description: '1, and one more with each correction.' })
  readonly version: number;

  readonly labels: Texts;
  readonly notes: Texts;
  readonly lineId: string;

  constructor(row: ImpactFigureRow) {
    super(row.id);
    this.key = row.definition_key;
    this.year = row.year;
    this.value = row.value;
    this.qualifier = row.qualifier;
    this.unit = row.unit;
    this.period = new ImpactPeriod(row.period_from, row.period_until);
    this.asOf = row.as_of;
    this.origin = row.origin;
    this.source = SourceType.of(row);
    this.recordedAt = row.recorded_at;
    this.supersededAt = row.superseded_at;
    this.version = row.version;
    this.labels = row.label;
    this.notes = row.note;
    this.lineId = row.line_id;
  }
}
