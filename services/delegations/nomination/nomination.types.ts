import type DataLoader from 'dataloader';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import type { PersonName } from '../../shared/names/name.rules.ts';
import type { NominationRow } from './nomination.loaders.ts';
import { ClaimRefusalReason, DelegationRole, NominationStatus, QuotaCategory } from './nomination.rules.ts';

registerEnumType(NominationStatus, {
  name: 'NominationStatus',
  description: 'Where a nomination is, from a draft to approved credentials.',
  valuesConfig: {
    CLAIMING: { description: 'The nominee has confirmed, and the forum has not answered yet whether there is a seat.' },
  },
});
registerEnumType(QuotaCategory, {
  name: 'QuotaCategory',
  description: 'In which capacity a delegation brings someone. OVERFLOW: places beyond the others, given by the host.',
});
registerEnumType(DelegationRole, { name: 'DelegationRole', description: 'What someone is in their delegation.' });
registerEnumType(ClaimRefusalReason, {
  name: 'ClaimRefusalReason',
  description: 'Why a nominee who has confirmed has no seat.',
  valuesConfig: {
    ALREADY_REGISTERED: { description: 'They have a registration of their own for the edition.' },
    EDITION_CLOSED: { description: 'The edition takes nobody now: it is not open yet, has begun, or is over.' },
    EDITION_FULL: { description: 'Every seat and every place in the queue is taken.' },
    EDITION_NOT_FOUND: { description: 'There is no such edition any more.' },
    PERSON_GONE: { description: 'Their account has been erased.' },
    REGISTRATION_ENDED: { description: 'They had a seat as head of the delegation, and have none any more.' },
  },
});

@ObjectType('Person', { description: 'A person with an account.' })
@Directive('@key(fields: "id")')
export class PersonReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('Registration', { description: "One person's registration for one edition of the forum." })
@Directive('@key(fields: "id", resolvable: false)')
export class RegistrationReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType({ description: "A nominee's name as the delegation writes it." })
export class NomineeName {
  @Field(() => String, { description: 'Of somebody with a single name, that name.' })
  readonly family: string;
  @Field(() => String, { nullable: true })
  readonly given: string | null;
  @Field(() => String, { nullable: true })
  readonly patronymic: string | null;

  constructor({ family, given, patronymic = null }: PersonName) {
    this.family = family;
    this.given = given;
    this.patronymic = patronymic;
  }
}

@ObjectType('Nomination', { implements: Node, description: 'A person whom a delegation names.' })
@Directive('@key(fields: "id")')
export class NominationType extends Node {
  @Field(() => NominationStatus)
  readonly status: NominationStatus;
  @Field(() => QuotaCategory)
  readonly category: QuotaCategory;
  @Field(() => DelegationRole)
  readonly role: DelegationRole;
  @Field(() => Boolean, {
    description:
      'Whether they stand ready for somebody else of the delegation, without a place of the quota and a seat.',
  })
  readonly isAlternate: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Null for one that was there before this was noted.' })
  readonly nominatedAt: Date | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: NominationRow;

  constructor(row: NominationRow) {
    super(row.id);
    this.status = row.status;
    this.category = row.category;
    this.role = row.role;
    this.isAlternate = row.is_alternate;
    this.nominatedAt = row.nominated_at;
    this.version = row.version;
    this.row = row;
  }
}

export const NominationConnection = connectionType('Nomination', () => NominationType);
export type NominationConnection = InstanceType<typeof NominationConnection>;

/** Sort key of a delegation's nominations, and of a person's. */
export function nominationKey(row: NominationRow): [string] {
  return [row.id];
}

/** A nomination that a use case has just answered by its ID. */
export async function nominationOf(
  id: string,
  nominationById: DataLoader<string, NominationRow | null>,
): Promise<NominationType> {
  const row = await nominationById.load(id);
  if (!row) throw new Error(`the nomination ${id} is gone`);
  return new NominationType(row);
}
