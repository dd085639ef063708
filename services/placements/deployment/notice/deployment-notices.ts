import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import type { EventHandler, EventHandlers } from '../../../shared/events/event.ts';
import { inAllLanguages, notify, type Texts3 } from '../../../shared/mail/notice.ts';
import { localize } from '../../../shared/text/localize.rules.ts';
import { Deployment } from '../deployment.entity.ts';
import { DeploymentStatus } from '../deployment.rules.ts';
import { type noticeMessages, say } from './messages.ts';

const Moved = z.object({
  deploymentId: z.string(),
  /** Null for one that was just made: whoever accepted it knows. */
  from: z.enum(DeploymentStatus).nullable(),
  to: z.enum(DeploymentStatus),
});
const Extended = z.object({ deploymentId: z.string(), endsOn: z.string() });

/** What volunteers hear of each state; why an ending came early is told by nobody but people. */
const texts: Readonly<Record<DeploymentStatus, keyof typeof noticeMessages>> = {
  PREPARING: 'PREPARING_AGAIN',
  READY: 'READY',
  TRAVELLING: 'TRAVELLING',
  SERVING: 'SERVING_AGAIN',
  ON_LEAVE: 'ON_LEAVE',
  SUSPENDED: 'SUSPENDED',
  ENDING: 'ENDING',
  COMPLETED: 'COMPLETED',
  CANCELLED_BEFORE_DEPARTURE: 'CANCELLED',
  RESIGNED: 'ENDED',
  EARLY_RETURN_MEDICAL: 'ENDED',
  EARLY_RETURN_FAMILY: 'ENDED',
  TERMINATED: 'ENDED',
  EVACUATED: 'EVACUATED',
  HOST_WITHDREW: 'ENDED',
};

/** Tells the volunteer of a step; of one that does not stand any more there is nothing to tell. */
const noteMoved: EventHandler = async (tx, { payload }, now, keys) => {
  const { deploymentId, from, to } = Moved.parse(payload);
  if (from === null) return;
  const deployment = await tx.findOne(Deployment, deploymentId);
  if (!deployment || deployment.status !== to) return;
  const begins = from === DeploymentStatus.TRAVELLING && to === DeploymentStatus.SERVING;
  const key = begins ? 'SERVING' : texts[to];
  const paragraph = inAllLanguages((locale) => say(key, locale));
  await tell(tx, keys, { deployment, paragraph }, now);
};

/** Tells the volunteer that service lasts longer. */
const noteExtended: EventHandler = async (tx, { payload }, now, keys) => {
  const { deploymentId, endsOn } = Extended.parse(payload);
  const deployment = await tx.findOne(Deployment, deploymentId);
  if (!deployment || deployment.endsOn !== endsOn) return;
  const paragraph = inAllLanguages((locale) => say('EXTENDED', locale, { day: endsOn }));
  await tell(tx, keys, { deployment, paragraph }, now);
};

/** The mails about service abroad, after the transaction that they follow from. */
export const deploymentNotices: EventHandlers = { DeploymentMoved: noteMoved, DeploymentExtended: noteExtended };

async function tell(
  tx: EntityManager,
  keys: KeyRing,
  { deployment, paragraph }: { deployment: Deployment; paragraph: Texts3 },
  now: Date,
): Promise<void> {
  const { id: about, personId } = deployment;
  const { title, city } = await deployment.opening.loadOrFail();
  const subject = inAllLanguages((locale) =>
    say('SUBJECT', locale, { opening: localize(title, locale)?.text ?? city }),
  );
  notify(tx, keys, { to: { personId }, notice: { subject, paragraphs: [paragraph] }, about, expiresAt: null }, now);
}
