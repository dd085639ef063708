import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import { LocalDate, Locale } from '../../shared/graph/scalars.ts';
import { InvalidInput, UserError, VersionConflict } from '../../shared/graph/user-error.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { ContactInput, OpeningHoursType } from '../contact/contact.types.ts';
import { RegionType } from '../region/region.types.ts';
import type { FrontOfficeRow } from './front-office.loaders.ts';
import { FrontOfficeKind } from './front-office.rules.ts';

registerEnumType(FrontOfficeKind, {
  name: 'FrontOfficeKind',
  description: 'Whom a front office is for.',
  valuesConfig: {
    NATIONAL: { description: 'The whole country.' },
    REGIONAL: { description: 'Its region.' },
  },
});

@ObjectType('FrontOffice', {
  implements: Node,
  description: 'An office where volunteers, and those who need them, are received.',
})
@Directive('@key(fields: "id")')
export class FrontOfficeType extends Node {
  @Field(() => FrontOfficeKind)
  readonly kind: FrontOfficeKind;
  @Field(() => RegionType, { description: 'Where it is. A regional one serves this region.' })
  readonly region: RegionType;
  @Field(() => [Locale], { nullable: true, description: 'Languages spoken. Null while nobody has told.' })
  readonly languages: readonly string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'An international number, `+77172000000`, or a short code of four digits. Null while nobody has told.',
  })
  readonly phone: string | null;
  @Field(() => OpeningHoursType, { nullable: true, description: 'Null while nobody has told.' })
  readonly openingHours: OpeningHoursType | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Day as of which the contact is known. Null while nothing is.',
  })
  readonly asOf: string | null;
  @Field(() => Int, { description: 'What to give as `expectedVersion` of a change.' })
  readonly version: number;

  readonly names: Texts;

  constructor(row: FrontOfficeRow) {
    super(row.id);
    this.kind = row.kind;
    this.region = new RegionType(row.region_code, row.region_name);
    this.languages = row.languages;
    this.phone = row.phone;
    this.openingHours = row.hours && new OpeningHoursType(row.hours);
    this.asOf = row.as_of;
    this.version = row.version;
    this.names = row.name;
  }
}

@InputType({ description: 'How people reach a front office. What is left out stays as it is; null clears.' })
export class UpdateFrontOfficeInput extends ContactInput {
  @Field(() => ID)
  readonly frontOfficeId!: string;
}

@ObjectType({ description: 'The front office is as the input asked.' })
export class UpdateFrontOfficeSuccess {
  @Field(() => FrontOfficeType)
  readonly frontOffice: FrontOfficeType;

  constructor(frontOffice: FrontOfficeType) {
    this.frontOffice = frontOffice;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such front office.' })
export class FrontOfficeNotFound extends UserError {
  constructor(message: string) {
    super('FRONT_OFFICE_NOT_FOUND', message);
  }
}

export const UpdateFrontOfficeResult = createUnionType({
  name: 'UpdateFrontOfficeResult',
  description: 'The front office, or what stands in the way.',
  types: () => [UpdateFrontOfficeSuccess, FrontOfficeNotFound, VersionConflict, InvalidInput] as const,
});
