import { z } from 'zod';
import type { EventHandler } from '../../../shared/events/event.ts';
import { ApplicationStatus } from '../../application/application.rules.ts';
import { lockApplication } from '../../application/move-application.ts';
import { endOpenOffer } from '../../offer/end-offer.ts';
import { OfferStatus } from '../../offer/offer.rules.ts';
import { lockOpening } from '../../opening/move-opening.ts';
import { PLACED } from '../selection.rules.ts';
import { callUpReserve } from './call-up-reserve.ts';

const ApplicationMoved = z.object({ applicationId: z.string(), from: z.string().nullable() });
const DeploymentMoved = z.object({ openingId: z.string() });
const command = 'noteFreedPlace';

/**
 * An application that was to be placed has ended, by whatever act: its offer does not stay open, and the place goes to
 * the reserve. Acts of selection have done so already; then nothing changes.
 */
export const noteApplicationMoved: EventHandler = async (tx, { payload }, now) => {
  const { applicationId, from } = ApplicationMoved.parse(payload);
  if (!PLACED.some((status) => status === from)) return;
  const locked = await lockApplication(tx, applicationId);
  if (!locked || locked.application.status === ApplicationStatus.OFFERED) return;
  const { application, opening } = locked;
  const status = application.status === ApplicationStatus.WITHDRAWN ? OfferStatus.DECLINED : OfferStatus.RESCINDED;
  await endOpenOffer(tx, application, { status, actorId: null, command }, now);
  if (!PLACED.includes(application.status)) await callUpReserve(tx, opening, now);
};

/** A deployment has moved; where it ended early, its place goes to the reserve. */
export const noteDeploymentMoved: EventHandler = async (tx, { payload }, now) => {
  const opening = await lockOpening(tx, DeploymentMoved.parse(payload).openingId);
  if (opening) await callUpReserve(tx, opening, now);
};
