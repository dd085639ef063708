import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { DomainEvent, EventHandler } from '../../../shared/events/event.ts';
import { newId } from '../../../shared/ids.ts';
import { DeploymentStatus, toldAbroad } from '../../deployment/deployment.rules.ts';
import { deliverChange } from '../webhook/delivery/deliver-change.ts';
import { isTold, type NewChange, PlacementChangeKind } from './placement-change.rules.ts';

const Moved = z.object({ openingId: z.string(), countryCode: z.string(), to: z.string() });
const OfDeployment = z.object({ deploymentId: z.string(), openingId: z.string(), countryCode: z.string() });
const DeploymentMoved = OfDeployment.extend({ to: z.enum(DeploymentStatus) });
const DeploymentExtended = OfDeployment.extend({ status: z.enum(DeploymentStatus) });

/** An opening has taken a step: the country's feed and webhooks tell of it, unless it is not public yet. */
export const noteOpeningChange: EventHandler = async (tx, event, now) => {
  const { openingId, countryCode, to } = Moved.parse(event.payload);
  if (!isTold(to)) return;
  const kind = PlacementChangeKind.OPENING;
  await tell(tx, { ...whenOf(event), kind, countryCode, openingId, deploymentId: null, status: to }, now);
};

/** A deployment has taken a step: the country's feed and webhooks tell of it, and not why service ended early. */
export const noteDeploymentChange: EventHandler = async (tx, event, now) => {
  const { to, ...whose } = DeploymentMoved.parse(event.payload);
  const kind = PlacementChangeKind.DEPLOYMENT;
  await tell(tx, { ...whenOf(event), kind, ...whose, status: toldAbroad(to) }, now);
};

/** A deployment lasts longer: the country's feed and webhooks tell of it, where it is being what it was. */
export const noteDeploymentExtended: EventHandler = async (tx, event, now) => {
  const { status, ...whose } = DeploymentExtended.parse(event.payload);
  const kind = PlacementChangeKind.DEPLOYMENT;
  await tell(tx, { ...whenOf(event), kind, ...whose, status: toldAbroad(status) }, now);
};

function whenOf({ occurredAt }: DomainEvent) {
  return { id: newId('placement_change'), at: new Date(occurredAt) };
}

/**
 * Gives a change the country's next position and has it delivered.
 *
 * Holds the country's row of the feed until commit, so that positions become visible in their order: a reader who has seen
 * one has seen all before it.
 */
async function tell(tx: EntityManager, change: NewChange, now: Date): Promise<void> {
  const { id, kind, countryCode, openingId, deploymentId, status, at } = change;
  await tx.execute(
    `with next as (
       insert into placement_feed (country_code, last_position) values (?, 1)
       on conflict (country_code) do update set last_position = placement_feed.last_position + 1
       returning country_code, last_position
     )
     insert into placement_change (country_code, position, id, kind, at, opening_id, deployment_id, status)
     select country_code, last_position, ?, ?, ?, ?, ?, ? from next`,
    [countryCode, id, kind, at, openingId, deploymentId, status],
  );
  await deliverChange(tx, change, now);
}
