import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CountryCode, LocalDate, TimeZone } from '../../../shared/graph/scalars.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { HostOrganisationType } from '../host-organisation.types.ts';
import { NAME_LENGTH } from './accreditation-form.rules.ts';

const EXPECTED_VERSION = '`version` of the host organisation that the client has read.';

@ObjectType({
  implements: UserError,
  description: 'There is no such host organisation, or it is no business of the viewer.',
})
export class HostOrganisationNotFound extends UserError {
  constructor(message: string) {
    super('HOST_ORGANISATION_NOT_FOUND', message);
  }
}

@InputType({ description: 'An organisation abroad that might receive volunteers.' })
export class ProposeHostInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => String, { description: `What it calls itself, at most ${NAME_LENGTH} characters.` })
  readonly name!: string;
  @Field(() => CountryCode, { description: 'Where its volunteers serve.' })
  readonly country!: string;
  @Field(() => TimeZone, { description: 'Where its volunteers serve; their days are days there.' })
  readonly timeZone!: string;
}

@InputType({ description: 'A host organisation, and a step of its accreditation.' })
export class HostStepInput {
  @Field(() => ID)
  readonly hostOrganisationId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'A host organisation, and why something is taken from it.' })
export class ReasonedHostStepInput extends HostStepInput {
  @Field(() => String, { description: REASON_DESCRIPTION })
  readonly reason!: string;
}

@InputType({ description: 'A reviewed host organisation, and for how long it is accredited.' })
export class AccreditHostInput extends HostStepInput {
  @Field(() => LocalDate, { description: 'First day, at the host.' })
  readonly validFrom!: string;
  @Field(() => LocalDate, { description: 'Last day, at the host; after the first, and not past.' })
  readonly validUntil!: string;
}

@InputType({ description: 'An accredited host organisation, or one whose accreditation has expired, and the new end.' })
export class RenewAccreditationInput extends HostStepInput {
  @Field(() => LocalDate, { description: 'Last day, at the host; not past.' })
  readonly validUntil!: string;
}

@ObjectType({ description: 'The host organisation as it is now.' })
export class HostOrganisationSuccess {
  @Field(() => HostOrganisationType)
  readonly hostOrganisation: HostOrganisationType;

  constructor(hostOrganisation: HostOrganisationType) {
    this.hostOrganisation = hostOrganisation;
  }
}

export const ProposeHostResult = createUnionType({
  name: 'ProposeHostResult',
  description: 'The proposed host, or what stands in the way.',
  types: () => [HostOrganisationSuccess, IdempotencyKeyReused, InvalidInput] as const,
});

export const MoveHostResult = createUnionType({
  name: 'MoveHostResult',
  description: 'The host organisation, or what stands in the way of the step.',
  types: () =>
    [HostOrganisationSuccess, HostOrganisationNotFound, InvalidTransition, VersionConflict, InvalidInput] as const,
});
