import {
  ArgsType,
  createUnionType,
  Directive,
  Field,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { countedConnectionType, PageArgs } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../shared/graph/text-input.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../shared/journal/reason.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { RegionType } from '../region/region.types.ts';
import { NetworkSector } from '../sector/sector.types.ts';
import type { OrganisationRow } from './organisation.loaders.ts';
import { NAME_LENGTH, OrganisationStatus } from './organisation.rules.ts';

registerEnumType(OrganisationStatus, {
  name: 'OrganisationStatus',
  description: 'Where an organisation is in the register. Anyone sees those that are APPROVED.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for a decision.' },
    APPROVED: { description: 'In the register; may run projects.' },
    REJECTED: { description: 'Not taken into the register.' },
    SUSPENDED: { description: 'Out of the register for a time.' },
    CLOSED: { description: 'Has ended.' },
  },
});

@ObjectType('Organisation', { implements: Node, description: 'A volunteer organisation, which runs projects.' })
@Directive('@key(fields: "id")')
export class OrganisationType extends Node {
  @Field(() => RegionType)
  readonly region: RegionType;
  @Field(() => NetworkSector)
  readonly sector: NetworkSector;
  @Field(() => String, { nullable: true, description: 'Where it is reached on the web.' })
  readonly webAddress: string | null;
  @Field(() => OrganisationStatus)
  readonly status: OrganisationStatus;
  @Field(() => DateTime)
  readonly submittedAt: Date;
  @Field(() => Boolean, { description: 'Invented, for demonstration.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'What to give as `expectedVersion` of a change.' })
  readonly version: number;

  readonly row: OrganisationRow;

  constructor(row: OrganisationRow) {
    super(row.id);
    this.region = new RegionType(row.region_code, row.region_name);
    this.sector = row.sector;
    this.webAddress = row.web_address;
    this.status = row.status;
    this.submittedAt = row.submitted_at;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.row = row;
  }

  get names(): Texts {
    return this.row.name;
  }
}

export const OrganisationConnection = countedConnectionType('Organisation', () => OrganisationType);

/** Sort key of the list of organisations. */
export function organisationKey({ folded_name: name, id }: OrganisationRow): [string, string] {
  return [name, id];
}

@ArgsType()
export class OrganisationsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-2: `KZ-75`. `BAD_USER_INPUT`, which names the codes, for one that does not exist.',
  })
  readonly region?: string | null;
  @Field(() => NetworkSector, { nullable: true })
  readonly sector?: NetworkSector | null;
  @Field(() => String, { nullable: true, description: 'Beginnings of words of the name, in any script.' })
  readonly search?: string | null;
  @Field(() => [OrganisationStatus], {
    nullable: true,
    description: 'APPROVED when absent. Others are found by administrators alone.',
  })
  readonly status?: OrganisationStatus[] | null;
}

@InputType({ description: 'An organisation for the register.' })
export class SubmitOrganisationInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => [LocalizedTextInput], {
    description: `In at least one language; at most ${NAME_LENGTH} characters each.`,
  })
  readonly name!: LocalizedTextInput[];
  @Field(() => String, { description: 'ISO 3166-2: `KZ-75`.' })
  readonly regionCode!: string;
  @Field(() => NetworkSector)
  readonly sector!: NetworkSector;
  @Field(() => String, { nullable: true, description: 'A link that begins with `https:` or `http:`.' })
  readonly webAddress?: string | null;
}

@InputType({ description: 'A decision about an organisation.' })
export class ModerateOrganisationInput {
  @Field(() => ID)
  readonly organisationId!: string;
  @Field(() => OrganisationStatus, { description: 'Where to take it.' })
  readonly decision!: OrganisationStatus;
  @Field(() => String, {
    nullable: true,
    description: `Its representatives read it. Needed to reject, suspend or close. ${REASON_DESCRIPTION}`,
  })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'Which organisation ends.' })
export class CloseOrganisationInput {
  @Field(() => ID)
  readonly organisationId!: string;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The organisation, as it is now.' })
export class OrganisationSuccess {
  @Field(() => OrganisationType)
  readonly organisation: OrganisationType;

  constructor(organisation: OrganisationType) {
    this.organisation = organisation;
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is no such organisation, or the viewer neither represents nor moderates it.',
})
export class OrganisationNotFound extends UserError {
  constructor(message: string) {
    super('ORGANISATION_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'Only an approved organisation may do this.' })
export class OrganisationNotApproved extends UserError {
  @Field(() => OrganisationStatus, { description: 'Where it is.' })
  readonly status: OrganisationStatus;

  constructor(message: string, status: OrganisationStatus) {
    super('ORGANISATION_NOT_APPROVED', message);
    this.status = status;
  }
}

export const SubmitOrganisationResult = createUnionType({
  name: 'SubmitOrganisationResult',
  description: 'The organisation, which waits for a decision, or what stands in the way.',
  types: () => [OrganisationSuccess, IdempotencyKeyReused, InvalidInput] as const,
});

export const MoveOrganisationResult = createUnionType({
  name: 'MoveOrganisationResult',
  description: 'The organisation, or what stands in the way.',
  types: () => [OrganisationSuccess, OrganisationNotFound, VersionConflict, InvalidTransition, InvalidInput] as const,
});
