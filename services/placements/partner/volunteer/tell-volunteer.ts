import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { publish } from '../../../shared/journal/journal.ts';
import { Deployment } from '../../deployment/deployment.entity.ts';
import { knownUntil } from './acquaintance.rules.ts';

const Changed = z.object({ deploymentId: z.string() });

/**
 * Tells the service that owns names who has to know the volunteer of a deployment, and until when.
 *
 * Says how the deployment is now, with its version: word may overtake word, and the latest version counts.
 */
export const tellVolunteer: EventHandler = async (tx, { payload }, now) => {
  const { deploymentId } = Changed.parse(payload);
  const deployment = await tx.findOne(Deployment, deploymentId, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
  if (!deployment) return;
  const { personId, countryCode, hostOrganisation, version } = deployment;
  const until = knownUntil(deployment)?.toISOString() ?? null;
  const whom = { personId, countryCode, hostOrganisationId: hostOrganisation.id };
  publish(tx, 'VolunteerKnown', { deploymentId, deploymentVersion: version, ...whom, until }, now);
};
