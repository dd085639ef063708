import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { InvalidInput } from '../../shared/graph/user-error.ts';
import { ApplicationType } from '../application/application.types.ts';
import { ApplicationEnded, ApplicationNotFound } from '../application/refusals.types.ts';
import { ConflictOfInterest } from '../selection/refusal/pipeline-refusals.types.ts';
import type { ClearanceRow } from './clearance.loaders.ts';
import { ClearanceKind, ClearanceStage } from './clearance.rules.ts';
import { ClearanceTooShort } from './clearance-refusals.types.ts';
import { ClearanceDecision, ClearanceStanding } from './standing.rules.ts';

registerEnumType(ClearanceDecision, { name: 'ClearanceDecision', description: 'The verdict on a clearance.' });

@ObjectType('Clearance', { description: 'A check of an applicant before they serve abroad.' })
export class ClearanceType {
  @Field(() => ClearanceKind)
  readonly kind: ClearanceKind;
  @Field(() => ClearanceStage, { nullable: true, description: 'Null where the opening does not ask for it.' })
  readonly stage: ClearanceStage | null;
  @Field(() => ClearanceStanding)
  readonly status: ClearanceStanding;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day. Null where it does not run out or has not passed, and for the host.',
  })
  readonly validUntil: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The body that has checked. Null where it is not known, and for the host.',
  })
  readonly issuedBy: string | null;

  constructor(row: ClearanceRow, { standing, isWhole }: { standing: ClearanceStanding; isWhole: boolean }) {
    this.kind = row.kind;
    this.stage = row.stage;
    this.status = standing;
    this.validUntil = isWhole ? row.valid_until : null;
    this.issuedBy = isWhole ? row.issuer : null;
  }
}

@InputType({ description: 'The verdict on a clearance of an applicant.' })
export class RecordClearanceInput {
  @Field(() => ID)
  readonly applicationId!: string;
  @Field(() => ClearanceKind)
  readonly kind!: ClearanceKind;
  @Field(() => ClearanceDecision, { description: 'MEDICAL and INSURANCE are never waived.' })
  readonly status!: ClearanceDecision;
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'Last day, of one that has passed. Needed for VISA and INSURANCE; absent for one that does not run out.',
  })
  readonly validUntil?: string | null;
  @Field(() => String, { nullable: true, description: 'The body that has checked. At most 200 characters.' })
  readonly issuedBy?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why it is waived (needed) or has failed. At most 200 characters. Never of a medical check.',
  })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The verdict is recorded, and what follows from it is done.' })
export class RecordClearanceSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const RecordClearanceResult = createUnionType({
  name: 'RecordClearanceResult',
  description: 'The application with its clearances, or what stands in the way.',
  types: () =>
    [
      RecordClearanceSuccess,
      ApplicationNotFound,
      ApplicationEnded,
      ConflictOfInterest,
      ClearanceTooShort,
      InvalidInput,
    ] as const,
});

@InputType({ description: 'Of whom clearances are asked for.' })
export class RequestClearancesInput {
  @Field(() => ID)
  readonly applicationId!: string;
}

@ObjectType({ description: 'The clearances are asked for.' })
export class RequestClearancesSuccess {
  @Field(() => ApplicationType)
  readonly application: ApplicationType;

  constructor(application: ApplicationType) {
    this.application = application;
  }
}

export const RequestClearancesResult = createUnionType({
  name: 'RequestClearancesResult',
  description: 'The application with its clearances, or what stands in the way.',
  types: () => [RequestClearancesSuccess, ApplicationNotFound, ApplicationEnded, ConflictOfInterest] as const,
});
