import type DataLoader from 'dataloader';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { LocalDate } from '../../shared/graph/scalars.ts';
import type { DeploymentRow } from './deployment.loaders.ts';
import { DeploymentEnding, DeploymentStatus, ENDED_EARLY } from './deployment.rules.ts';

/** The words of the graph: where deployments are, and what partner countries are told of some. */
export const ToldDeploymentStatus = { ...DeploymentStatus, ENDED_EARLY } as const;

registerEnumType(ToldDeploymentStatus, {
  name: 'DeploymentStatus',
  description: "Where somebody's service abroad is, from preparing for it to its end.",
  valuesConfig: {
    READY: { description: 'Every clearance has passed; travel may be ordered.' },
    SERVING: { description: 'The host has confirmed entry on duty.' },
    EVACUATED: { description: 'Brought to safety; service may resume.' },
    ENDED_EARLY: {
      description:
        'What whoever only speaks for the country is told in place of RESIGNED, EARLY_RETURN_MEDICAL, EARLY_RETURN_FAMILY and TERMINATED. No deployment is kept so: a filter by it lets none pass.',
    },
  },
});
registerEnumType(DeploymentEnding, { name: 'DeploymentEnding', description: 'The ways in which service abroad ends.' });

@ObjectType('Deployment', { implements: Node, description: "Somebody's service abroad." })
@Directive('@key(fields: "id")')
export class DeploymentType extends Node {
  @Field(() => LocalDate, { description: 'First day of service as agreed, at the place.' })
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Last day of service as agreed, at the place.' })
  readonly endsOn: string;
  @Field(() => LocalDate, { nullable: true, description: 'The day of departure. Null until travel is ordered.' })
  readonly departsOn: string | null;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which service began. Null until the host has confirmed entry on duty.',
  })
  readonly enteredOn: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The day on which service ended. Null until then.' })
  readonly endedOn: string | null;
  @Field(() => Boolean, { description: 'True where the deployment is a demonstration. Nobody serves.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: DeploymentRow;

  constructor(row: DeploymentRow) {
    super(row.id);
    this.startsOn = row.starts_on;
    this.endsOn = row.ends_on;
    this.departsOn = row.departs_on;
    this.enteredOn = row.entered_on;
    this.endedOn = row.ended_on;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.row = row;
  }
}

export const DeploymentConnection = connectionType('Deployment', () => DeploymentType);
export type DeploymentConnection = InstanceType<typeof DeploymentConnection>;

/** Sort key of the lists of deployments. */
export function deploymentKey(row: DeploymentRow): [string, string] {
  return [row.starts_on, row.id];
}

/** A deployment that a use case has just answered by its ID. */
export async function deploymentOf(
  id: string,
  deploymentById: DataLoader<string, DeploymentRow | null>,
): Promise<DeploymentType> {
  const row = await deploymentById.load(id);
  if (!row) throw new Error(`the deployment ${id} is gone`);
  return new DeploymentType(row);
}
