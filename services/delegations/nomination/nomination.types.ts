import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { NominationRow } from './nomination.loaders.ts';
import { DelegationRole, NominationStatus, QuotaCategory } from './nomination.rules.ts';

registerEnumType(NominationStatus, {
  name: 'NominationStatus',
  description: 'Where a nomination is, from a draft to approved credentials.',
});
registerEnumType(QuotaCategory, {
  name: 'QuotaCategory',
  description: 'In which capacity a delegation brings someone. OVERFLOW: places beyond the others, given by the host.',
});
registerEnumType(DelegationRole, { name: 'DelegationRole', description: 'What someone is in their delegation.' });

@ObjectType('Person', { description: 'A person with an account.' })
@Directive('@key(fields: "id")')
export class PersonReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('Nomination', { description: 'A person whom a delegation names.' })
export class NominationType {
  @Field(() => ID, { description: 'Opaque, stable, unique in the whole portal.' })
  readonly id: string;
  @Field(() => NominationStatus)
  readonly status: NominationStatus;
  @Field(() => QuotaCategory)
  readonly category: QuotaCategory;
  @Field(() => DelegationRole)
  readonly role: DelegationRole;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly personId: string;

  constructor(row: NominationRow) {
    this.id = row.id;
    this.status = row.status;
    this.category = row.category;
    this.role = row.role;
    this.version = row.version;
    this.personId = row.person_id;
  }
}
