import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { DelegationRole } from '../nomination/nomination.rules.ts';
import { NomineeName, PersonReference } from '../nomination/nomination.types.ts';
import type { ParticipantRow } from './participant.loaders.ts';

@ObjectType('DelegationMember', {
  description:
    'Somebody who takes part with a delegation, and is publicly named: by consent to the list of participants, or as head of delegation.',
})
export class DelegationMemberType {
  @Field(() => DelegationRole, { description: 'What they are in the delegation.' })
  readonly role: DelegationRole;
  @Field(() => NomineeName, { nullable: true, description: 'As the delegation writes it. One of the two is there.' })
  readonly nativeName: NomineeName | null;
  @Field(() => NomineeName, { nullable: true, description: 'As the passport prints it. One of the two is there.' })
  readonly latinName: NomineeName | null;
  @Field(() => PersonReference, {
    nullable: true,
    description: 'Null while the service that owns people is out of reach.',
  })
  readonly person: PersonReference | null;

  constructor(row: ParticipantRow) {
    this.role = row.role;
    this.nativeName = row.native_name && new NomineeName(row.native_name);
    this.latinName = row.latin_name && new NomineeName(row.latin_name);
    this.person = row.person_id === null ? null : new PersonReference(row.person_id);
  }
}

export const DelegationMemberConnection = connectionType('DelegationMember', () => DelegationMemberType);
export type DelegationMemberConnection = InstanceType<typeof DelegationMemberConnection>;

/** Sort key of a delegation's published members. */
export function participantKey(row: ParticipantRow): [number, string] {
  return [row.protocol_rank, row.id];
}
