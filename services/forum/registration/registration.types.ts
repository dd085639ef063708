import type DataLoader from 'dataloader';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import type { WrittenName } from './identity/identity.rules.ts';
import type { RegistrationRow } from './registration.loaders.ts';
import { ConsentPurpose, ParticipantCategory, RegistrationStatus } from './registration.rules.ts';

registerEnumType(RegistrationStatus, {
  name: 'RegistrationStatus',
  description: 'Where a registration is: under review, on a seat, in the queue, or ended and how.',
});
registerEnumType(ParticipantCategory, {
  name: 'ParticipantCategory',
  description: 'In which capacity a person takes part. Delegates come by nomination only.',
});
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'An optional purpose that needs consent: photographs, the public list of participants.',
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

@ObjectType('Delegation', { description: "A state's or organisation's party at one edition." })
@Directive('@key(fields: "id")')
export class DelegationReference {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType('Registration', {
  implements: Node,
  description: "One person's registration for one edition of the forum.",
})
@Directive('@key(fields: "id")')
export class RegistrationType extends Node {
  @Field(() => RegistrationStatus)
  readonly status: RegistrationStatus;
  @Field(() => ParticipantCategory)
  readonly category: ParticipantCategory;
  @Field(() => String, { nullable: true, description: 'Organisation, as the person wrote it.' })
  readonly affiliation: string | null;
  @Field(() => DateTime)
  readonly registeredAt: Date;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly editionId: string;
  readonly groupId: string | null;
  readonly seatOfferId: string | null;
  readonly personId: string | null;
  readonly delegationId: string | null;
  readonly writtenName: WrittenName | null;

  constructor(row: RegistrationRow) {
    super(row.id);
    this.status = row.status;
    this.category = row.category;
    this.affiliation = row.affiliation;
    this.registeredAt = row.registered_at;
    this.version = row.version;
    this.editionId = row.edition_id;
    this.groupId = row.group_id;
    this.seatOfferId = row.seat_offer_id;
    this.personId = row.person_id;
    this.delegationId = row.delegation_id;
    this.writtenName = row.written_name;
  }
}

export const RegistrationConnection = connectionType('Registration', () => RegistrationType);
export type RegistrationConnection = InstanceType<typeof RegistrationConnection>;

/** Sort key of a person's registrations. */
export function registrationKey(row: RegistrationRow): [string, string] {
  return [row.registered_at.toISOString(), row.id];
}

/** A registration that a use case has just answered by its ID. */
export async function registrationOf(
  id: string,
  registrationById: DataLoader<string, RegistrationRow | null>,
): Promise<RegistrationType> {
  const [registration] = await registrationsOf([id], registrationById);
  return registration;
}

/** Registrations that a use case has just answered by their IDs, at least one. */
export async function registrationsOf(
  ids: readonly string[],
  registrationById: DataLoader<string, RegistrationRow | null>,
): Promise<[RegistrationType, ...RegistrationType[]]> {
  const rows = await Promise.all(ids.map((id) => registrationById.load(id)));
  const [first, ...others] = rows.flatMap((row) => (row ? [new RegistrationType(row)] : []));
  if (!first || others.length + 1 < ids.length) throw new Error(`registrations are gone: ${ids.join(', ')}`);
  return [first, ...others];
}
