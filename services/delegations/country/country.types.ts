import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { CountryCode, LocalDate } from '../../shared/graph/scalars.ts';
import type { MembershipRow } from './country.loaders.ts';
import { CisMembershipStatus } from './country.rules.ts';

registerEnumType(CisMembershipStatus, {
  name: 'CisMembershipStatus',
  description: 'How a country belongs to the Commonwealth of Independent States.',
});

@ObjectType({ description: 'How and since when a country belongs to the Commonwealth of Independent States.' })
export class CisMembership {
  @Field(() => CisMembershipStatus)
  readonly status: CisMembershipStatus;
  @Field(() => LocalDate, { nullable: true, description: 'First day. Null where the portal holds no sourced date.' })
  readonly since: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Null while it goes on or no date is set.' })
  readonly until: string | null;
  @Field(() => String, { nullable: true, description: 'What is announced and not yet dated, in English.' })
  readonly note: string | null;

  constructor(row: MembershipRow) {
    this.status = row.status;
    this.since = row.since;
    this.until = row.until;
    this.note = row.note;
  }
}

@ObjectType('Country', { description: 'A country, ISO 3166-1.' })
@Directive('@key(fields: "code")')
export class CountryType {
  @Field(() => CountryCode, { description: 'ISO 3166-1 alpha-2.' })
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}
