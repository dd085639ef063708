import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, SafeInt } from '../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../shared/journal/reason.ts';
import { SourceInput } from '../source/source.types.ts';
import { ImpactQualifier, NOTE_LENGTH } from './impact-figure.rules.ts';
import { ImpactFigureType } from './impact-figure.types.ts';

@InputType({ description: 'The days a figure is about, both included.' })
export class ImpactPeriodInput {
  @Field(() => LocalDate)
  readonly from!: string;
  @Field(() => LocalDate)
  readonly until!: string;
}

@InputType({ description: 'A figure as a source reports it.' })
export class RecordImpactFigureInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => String, { description: 'What it tells of: a key of `impactFigureDefinitions`.' })
  readonly key!: string;
  @Field(() => Int, { description: 'The year to publish it under; one that the period reaches.' })
  readonly year!: number;
  @Field(() => SafeInt, { description: '0 or more.' })
  readonly value!: number;
  @Field(() => ImpactQualifier)
  readonly qualifier!: ImpactQualifier;
  @Field(() => ImpactPeriodInput)
  readonly period!: ImpactPeriodInput;
  @Field(() => LocalDate, {
    description: 'Day as of which it is known: from the end of the period to the day the source was published.',
  })
  readonly asOf!: string;
  @Field(() => SourceInput, { nullable: true, description: 'Where it is published. A figure without one is refused.' })
  readonly source?: SourceInput | null;
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: `What the source leaves open. At most ${NOTE_LENGTH} characters each.`,
  })
  readonly note?: LocalizedTextInput[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The figure it takes the place of, of the same key and year. Absent: it stands beside all others.',
  })
  readonly corrects?: string | null;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The figure is published.' })
export class RecordImpactFigureSuccess {
  @Field(() => ImpactFigureType)
  readonly figure: ImpactFigureType;

  constructor(figure: ImpactFigureType) {
    this.figure = figure;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such figure to correct.' })
export class ImpactFigureNotFound extends UserError {
  constructor(message: string) {
    super('IMPACT_FIGURE_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'The figure is corrected already. Look at what stands in its place, and correct that.',
})
export class ImpactFigureSuperseded extends UserError {
  @Field(() => ImpactFigureType, { description: 'What stands in its place.' })
  readonly current: ImpactFigureType;

  constructor(message: string, current: ImpactFigureType) {
    super('IMPACT_FIGURE_SUPERSEDED', message);
    this.current = current;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The source has a figure of this key and period already. To change it, correct it.',
})
export class ImpactFigureRecorded extends UserError {
  @Field(() => ImpactFigureType, { description: 'What stands; give its ID as `corrects`.' })
  readonly figure: ImpactFigureType;

  constructor(message: string, figure: ImpactFigureType) {
    super('IMPACT_FIGURE_RECORDED', message);
    this.figure = figure;
  }
}

export const RecordImpactFigureResult = createUnionType({
  name: 'RecordImpactFigureResult',
  description: 'The figure, or what stands in the way.',
  types: () =>
    [
      RecordImpactFigureSuccess,
      ImpactFigureNotFound,
      ImpactFigureSuperseded,
      ImpactFigureRecorded,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
