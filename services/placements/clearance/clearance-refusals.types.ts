import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import { ClearanceKind } from './clearance.rules.ts';
import { ClearanceStanding, type OutstandingClearance } from './standing.rules.ts';

registerEnumType(ClearanceStanding, {
  name: 'ClearanceStatus',
  description: 'Where a clearance is.',
  valuesConfig: {
    REQUIRED: { description: 'The opening asks for it, and nobody has asked the applicant yet.' },
    WAIVED: { description: 'Not needed of this applicant, for a reason that is kept.' },
    EXPIRED: { description: 'It has passed, and its last day is over.' },
  },
});

@ObjectType('OutstandingClearance', { description: 'A clearance that does not let somebody serve yet.' })
export class OutstandingClearanceType {
  @Field(() => ClearanceKind)
  readonly kind: ClearanceKind;
  @Field(() => ClearanceStanding, { description: 'EXPIRED also for one whose last day comes too early.' })
  readonly status: ClearanceStanding;

  constructor({ kind, status }: OutstandingClearance) {
    this.kind = kind;
    this.status = status;
  }
}

@ObjectType({ implements: UserError, description: 'What is asked for at this stage has not all passed.' })
export class ClearancesOutstanding extends UserError {
  @Field(() => [OutstandingClearanceType])
  readonly outstanding: readonly OutstandingClearanceType[];

  constructor(message: string, outstanding: readonly OutstandingClearance[]) {
    super('CLEARANCES_OUTSTANDING', message);
    this.outstanding = outstanding.map((one) => new OutstandingClearanceType(one));
  }
}

@ObjectType({
  implements: UserError,
  description:
    'The clearance would run out before it is needed: visa and insurance hold to the last day of service, the others to the first.',
})
export class ClearanceTooShort extends UserError {
  @Field(() => ClearanceKind)
  readonly kind: ClearanceKind;
  @Field(() => LocalDate, { description: 'The last day that was given.' })
  readonly validUntil: string;
  @Field(() => LocalDate, { description: 'The day on which it must still be valid.' })
  readonly neededUntil: string;

  constructor(message: string, found: { kind: ClearanceKind; validUntil: string; neededUntil: string }) {
    super('CLEARANCE_TOO_SHORT', message);
    this.kind = found.kind;
    this.validUntil = found.validUntil;
    this.neededUntil = found.neededUntil;
  }
}
