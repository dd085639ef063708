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
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { countedConnectionType, PageArgs } from '../../../shared/graph/connection.ts';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime, LocalDate } from '../../../shared/graph/scalars.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { actorsOf } from '../../form/step.rules.ts';
import { OrganisationNotApproved, OrganisationNotFound } from '../../organisation/organisation.types.ts';
import { RegionType } from '../../region/region.types.ts';
import { NetworkSector } from '../../sector/sector.types.ts';
import type { DeedRow } from './deed.loaders.ts';
import { DESCRIPTION_LENGTH, DeedStatus, MOST_PARTICIPANTS, PLACE_LENGTH } from './deed.rules.ts';

registerEnumType(DeedStatus, {
  name: 'DeedStatus',
  description: 'Where a deed is. It counts, and anyone sees it, while it is APPROVED.',
  valuesConfig: {
    FILED: { description: 'Waits for a decision.' },
    APPROVED: { description: 'Counts.' },
    REJECTED: { description: 'Does not count.' },
    WITHDRAWN: { description: 'Whoever filed it has taken it back.' },
  },
});

@ObjectType('Deed', { implements: Node, description: 'A good deed that somebody filed for a campaign.' })
@Directive('@key(fields: "id")')
export class DeedType extends Node {
  @Field(() => LocalDate, { description: 'The day it was done.' })
  readonly on: string;
  @Field(() => RegionType)
  readonly region: RegionType;
  @Field(() => String, { nullable: true, description: 'Null once whoever filed it has left the portal.' })
  readonly place: string | null;
  @Field(() => NetworkSector)
  readonly sector: NetworkSector;
  @Field(() => Int, { description: 'How many took part.' })
  readonly participants: number;
  @Field(() => String, { nullable: true, description: 'As whoever filed it tells of it.' })
  readonly description: string | null;
  @Field(() => DeedStatus)
  readonly status: DeedStatus;
  @Field(() => DateTime)
  readonly filedAt: Date;
  @Field(() => Boolean, { description: 'Invented, for demonstration.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'What to give as `expectedVersion` of a change.' })
  readonly version: number;

  readonly row: DeedRow;

  constructor(row: DeedRow) {
    super(row.id);
    this.on = row.done_on;
    this.region = new RegionType(row.region_code, row.region_name);
    this.place = row.place;
    this.sector = row.sector;
    this.participants = row.participants;
    this.description = row.description;
    this.status = row.status;
    this.filedAt = row.filed_at;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.row = row;
  }
}

/** A deed for whoever may see it: an approved one for anyone, others for whoever filed it and those who moderate. */
export function deedSeen(row: DeedRow, viewer: Viewer): DeedType | null {
  const isPublic = row.status === DeedStatus.APPROVED;
  return isPublic || actorsOf(viewer, [row.filed_by_id]).length > 0 ? new DeedType(row) : null;
}

export const DeedConnection = countedConnectionType('Deed', () => DeedType);

/** Sort key of lists of deeds. */
export function deedKey({ done_on: day, id }: DeedRow): [string, string] {
  return [day, id];
}

@ArgsType()
export class DeedsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one campaign; of all when absent.' })
  readonly campaignId?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'ISO 3166-2: `KZ-75`. `BAD_USER_INPUT`, which names the codes, for one that does not exist.',
  })
  readonly region?: string | null;
  @Field(() => NetworkSector, { nullable: true })
  readonly sector?: NetworkSector | null;
  @Field(() => [DeedStatus], {
    nullable: true,
    description: 'APPROVED when absent. Others are found by administrators alone.',
  })
  readonly status?: DeedStatus[] | null;
}

@InputType({ description: 'A good deed for a campaign.' })
export class FileDeedInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly campaignId!: string;
  @Field(() => LocalDate, { description: 'The day it was done: within the campaign, today or earlier.' })
  readonly on!: string;
  @Field(() => String, { description: 'ISO 3166-2: `KZ-75`.' })
  readonly regionCode!: string;
  @Field(() => String, { description: `Anyone reads it. At most ${PLACE_LENGTH} characters.` })
  readonly place!: string;
  @Field(() => NetworkSector, { description: "One of the campaign's." })
  readonly sector!: NetworkSector;
  @Field(() => Int, { description: `How many took part: 1 to ${MOST_PARTICIPANTS}.` })
  readonly participants!: number;
  @Field(() => String, {
    nullable: true,
    description: `Anyone reads it; names of people do not belong here. At most ${DESCRIPTION_LENGTH} characters.`,
  })
  readonly description?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "In whose name: an approved organisation that the viewer represents. Absent: the viewer's own.",
  })
  readonly organisationId?: string | null;
}

@InputType({ description: 'A decision about a deed.' })
export class ModerateDeedInput {
  @Field(() => ID)
  readonly deedId!: string;
  @Field(() => DeedStatus, { description: 'Where to take it: APPROVED or REJECTED.' })
  readonly decision!: DeedStatus;
  @Field(() => String, {
    nullable: true,
    description: `Whoever filed it reads it. Needed to reject. ${REASON_DESCRIPTION}`,
  })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'A deed to be taken back.' })
export class WithdrawDeedInput {
  @Field(() => ID)
  readonly deedId!: string;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The deed, as it is now.' })
export class DeedSuccess {
  @Field(() => DeedType)
  readonly deed: DeedType;

  constructor(deed: DeedType) {
    this.deed = deed;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such campaign.' })
export class CampaignNotFound extends UserError {
  constructor(message: string) {
    super('CAMPAIGN_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'There is no such deed, or the viewer neither filed nor moderates it.',
})
export class DeedNotFound extends UserError {
  constructor(message: string) {
    super('DEED_NOT_FOUND', message);
  }
}

export const FileDeedResult = createUnionType({
  name: 'FileDeedResult',
  description: 'The deed, which waits for a decision, or what stands in the way.',
  types: () =>
    [
      DeedSuccess,
      CampaignNotFound,
      OrganisationNotFound,
      OrganisationNotApproved,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});

export const MoveDeedResult = createUnionType({
  name: 'MoveDeedResult',
  description: 'The deed, or what stands in the way.',
  types: () => [DeedSuccess, DeedNotFound, VersionConflict, InvalidTransition, InvalidInput] as const,
});
