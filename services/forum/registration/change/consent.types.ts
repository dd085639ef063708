import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { ConsentPurpose } from '../registration.rules.ts';
import type { ConsentRow } from './consent.loaders.ts';

@ObjectType('Consent', { description: 'A consent to one optional purpose, as it stands.' })
export class ConsentType {
  @Field(() => ConsentPurpose)
  readonly purpose: ConsentPurpose;
  @Field(() => String, { description: 'Version of the text the person read.' })
  readonly version: string;
  @Field(() => DateTime)
  readonly givenAt: Date;

  constructor(row: ConsentRow) {
    this.purpose = row.purpose;
    this.version = row.version;
    this.givenAt = row.given_at;
  }
}
