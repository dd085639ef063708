import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../../shared/graph/connection.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import type { PlacementChangeRow } from './placement-change.loaders.ts';
import { PlacementChangeKind } from './placement-change.rules.ts';

registerEnumType(PlacementChangeKind, {
  name: 'PlacementChangeKind',
  description: 'What has changed: an opening or a deployment.',
});

@ObjectType('PlacementChange', {
  description:
    'A step that an opening or a deployment in a country has taken, or that a deployment lasts longer. Changes stay as they are once told.',
})
export class PlacementChangeType {
  @Field(() => ID, { description: 'The same as `changeId` in what webhooks are sent.' })
  readonly id: string;
  @Field(() => PlacementChangeKind)
  readonly kind: PlacementChangeKind;
  @Field(() => DateTime, {
    description: 'When the step was taken. Changes are in the order they became known here, which may be another.',
  })
  readonly at: Date;
  @Field(() => String, {
    description:
      'Where it led to: a word of `OpeningStatus` or `DeploymentStatus`, the same as before for service that lasts longer. Of ends that lie with the volunteer: ENDED_EARLY.',
  })
  readonly status: string;

  readonly row: PlacementChangeRow;

  constructor(row: PlacementChangeRow) {
    this.id = row.id;
    this.kind = row.kind;
    this.at = row.at;
    this.status = row.status;
    this.row = row;
  }
}

export const PlacementChangeConnection = connectionType('PlacementChange', () => PlacementChangeType);
export type PlacementChangeConnection = InstanceType<typeof PlacementChangeConnection>;

/** Sort key of the changes of a country. */
export function placementChangeKey(row: PlacementChangeRow): [number] {
  return [row.position];
}
