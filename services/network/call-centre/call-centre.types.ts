import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, Locale } from '../../shared/graph/scalars.ts';
import { InvalidInput, VersionConflict } from '../../shared/graph/user-error.ts';
import { ContactInput, OpeningHoursType } from '../contact/contact.types.ts';
import type { CallCentreRow } from './call-centre.loaders.ts';

@ObjectType('CallCentre', { description: 'The one call centre of the whole network.' })
export class CallCentreType {
  @Field(() => ID, { description: 'By which the audit trail knows it.' })
  readonly id: string;
  @Field(() => String, {
    nullable: true,
    description: 'An international number, `+77172000000`, or a short code of four digits. Null while nobody has told.',
  })
  readonly phone: string | null;
  @Field(() => [Locale], { nullable: true, description: 'Languages spoken. Null while nobody has told.' })
  readonly languages: readonly string[] | null;
  @Field(() => OpeningHoursType, { nullable: true, description: 'Null while nobody has told.' })
  readonly openingHours: OpeningHoursType | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day as of which the contact is known. Null while nothing is.',
  })
  readonly asOf: string | null;
  @Field(() => Int, { description: 'What to give as `expectedVersion` of a change.' })
  readonly version: number;

  constructor(row: CallCentreRow) {
    this.id = row.id;
    this.phone = row.phone;
    this.languages = row.languages;
    this.openingHours = row.hours && new OpeningHoursType(row.hours);
    this.asOf = row.as_of;
    this.version = row.version;
  }
}

@InputType({ description: 'How people reach the call centre. What is left out stays as it is; null clears.' })
export class UpdateCallCentreInput extends ContactInput {}

@ObjectType({ description: 'The call centre is as the input asked.' })
export class UpdateCallCentreSuccess {
  @Field(() => CallCentreType)
  readonly callCentre: CallCentreType;

  constructor(callCentre: CallCentreType) {
    this.callCentre = callCentre;
  }
}

export const UpdateCallCentreResult = createUnionType({
  name: 'UpdateCallCentreResult',
  description: 'The call centre, or what stands in the way.',
  types: () => [UpdateCallCentreSuccess, VersionConflict, InvalidInput] as const,
});
