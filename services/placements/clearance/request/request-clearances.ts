import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../../shared/access/access.rules.ts';
import { audit } from '../../../shared/journal/journal.ts';
import { dayIn } from '../../../shared/text/day.rules.ts';
import { ACTIVE } from '../../application/application.rules.ts';
import { lockForChoosing } from '../../selection/lock-for-choosing.ts';
import type { Refused } from '../../selection/refusal/refusal.rules.ts';
import { Clearance } from '../clearance.entity.ts';
import { ClearanceStatus } from '../clearance.rules.ts';
import { ClearanceStanding, standingOf } from '../standing.rules.ts';

export interface RequestClearances {
  /** Who runs placements. */
  readonly viewer: Viewer & { readonly personId: string };
  readonly applicationId: string;
}

export type RequestClearancesOutcome =
  | { readonly applicationId: string }
  | Refused<'application-not-found' | 'application-ended' | 'conflict-of-interest'>;

/** Clearances that can be asked for: those nobody has asked for yet, and those that have run out. */
const ASKABLE: readonly ClearanceStanding[] = [ClearanceStanding.REQUIRED, ClearanceStanding.EXPIRED];

/** Notes that every clearance the opening asks for, and that is not under way yet, has been asked for. */
export function requestClearances(
  em: EntityManager,
  { viewer, applicationId }: RequestClearances,
  now: Date,
): Promise<RequestClearancesOutcome> {
  return em.transactional(async (tx) => {
    const locked = await lockForChoosing(tx, viewer, applicationId);
    if ('refusal' in locked) return locked;
    if (locked.actor !== 'placement-officer') return { refusal: 'conflict-of-interest' };
    const { application, opening } = locked;
    if (!ACTIVE.includes(application.status)) return { refusal: 'application-ended', status: application.status };
    const known = await tx.find(Clearance, { applicationId }, { refresh: true });
    const today = dayIn(opening.timeZone, now);
    for (const { kind } of opening.clearances) {
      const one = known.find((clearance) => clearance.kind === kind);
      if (!ASKABLE.includes(standingOf(one, today))) continue;
      const from = one?.status ?? null;
      const requested = { status: ClearanceStatus.REQUESTED, validUntil: null, requestedAt: now };
      if (one) tx.assign(one, requested);
      else {
        const nothing = { issuer: null, reason: null, recordedAt: null, recordedById: null };
        tx.create(Clearance, { applicationId, kind, ...requested, ...nothing });
      }
      const changes = [{ field: `clearance.${kind}`, from, to: ClearanceStatus.REQUESTED }];
      const { personId: onBehalfOfId } = application;
      const act = { actorId: viewer.personId, onBehalfOfId, command: 'requestClearances', subjectId: applicationId };
      audit(tx, { ...act, changes }, now);
    }
    return { applicationId };
  });
}
