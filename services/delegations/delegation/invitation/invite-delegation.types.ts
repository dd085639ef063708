import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CountryCode, EmailAddress } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { QuotaCategory } from '../../nomination/nomination.rules.ts';
import { PartyType } from '../delegation.rules.ts';
import { DelegationType } from '../delegation.types.ts';
import { QuotasExceedCapacity } from '../delegation-refusals.types.ts';

@InputType({ description: 'Places in a category.' })
export class QuotaInput {
  @Field(() => QuotaCategory)
  readonly category!: QuotaCategory;
  @Field(() => Int, { description: 'In people, from 0 to 1000.' })
  readonly allocated!: number;
}

@InputType({ description: 'Whom to invite to an edition, and who is to act for them.' })
export class InviteDelegationInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input invite once, however often they are sent.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => CountryCode, { description: 'The state, or the country where the organisation has its seat.' })
  readonly country!: string;
  @Field(() => PartyType)
  readonly partyType!: PartyType;
  @Field(() => [QuotaInput], { description: 'Each category at most once; one that is left out has no places.' })
  readonly quotas!: QuotaInput[];
  @Field(() => EmailAddress, {
    nullable: true,
    description:
      'Gets a mail with what to do, and acts for the delegation until a focal point is confirmed, once signed in with this address. Not kept.',
  })
  readonly focalPointEmail?: string | null;
}

@ObjectType({ description: 'The delegation is invited.' })
export class InviteDelegationSuccess {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType) {
    this.delegation = delegation;
  }
}

@ObjectType({ implements: UserError, description: 'The party is invited to this edition already.' })
export class DelegationExists extends UserError {
  @Field(() => DelegationType)
  readonly delegation: DelegationType;

  constructor(message: string, delegation: DelegationType) {
    super('DELEGATION_EXISTS', message);
    this.delegation = delegation;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such edition.' })
@Directive('@shareable')
export class EditionNotFound extends UserError {
  constructor(message: string) {
    super('EDITION_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The edition is finished, archived or cancelled.' })
export class EditionOver extends UserError {
  @Field(() => String, { description: 'A word of `EditionStatus`.' })
  readonly status: string;

  constructor(message: string, status: string) {
    super('EDITION_OVER', message);
    this.status = status;
  }
}

export const InviteDelegationResult = createUnionType({
  name: 'InviteDelegationResult',
  description: 'The invited delegation, or what stands in its way.',
  types: () =>
    [
      InviteDelegationSuccess,
      DelegationExists,
      EditionNotFound,
      EditionOver,
      QuotasExceedCapacity,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
