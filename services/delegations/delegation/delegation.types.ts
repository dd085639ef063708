import type DataLoader from 'dataloader';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { QuotaCategory } from '../nomination/nomination.rules.ts';
import type { DelegationRow, QuotaRow } from './delegation.loaders.ts';
import { DelegationStatus, PartyType } from './delegation.rules.ts';

registerEnumType(PartyType, { name: 'PartyType', description: 'As what a state or organisation takes part.' });
registerEnumType(DelegationStatus, {
  name: 'DelegationStatus',
  description: 'Where a delegation is, from the invitation to its accreditation.',
});

@ObjectType('ForumEdition', { description: "One yearly edition of the forum of the Commonwealth's volunteers." })
@Directive('@key(fields: "id")')
export class EditionReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('Delegation', { implements: Node, description: "A state's or organisation's party at one edition." })
@Directive('@key(fields: "id")')
export class DelegationType extends Node {
  @Field(() => PartyType)
  readonly partyType: PartyType;
  @Field(() => String, {
    description:
      'The word of `state` as plain text, so that one selection can ask different kinds of node for their `status`.',
  })
  readonly status: string;
  @Field(() => DelegationStatus)
  readonly state: DelegationStatus;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly editionId: string;
  readonly countryCode: string;

  constructor(row: DelegationRow) {
    super(row.id);
    this.partyType = row.party_type;
    this.status = row.status;
    this.state = row.status;
    this.version = row.version;
    this.editionId = row.edition_id;
    this.countryCode = row.country_code;
  }
}

@ObjectType('Quota', { description: 'Places a delegation has in a category: `allocated = used + free`, in people.' })
export class QuotaType {
  @Field(() => QuotaCategory)
  readonly category: QuotaCategory;
  @Field(() => Int)
  readonly allocated: number;
  @Field(() => Int)
  readonly used: number;
  @Field(() => Int)
  readonly free: number;

  constructor(row: QuotaRow) {
    this.category = row.category;
    this.allocated = row.allocated;
    this.used = row.used;
    this.free = row.allocated - row.used;
  }
}

export const DelegationConnection = connectionType('Delegation', () => DelegationType);
export type DelegationConnection = InstanceType<typeof DelegationConnection>;

/** Sort key of an edition's delegations. */
export function delegationKeyInEdition(row: DelegationRow): [string, string] {
  return [row.country_code, row.id];
}

/** Sort key of a country's delegations. */
export function delegationKeyInCountry(row: DelegationRow): [string] {
  return [row.id];
}

/** A delegation that a use case has just answered by its ID. */
export async function delegationOf(
  id: string,
  delegationById: DataLoader<string, DelegationRow | null>,
): Promise<DelegationType> {
  const row = await delegationById.clear(id).load(id);
  if (!row) throw new Error(`delegation ${id} is gone`);
  return new DelegationType(row);
}
