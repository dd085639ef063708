import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { LANGUAGES_LIMIT } from './contact.rules.ts';
import { type OpeningHours, type OpeningPeriod, PERIODS_LIMIT, Weekday } from './opening-hours.rules.ts';

registerEnumType(Weekday, { name: 'Weekday', description: 'A day of the week.' });

@ObjectType('OpeningPeriod', { description: 'Hours that are the same on some days of the week.' })
export class OpeningPeriodType {
  @Field(() => [Weekday])
  readonly days: readonly Weekday[];
  @Field(() => String, { description: 'On a clock of 24 hours: `09:00`.' })
  readonly opensAt: string;
  @Field(() => String, { description: 'On a clock of 24 hours; `24:00` is the end of the day.' })
  readonly closesAt: string;

  constructor({ days, opensAt, closesAt }: OpeningPeriod) {
    this.days = days;
    this.opensAt = opensAt;
    this.closesAt = closesAt;
  }
}

@ObjectType('OpeningHours', { description: 'When something is open, week after week.' })
export class OpeningHoursType {
  @Field(() => String, { description: 'IANA time zone of the clocks: `Asia/Almaty`.' })
  readonly timeZone: string;
  @Field(() => [OpeningPeriodType])
  readonly periods: readonly OpeningPeriodType[];

  constructor({ timeZone, periods }: OpeningHours) {
    this.timeZone = timeZone;
    this.periods = periods.map((period) => new OpeningPeriodType(period));
  }
}

@InputType({ description: 'Hours that are the same on some days of the week.' })
export class OpeningPeriodInput {
  @Field(() => [Weekday])
  readonly days!: Weekday[];
  @Field(() => String, { description: 'On a clock of 24 hours: `09:00`.' })
  readonly opensAt!: string;
  @Field(() => String, { description: 'On a clock of 24 hours; `24:00` is the end of the day.' })
  readonly closesAt!: string;
}

@InputType({ description: 'When something is open, week after week. Periods do not overlap.' })
export class OpeningHoursInput {
  @Field(() => String, { description: 'IANA time zone of the clocks: `Asia/Almaty`.' })
  readonly timeZone!: string;
  @Field(() => [OpeningPeriodInput], { description: `At least one, at most ${PERIODS_LIMIT}.` })
  readonly periods!: OpeningPeriodInput[];
}

@InputType({ description: 'How people reach an office. What is left out stays as it is; null clears.' })
export class ContactInput {
  @Field(() => Int, { nullable: true, description: '`version` the change was made from.' })
  readonly expectedVersion?: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'An international number, `+7 717 200 00 00`, or a short code of four digits.',
  })
  readonly phone?: string | null;
  @Field(() => OpeningHoursInput, { nullable: true })
  readonly hours?: OpeningHoursInput | null;
  @Field(() => [String], {
    nullable: true,
    description: `Language tags, BCP 47, each once, at most ${LANGUAGES_LIMIT}. Null where nobody has told, never an empty list.`,
  })
  readonly languages?: string[] | null;
  @Field(() => LocalDate, { description: 'Day as of which this is known; today or earlier.' })
  readonly asOf!: string;
}
