import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { ClearanceKind } from '../../clearance/clearance.rules.ts';
import type { AlertRow } from './alert.loaders.ts';
import { DeploymentAlertKind } from './alert.rules.ts';

registerEnumType(DeploymentAlertKind, {
  name: 'DeploymentAlertKind',
  description: 'What has to be looked after in a deployment.',
  valuesConfig: {
    INSURANCE_GAP: { description: 'Days of service without insurance.' },
    ENTRY_OVERDUE: { description: 'The first day has passed, and nobody has confirmed entry on duty.' },
    CLEARANCE_EXPIRING: {
      description: 'Within thirty days, or since, a clearance runs out before the day on which it is needed.',
    },
    CLEARANCE_FAILED: { description: 'A clearance that the opening asks for has failed after acceptance.' },
  },
});

@ObjectType('DeploymentAlert', { description: 'Something to look after. It is gone when what it says is so no more.' })
export class DeploymentAlertType {
  @Field(() => ID, { description: 'The same as long as it says the same.' })
  readonly id: string;
  @Field(() => DeploymentAlertKind)
  readonly kind: DeploymentAlertKind;
  @Field(() => LocalDate, {
    description:
      'First day without insurance; first day of service; last day of the clearance; the day on which it failed.',
  })
  readonly dueOn: string;
  @Field(() => LocalDate, { nullable: true, description: 'Last day without insurance. Null for another alert.' })
  readonly until: string | null;
  @Field(() => ClearanceKind, {
    nullable: true,
    description: 'Which one runs out or has failed. Null for another alert.',
  })
  readonly clearance: ClearanceKind | null;

  readonly deploymentId: string;

  constructor(row: AlertRow) {
    this.id = row.id;
    this.kind = row.kind;
    this.dueOn = row.due_on;
    this.until = row.until_on;
    this.clearance = row.clearance;
    this.deploymentId = row.deployment_id;
  }
}

export const DeploymentAlertConnection = connectionType('DeploymentAlert', () => DeploymentAlertType);
export type DeploymentAlertConnection = InstanceType<typeof DeploymentAlertConnection>;

export function alertKey(row: AlertRow): [string, string] {
  return [row.due_on, row.id];
}
