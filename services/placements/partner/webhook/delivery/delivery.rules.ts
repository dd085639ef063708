/** Where something that is to be sent is. */
export enum DeliveryStatus {
  PENDING = 'PENDING',
  DELIVERED = 'DELIVERED',
  FAILED = 'FAILED',
}

/** Why a try failed. */
export enum WebhookFailure {
  ADDRESS_NOT_ALLOWED = 'ADDRESS_NOT_ALLOWED',
  NOT_REACHED = 'NOT_REACHED',
  TIMEOUT = 'TIMEOUT',
  REDIRECT = 'REDIRECT',
  REFUSED = 'REFUSED',
  CHALLENGE_NOT_ECHOED = 'CHALLENGE_NOT_ECHOED',
}

/** What deliveries tell of beside changes: the question whether a receiver is there, and a try. */
export const VERIFICATION = 'webhook.verification';
export const TEST = 'webhook.test';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long after a try the next one is made, by how many were made before. */
const PAUSES: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** Whoever registers a webhook waits for the answer: it is asked for at once, or not at all. */
const VERIFICATION_PAUSES: readonly number[] = [5 * SECOND, MINUTE, 5 * MINUTE];
const GIVEN_UP_AFTER = 5 * DAY;
const GONE = 410;

/** What a receiver answered, or why it did not. */
export interface Answer {
  /** Null where there was none. */
  readonly statusCode: number | null;
  /** Null where it took what it was sent. */
  readonly failure: WebhookFailure | null;
}

/** Tells a status in HTTP apart: what was taken, and why something was not. */
export function failureOf(statusCode: number): WebhookFailure | null {
  if (statusCode >= 200 && statusCode < 300) return null;
  return statusCode >= 300 && statusCode < 400 ? WebhookFailure.REDIRECT : WebhookFailure.REFUSED;
}

/** What becomes of a delivery, and of its webhook, after a try. */
export interface Consequence {
  readonly status: DeliveryStatus;
  /** Null where no other try is made. */
  readonly nextAttemptAt: Date | null;
  readonly failingSince: Date | null;
  readonly isDisabled: boolean;
}

/**
 * Judges a try. `tries` were made before it, `failingSince` is when trying began to fail.
 *
 * A receiver that says it is gone is disabled at once, and one that takes nothing for days, too. Being asked whether it is
 * there disables nothing.
 */
export function judge(
  answer: Answer,
  { event, tries, failingSince }: { event: string; tries: number; failingSince: Date | null },
  at: Date,
): Consequence {
  if (answer.failure === null) {
    return { status: DeliveryStatus.DELIVERED, nextAttemptAt: null, failingSince: null, isDisabled: false };
  }
  const isQuestion = event === VERIFICATION;
  const isGone = answer.statusCode === GONE;
  const pause = (isQuestion ? VERIFICATION_PAUSES : PAUSES)[tries];
  const again = isGone || pause === undefined ? null : new Date(at.getTime() + pause);
  const since = failingSince ?? at;
  return {
    status: again ? DeliveryStatus.PENDING : DeliveryStatus.FAILED,
    nextAttemptAt: again,
    failingSince: isQuestion ? failingSince : since,
    isDisabled: !isQuestion && (isGone || at.getTime() - since.getTime() >= GIVEN_UP_AFTER),
  };
}
