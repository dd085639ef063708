import type { EntityManager } from '@mikro-orm/postgresql';
import { holds } from '../../../shared/access/access.rules.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { NominationStatus, nominationTransitions } from '../../nomination/nomination.rules.ts';
import { stepsToTakeUp } from '../credentials.rules.ts';
import {
  type CredentialsAct,
  type CredentialsTaken,
  lockCredentials,
  type NoCredentials,
  type NoCredentialsStep,
  takenByOther,
} from '../lock-credentials.ts';
import { openCredentials } from '../open-credentials.ts';

export type TakeCredentialsOutcome =
  | { readonly nominationId: string }
  | NoCredentials
  | NoCredentialsStep
  | CredentialsTaken;

const { UNDER_REVIEW, RETURNED } = NominationStatus;

/**
 * An officer takes somebody's credentials up, and works on them from now on. Of two who take the same, the second is told
 * of the first. Taking one's own changes nothing.
 */
export function takeCredentials(
  em: EntityManager,
  command: CredentialsAct,
  now: Date,
): Promise<TakeCredentialsOutcome> {
  const { viewer, nominationId } = command;
  const actorId = viewer.personId;
  return em.transactional(async (tx) => {
    const locked = await lockCredentials(tx, command);
    if ('refusal' in locked) return locked;
    const { nomination } = locked;
    const from = nomination.status;
    const steps = stepsToTakeUp(from);
    if (!steps) {
      const allowed = transitionsFrom(nominationTransitions, from, 'accreditation-officer');
      return { refusal: 'invalid-transition', from, to: UNDER_REVIEW, allowed };
    }
    const taken = takenByOther(locked.credentials, actorId);
    if (taken) return taken;
    if (locked.credentials?.ownerId === actorId && steps.length === 0) return { nominationId };

    const reopened = from === RETURNED || !locked.credentials;
    const credentials = reopened ? await openCredentials(tx, nomination, now) : locked.credentials;
    const owned = { field: 'owner', from: credentials?.ownerId ?? null, to: actorId };
    if (credentials) tx.assign(credentials, { ownerId: actorId, takenAt: now });
    nomination.status = steps.at(-1) ?? from;
    const changes = [...steps.map((to) => ({ field: 'status', from, to })), owned];
    audit(tx, { actorId, command: 'takeCredentials', subjectId: nominationId, changes }, now);
    return { nominationId };
  });
}

export type ReleaseCredentialsOutcome = { readonly nominationId: string } | NoCredentials | CredentialsTaken;

/** An officer gives credentials back, for another one to take. An administrator gives back those of anybody. */
export function releaseCredentials(
  em: EntityManager,
  command: CredentialsAct,
  now: Date,
): Promise<ReleaseCredentialsOutcome> {
  const { viewer, nominationId } = command;
  const actorId = viewer.personId;
  return em.transactional(async (tx) => {
    const locked = await lockCredentials(tx, command);
    if ('refusal' in locked) return locked;
    const { credentials } = locked;
    const ownerId = credentials?.ownerId ?? null;
    if (!credentials || ownerId === null) return { nominationId };
    const isAdministrator = holds(viewer, ['ADMINISTRATOR'], { kind: 'EDITION', id: credentials.editionId });
    const taken = isAdministrator ? null : takenByOther(credentials, actorId);
    if (taken) return taken;

    tx.assign(credentials, { ownerId: null, takenAt: null });
    const changes = [{ field: 'owner', from: ownerId, to: null }];
    audit(tx, { actorId, command: 'releaseCredentials', subjectId: nominationId, changes }, now);
    return { nominationId };
  });
}
