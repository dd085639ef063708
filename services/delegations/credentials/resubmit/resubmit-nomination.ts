import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import type { DelegationStatus } from '../../delegation/delegation.rules.ts';
import { isComing } from '../../nomination/deadline/deadlines.rules.ts';
import { keysOf } from '../../nomination/end-nomination.ts';
import { lockNomination } from '../../nomination/lock-nominations.ts';
import { NominationStatus, nominationTransitions } from '../../nomination/nomination.rules.ts';
import type { NomineeNames } from '../../nomination/nominee/nominee.rules.ts';
import type { NoCredentialsStep } from '../lock-credentials.ts';
import { openCredentials } from '../open-credentials.ts';

export interface ResubmitNomination {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly nominationId: string;
  /** Tidied, with nothing wrong; null for a name that stays as it is. */
  readonly names: NomineeNames;
  readonly expectedVersion: number | null;
  /** Whether the actor composes a delegation. */
  readonly mayCompose: (delegationId: string) => boolean;
}

export type ResubmitNominationOutcome =
  | { readonly nominationId: string }
  | { readonly refusal: 'nomination-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'nomination-closed';
      readonly status: DelegationStatus;
      readonly closedAt: null;
      readonly timeZone: null;
    }
  | NoCredentialsStep;

const { UNDER_REVIEW } = NominationStatus;

/**
 * A state puts forward again somebody whose credentials came back, with their names put right: they wait to be checked
 * anew, behind those who waited meanwhile. No deadline is in the way of what was asked for.
 */
export function resubmitNomination(
  em: EntityManager,
  { idempotencyKey: key, mayCompose, ...command }: ResubmitNomination,
  now: Date,
): Promise<ResubmitNominationOutcome> {
  const { actorId, ...input } = command;
  return em.transactional((tx) =>
    once<ResubmitNominationOutcome>(tx, { actorId, operation: 'resubmitNomination', key, input }, now, () =>
      resubmit(tx, { ...command, mayCompose }, now),
    ),
  );
}

async function resubmit(
  tx: EntityManager,
  { actorId, nominationId, names, expectedVersion, mayCompose }: Omit<ResubmitNomination, 'idempotencyKey'>,
  now: Date,
): Promise<ResubmitNominationOutcome> {
  const locked = await lockNomination(tx, nominationId);
  if (!locked || !mayCompose(locked.delegation.id)) return { refusal: 'nomination-not-found' };
  const { nomination, delegation } = locked;
  const { status: from, version, personId = null } = nomination;
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  const allowed = transitionsFrom(nominationTransitions, from, 'focal-point');
  if (!allowed.includes(UNDER_REVIEW)) return { refusal: 'invalid-transition', from, to: UNDER_REVIEW, allowed };
  if (!isComing(delegation.status)) {
    return { refusal: 'nomination-closed', status: delegation.status, closedAt: null, timeZone: null };
  }

  const credentials = await openCredentials(tx, nomination, now);
  credentials.correctedById = actorId;
  nomination.status = UNDER_REVIEW;
  if (names.nativeName) nomination.nativeName = names.nativeName;
  if (names.latinName) nomination.latinName = names.latinName;
  const corrected = (['nativeName', 'latinName'] as const).filter((field) => names[field] !== null);
  const changes = [
    { field: 'status', from, to: UNDER_REVIEW },
    ...corrected.map((field) => ({ field: `${field}.corrected`, from: false, to: true })),
  ];
  const onBehalfOfId = personId === actorId ? null : personId;
  audit(tx, { actorId, onBehalfOfId, command: 'resubmitNomination', subjectId: nominationId, changes }, now);
  publish(tx, 'NominationResubmitted', keysOf(nomination), now);
  return { nominationId };
}
