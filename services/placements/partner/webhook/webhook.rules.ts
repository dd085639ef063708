import type { TransitionTable } from '../../../shared/state-machine.rules.ts';

/** Where a webhook is. Only an active one is sent anything but the question whether it is there. */
export enum WebhookStatus {
  UNVERIFIED = 'UNVERIFIED',
  ACTIVE = 'ACTIVE',
  PAUSED = 'PAUSED',
  DISABLED = 'DISABLED',
}

/** What a webhook tells of. */
export enum WebhookEvent {
  OPENING_CHANGED = 'OPENING_CHANGED',
  DEPLOYMENT_CHANGED = 'DEPLOYMENT_CHANGED',
}

/** Who takes a step: those who speak for the country, or the portal by what the receiver answers. */
export type WebhookActor = 'partner' | 'portal';

const { UNVERIFIED, ACTIVE, PAUSED, DISABLED } = WebhookStatus;

/**
 * The life of a webhook. It is disabled when it takes nothing for long, or when whoever registered it speaks for the
 * country no more. Whoever resumes it then has it asked again whether it is there.
 */
export const webhookTransitions: TransitionTable<WebhookStatus, WebhookActor> = [
  { from: UNVERIFIED, to: ACTIVE, by: ['portal'] },
  { from: UNVERIFIED, to: UNVERIFIED, by: ['partner'] },
  { from: ACTIVE, to: PAUSED, by: ['partner'] },
  ...[UNVERIFIED, ACTIVE, PAUSED].map((from) => ({ from, to: DISABLED, by: ['portal'] as const })),
  { from: PAUSED, to: ACTIVE, by: ['partner'] },
  { from: DISABLED, to: UNVERIFIED, by: ['partner'] },
];

/** Where resuming takes a webhook: on from a pause, and to being asked again from everything else. */
export function resumedStatus(from: WebhookStatus): WebhookStatus {
  return from === PAUSED ? ACTIVE : UNVERIFIED;
}

export const URL_LENGTH = 2_000;
/** How many webhooks a country has at most. */
export const WEBHOOKS = 10;
/** For so long after a new secret was made, what is sent is signed with the one before, too. */
export const FORMER_SECRET_HOURS = 24;
/** For so many days the portal remembers what it has sent, and sends it again. */
export const LOG_DAYS = 30;

export type UrlProblem = 'too-long' | 'not-an-address' | 'not-secure' | 'private-address';

/** What is wrong with an address as it is written, or null. Where its name leads is seen when it is called. */
export function checkUrl(
  text: string,
  { privateAddresses }: { readonly privateAddresses: boolean },
): UrlProblem | null {
  if (text.length > URL_LENGTH) return 'too-long';
  const url = URL.parse(text);
  if (!url || !['https:', 'http:'].includes(url.protocol)) return 'not-an-address';
  if (url.username !== '' || url.password !== '' || url.hash !== '') return 'not-an-address';
  return url.protocol === 'https:' || privateAddresses ? null : 'not-secure';
}
