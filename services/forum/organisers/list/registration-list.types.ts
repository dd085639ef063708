import { Field, Int, ObjectType } from 'type-graphql';
import { countedConnectionType } from '../../../shared/graph/connection.ts';
import { CountryReference } from '../../edition/edition.types.ts';
import type { RegistrationRow } from '../../registration/registration.loaders.ts';
import { ParticipantCategory, RegistrationStatus } from '../../registration/registration.rules.ts';
import { RegistrationType } from '../../registration/registration.types.ts';
import type { RegistrationTotalRow } from './registration-list.loaders.ts';

export const EditionRegistrationConnection = countedConnectionType('EditionRegistration', () => RegistrationType);

/** Sort key of an edition's registrations. */
export function listKey({ registered_at: at, id }: RegistrationRow): [string, string] {
  return [at.toISOString(), id];
}

@ObjectType({ description: 'How many registrations have a status.' })
export class RegistrationStatusTotal {
  @Field(() => RegistrationStatus)
  readonly status: string | null;
  @Field(() => Int)
  readonly count: number;

  constructor({ value, count }: RegistrationTotalRow) {
    this.status = value;
    this.count = count;
  }
}

@ObjectType({ description: 'How many registrations are in a category.' })
export class RegistrationCategoryTotal {
  @Field(() => ParticipantCategory)
  readonly category: string | null;
  @Field(() => Int)
  readonly count: number;

  constructor({ value, count }: RegistrationTotalRow) {
    this.category = value;
    this.count = count;
  }
}

@ObjectType({ description: 'How many registrations are of citizens of a country.' })
export class RegistrationCountryTotal {
  @Field(() => CountryReference, {
    nullable: true,
    description:
      'Null for those whose citizenship is not known, and while the service that owns countries is out of reach.',
  })
  readonly country: CountryReference | null;
  @Field(() => Int)
  readonly count: number;

  constructor({ value, count }: RegistrationTotalRow) {
    this.country = value === null ? null : new CountryReference(value);
    this.count = count;
  }
}

@ObjectType({
  description: 'Registrations of an edition in numbers, ended ones among them. The most frequent first in each list.',
})
export class RegistrationTotals {
  @Field(() => Int, { description: 'All of them; each of the lists adds up to it.' })
  readonly total: number;
  @Field(() => [RegistrationStatusTotal])
  readonly byStatus: readonly RegistrationStatusTotal[];
  @Field(() => [RegistrationCategoryTotal])
  readonly byCategory: readonly RegistrationCategoryTotal[];
  @Field(() => [RegistrationCountryTotal])
  readonly byCountry: readonly RegistrationCountryTotal[];

  constructor(rows: readonly RegistrationTotalRow[]) {
    const of = (facet: RegistrationTotalRow['facet']) => rows.filter((row) => row.facet === facet);
    this.total = of('status').reduce((sum, { count }) => sum + count, 0);
    this.byStatus = of('status').map((row) => new RegistrationStatusTotal(row));
    this.byCategory = of('category').map((row) => new RegistrationCategoryTotal(row));
    this.byCountry = of('country').map((row) => new RegistrationCountryTotal(row));
  }
}
