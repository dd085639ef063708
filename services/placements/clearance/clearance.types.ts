import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../shared/graph/user-error.ts';
import { ClearanceKind } from './clearance.rules.ts';
import { OutstandingStatus } from './standing.rules.ts';

registerEnumType(OutstandingStatus, {
  name: 'OutstandingClearanceStatus',
  description: 'How a clearance stands that does not let somebody serve.',
  valuesConfig: {
    REQUIRED: { description: 'Nobody has asked for it yet.' },
    EXPIRED: { description: 'It has passed, and does not hold until the day on which it is needed.' },
  },
});

@ObjectType({ description: 'A clearance that an opening asks for and that does not let somebody serve yet.' })
export class OutstandingClearance {
  @Field(() => ClearanceKind)
  readonly kind: ClearanceKind;
  @Field(() => OutstandingStatus)
  readonly status: OutstandingStatus;

  constructor({ kind, status }: { kind: ClearanceKind; status: OutstandingStatus }) {
    this.kind = kind;
    this.status = status;
  }
}

@ObjectType({
  implements: UserError,
  description: 'Not every clearance that is needed by now has passed and is valid.',
})
export class ClearancesOutstanding extends UserError {
  @Field(() => [OutstandingClearance])
  readonly outstanding: OutstandingClearance[];

  constructor(message: string, outstanding: readonly { kind: ClearanceKind; status: OutstandingStatus }[]) {
    super('CLEARANCES_OUTSTANDING', message);
    this.outstanding = outstanding.map((one) => new OutstandingClearance(one));
  }
}
