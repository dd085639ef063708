import type { EntityManager } from '@mikro-orm/postgresql';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { RegistrationGroup } from '../../waiting-list/waiting-list.entity.ts';
import { endRegistration } from '../end-registration.ts';
import { lockRegistration } from '../lock-registration.ts';
import type { Registration } from '../registration.entity.ts';
import { RegistrationStatus, registrationTransitions } from '../registration.rules.ts';

export interface WithdrawRegistration {
  /** The registered person, or whoever registered them with a group. */
  readonly actorId: string;
  readonly registrationId: string;
  readonly expectedVersion: number | null;
  readonly reason: string | null;
}

export type WithdrawRegistrationOutcome =
  | { readonly registrationId: string }
  | { readonly refusal: 'registration-not-found' }
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: RegistrationStatus;
      readonly allowed: readonly RegistrationStatus[];
    };

/**
 * Withdraws a registration for the person themself, or for whoever registered them with a group.
 *
 * A seat it held, or was offered, goes to the head of the waiting list in the same transaction. Withdrawing what is
 * withdrawn already changes nothing.
 */
export function withdrawRegistration(
  em: EntityManager,
  { actorId, registrationId, expectedVersion, reason }: WithdrawRegistration,
  now: Date,
): Promise<WithdrawRegistrationOutcome> {
  return em.transactional(async (tx) => {
    const registration = await lockRegistration(tx, registrationId);
    if (!registration || !(await isTheirs(tx, registration, actorId))) return { refusal: 'registration-not-found' };
    const { status, version } = registration;
    if (status === RegistrationStatus.WITHDRAWN) return { registrationId };
    if (expectedVersion !== null && expectedVersion !== version) {
      return { refusal: 'version-conflict', currentVersion: version };
    }
    const allowed = transitionsFrom(registrationTransitions, status, 'participant');
    if (!allowed.includes(RegistrationStatus.WITHDRAWN))
      return { refusal: 'invalid-transition', from: status, allowed };

    const act = { actorId, isForOthers: true, command: 'withdrawRegistration', reason };
    await endRegistration(tx, registration, { ...act, to: RegistrationStatus.WITHDRAWN }, now);
    return { registrationId };
  });
}

async function isTheirs(tx: EntityManager, { personId, group }: Registration, actorId: string): Promise<boolean> {
  if (personId === actorId) return true;
  if (!group) return false;
  return (await tx.count(RegistrationGroup, { id: group.id, contactPersonId: actorId })) > 0;
}
