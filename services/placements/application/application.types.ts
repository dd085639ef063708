import type DataLoader from 'dataloader';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime } from '../../shared/graph/scalars.ts';
import type { ApplicationRow } from './application.loaders.ts';
import { ApplicationOutcome, ApplicationStatus } from './application.rules.ts';

registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'Where an application is, from being sent in to an accepted offer, or how it ended.',
  valuesConfig: {
    WITH_HOST: { description: 'Sent to the host organisation, which assesses it.' },
    RESERVE: { description: 'Fit to serve, and next when a position comes free.' },
    CLEARANCE: { description: 'Chosen; what the opening asks to be checked before an offer is being checked.' },
  },
});
registerEnumType(ApplicationOutcome, {
  name: 'ApplicationOutcome',
  description: 'Why an application led to no placement, where somebody else than the applicant ended it.',
});

@ObjectType('Application', { implements: Node, description: "A person's wish to serve in an opening." })
@Directive('@key(fields: "id")')
export class ApplicationType extends Node {
  @Field(() => ApplicationStatus)
  readonly status: ApplicationStatus;
  @Field(() => DateTime, { description: 'When it was taken.' })
  readonly submittedAt: Date;
  @Field(() => Int, { description: "The version of the opening's terms that the applicant has agreed to." })
  readonly termsVersion: number;
  @Field(() => ApplicationOutcome, { nullable: true, description: 'Null until it has ended by another hand.' })
  readonly outcome: ApplicationOutcome | null;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly row: ApplicationRow;

  constructor(row: ApplicationRow) {
    super(row.id);
    this.status = row.status;
    this.submittedAt = row.submitted_at;
    this.termsVersion = row.terms_version;
    this.outcome = row.outcome;
    this.version = row.version;
    this.row = row;
  }
}

export const ApplicationConnection = countedConnectionType('Application', () => ApplicationType);
export type ApplicationConnection = InstanceType<typeof ApplicationConnection>;

/** Sort key of the lists of applications. */
export function applicationKey(row: ApplicationRow): [string, string] {
  return [row.submitted_at.toISOString(), row.id];
}

/** An application that a use case has just answered by its ID. */
export async function applicationOf(
  id: string,
  applicationById: DataLoader<string, ApplicationRow | null>,
): Promise<ApplicationType> {
  const row = await applicationById.load(id);
  if (!row) throw new Error(`the application ${id} is gone`);
  return new ApplicationType(row);
}
