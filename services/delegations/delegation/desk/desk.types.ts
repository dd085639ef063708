import { Field, ObjectType } from 'type-graphql';
import { DateTime, TimeZone } from '../../../shared/graph/scalars.ts';
import type { EditionCalendarRow } from '../edition-calendar/edition-calendar.loaders.ts';

@ObjectType('DelegationDeadlines', {
  description:
    'Until when a delegation may do things before its edition; each is null where there is no such deadline.',
})
export class DelegationDeadlinesType {
  @Field(() => DateTime, { nullable: true, description: 'Delegates are nominated until here.' })
  readonly nomination: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Nominated people confirm until here.' })
  readonly confirmation: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'One nominee may be replaced by another until here.' })
  readonly substitution: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'The delegation is submitted, and credentials handed in, until here.',
  })
  readonly credentials: Date | null;
  @Field(() => TimeZone, { description: 'The zone in which the deadlines are days and hours.' })
  readonly timeZone: string;

  constructor(row: EditionCalendarRow) {
    this.nomination = row.nomination_closes_at;
    this.confirmation = row.confirmation_closes_at;
    this.substitution = row.substitution_closes_at;
    this.credentials = row.credentials_close_at;
    this.timeZone = row.time_zone;
  }
}
