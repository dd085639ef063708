import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { InvalidInput } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { RegistrationNotFound } from '../refusal/registration-refusals.types.ts';
import { RegistrationType } from '../registration.types.ts';
import type { DuplicateRow } from './duplicate.loaders.ts';

@ObjectType('DuplicateProposal', {
  description:
    'Two registrations of an edition that may be one person’s: born on one day, with names that fold to the same words. A proposal; people decide.',
})
export class DuplicateProposalType {
  readonly firstId: string;
  readonly secondId: string;

  constructor(row: DuplicateRow) {
    this.firstId = row.first_id;
    this.secondId = row.second_id;
  }
}

export const DuplicateProposalConnection = connectionType('DuplicateProposal', () => DuplicateProposalType);
export type DuplicateProposalConnection = InstanceType<typeof DuplicateProposalConnection>;

/** Sort key of the list of proposals. */
export function duplicateKey(row: DuplicateRow): [string, string] {
  return [row.first_id, row.second_id];
}

@InputType({ description: 'A decision about two registrations of one edition.' })
export class SettleDuplicateInput {
  @Field(() => ID, { description: 'The registration that stays as it is.' })
  readonly keptId!: string;
  @Field(() => ID, { description: 'The registration that is cancelled if both are one person’s.' })
  readonly otherId!: string;
  @Field(() => Boolean, { description: 'False: two people, never to be proposed again.' })
  readonly areDuplicates!: boolean;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'It is decided. Nothing of one registration was written into the other.' })
export class SettleDuplicateSuccess {
  @Field(() => RegistrationType)
  readonly kept: RegistrationType;
  @Field(() => RegistrationType)
  readonly other: RegistrationType;

  constructor(kept: RegistrationType, other: RegistrationType) {
    this.kept = kept;
    this.other = other;
  }
}

export const SettleDuplicateResult = createUnionType({
  name: 'SettleDuplicateResult',
  description: 'Both registrations, or what stands in the way.',
  types: () => [SettleDuplicateSuccess, RegistrationNotFound, InvalidInput] as const,
});
