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
import type { Viewer } from '../../shared/access/access.rules.ts';
import { countedConnectionType, PageArgs } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, SafeInt } from '../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../shared/graph/text-input.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../shared/journal/reason.ts';
import { actorsOf } from '../form/step.rules.ts';
import { ProjectStatus } from '../project/project.rules.ts';
import { ProjectNotFound } from '../project/project.types.ts';
import type { GrantRow } from './grant.loaders.ts';
import { GrantStatus, PUBLIC_GRANTS, PURPOSE_LENGTH, REPORT_LENGTH, RESULT_LENGTH } from './grant.rules.ts';

registerEnumType(GrantStatus, {
  name: 'SmallGrantStatus',
  description: 'Where a small grant is. Anyone sees those that were granted.',
  valuesConfig: {
    SUBMITTED: { description: 'Waits for a decision.' },
    APPROVED: { description: 'Granted; the organisation has not reported yet.' },
    REJECTED: { description: 'Not granted.' },
    REPORTED: { description: 'The organisation has reported.' },
    RETURNED: { description: 'The report has to be put right.' },
    ACCEPTED: { description: 'The report is accepted.' },
  },
});

@ObjectType('MoneyAmount', { description: 'An amount of money.' })
export class MoneyAmount {
  @Field(() => SafeInt, { description: "In the currency's minor unit: 1 000 tenge are 100000 tiyns." })
  readonly minorUnits: number;
  @Field(() => String, { description: 'ISO 4217: `KZT`.' })
  readonly currency: string;

  constructor(minorUnits: number, currency: string) {
    this.minorUnits = minorUnits;
    this.currency = currency;
  }
}

@ObjectType('SmallGrant', { implements: Node, description: 'A small grant for a project.' })
@Directive('@key(fields: "id")')
export class SmallGrantType extends Node {
  @Field(() => MoneyAmount, { description: 'What the organisation asked for.' })
  readonly asked: MoneyAmount;
  @Field(() => MoneyAmount, { nullable: true, description: 'What was granted. Null unless it was.' })
  readonly granted: MoneyAmount | null;
  @Field(() => GrantStatus)
  readonly status: GrantStatus;
  @Field(() => DateTime)
  readonly submittedAt: Date;
  @Field(() => Boolean, { description: 'Invented, for demonstration.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'What to give as `expectedVersion` of a change.' })
  readonly version: number;

  readonly row: GrantRow;

  constructor(row: GrantRow) {
    super(row.id);
    this.asked = new MoneyAmount(row.asked_amount, row.currency);
    this.granted = row.granted_amount === null ? null : new MoneyAmount(row.granted_amount, row.currency);
    this.status = row.status;
    this.submittedAt = row.submitted_at;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.row = row;
  }
}

/** A grant for whoever may see it: a granted one for anyone, others for the organisation and those who moderate. */
export function grantSeen(row: GrantRow, viewer: Viewer): SmallGrantType | null {
  const isPublic = PUBLIC_GRANTS.includes(row.status);
  return isPublic || actorsOf(viewer, row.representative_ids).length > 0 ? new SmallGrantType(row) : null;
}

export const SmallGrantConnection = countedConnectionType('SmallGrant', () => SmallGrantType);

/** Sort key of the list of grants. */
export function grantKey({ submitted_at: at, id }: GrantRow): [string, string] {
  return [at.toISOString(), id];
}

@ArgsType()
export class SmallGrantsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Where the project is, ISO 3166-2: `KZ-75`. `BAD_USER_INPUT` for one that does not exist.',
  })
  readonly region?: string | null;
  @Field(() => [GrantStatus], {
    nullable: true,
    description: 'All that were granted when absent. Others are found by administrators alone.',
  })
  readonly status?: GrantStatus[] | null;
}

@InputType({ description: 'An amount of money.' })
export class MoneyAmountInput {
  @Field(() => SafeInt, { description: "In the currency's minor unit, 1 or more: 1 000 tenge are 100000 tiyns." })
  readonly minorUnits!: number;
  @Field(() => String, { description: 'ISO 4217: `KZT`.' })
  readonly currency!: string;
}

@InputType({ description: 'A grant that an organisation asks for.' })
export class ApplyForGrantInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'An approved or running project of an organisation that the viewer represents.' })
  readonly projectId!: string;
  @Field(() => MoneyAmountInput)
  readonly amount!: MoneyAmountInput;
  @Field(() => [LocalizedTextInput], {
    description: `What it is for, in at least one language; at most ${PURPOSE_LENGTH} characters each.`,
  })
  readonly purpose!: LocalizedTextInput[];
}

@InputType({ description: 'A decision about a grant or a report on it.' })
export class DecideGrantInput {
  @Field(() => ID)
  readonly grantId!: string;
  @Field(() => GrantStatus, {
    description: 'Where to take it: APPROVED or REJECTED; of a report, ACCEPTED or RETURNED.',
  })
  readonly decision!: GrantStatus;
  @Field(() => SafeInt, {
    nullable: true,
    description:
      'What is granted, in the minor unit of what was asked for and no more than that. Absent: all of it. Looked at only for APPROVED.',
  })
  readonly grantedMinorUnits?: number | null;
  @Field(() => String, {
    nullable: true,
    description: `The organisation reads it. Needed to reject or return. ${REASON_DESCRIPTION}`,
  })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@InputType({ description: 'What became of a grant.' })
export class ReportGrantInput {
  @Field(() => ID)
  readonly grantId!: string;
  @Field(() => String, { description: `For administrators; at most ${REPORT_LENGTH} characters.` })
  readonly report!: string;
  @Field(() => [LocalizedTextInput], {
    description: `What came of it, for anyone, in at least one language; at most ${RESULT_LENGTH} characters each.`,
  })
  readonly result!: LocalizedTextInput[];
  @Field(() => Int, { nullable: true, description: 'The version it was decided from; whatever is there when absent.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The grant, as it is now.' })
export class SmallGrantSuccess {
  @Field(() => SmallGrantType)
  readonly grant: SmallGrantType;

  constructor(grant: SmallGrantType) {
    this.grant = grant;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such grant, or it is not for the viewer to act upon.' })
export class SmallGrantNotFound extends UserError {
  constructor(message: string) {
    super('SMALL_GRANT_NOT_FOUND', message);
  }
}

@ObjectType({
  implements: UserError,
  description: 'A grant may be asked for while the project is approved or running.',
})
export class ProjectNotUnderWay extends UserError {
  @Field(() => ProjectStatus, { description: 'Where it is.' })
  readonly status: ProjectStatus;

  constructor(message: string, status: ProjectStatus) {
    super('PROJECT_NOT_UNDER_WAY', message);
    this.status = status;
  }
}

export const ApplyForGrantResult = createUnionType({
  name: 'ApplyForGrantResult',
  description: 'The grant, which waits for a decision, or what stands in the way.',
  types: () => [SmallGrantSuccess, ProjectNotFound, ProjectNotUnderWay, IdempotencyKeyReused, InvalidInput] as const,
});

export const MoveGrantResult = createUnionType({
  name: 'MoveGrantResult',
  description: 'The grant, or what stands in the way.',
  types: () => [SmallGrantSuccess, SmallGrantNotFound, VersionConflict, InvalidTransition, InvalidInput] as const,
});
