import type { EntityManager } from '@mikro-orm/postgresql';
import type { EventHandler } from '../../shared/events/event.ts';
import { namedId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';

const ROLE = 'FOCAL_POINT';
const KIND = 'DELEGATION';

interface Told {
  /** The grant that follows from this focal point, the same whichever word of it comes first. */
  readonly grantId: string;
  readonly personId: string;
  readonly delegationId: string;
  readonly at: Date;
}

/**
 * A delegation's focal point is confirmed: from now on they hold the role over it. One that they were given by hand goes on
 * as this one, and ends with it.
 *
 * Word of the end may come first; then there is nothing to give.
 */
export const grantToFocalPoint: EventHandler = async (tx, event, now) => {
  const told = toldIn(event);
  const { grantId, personId, delegationId, at } = told;
  const grantedById = event.payload.confirmedById ?? null;
  if (!(await lockPerson(tx, personId))) return;
  const known = await tx.execute('select from role_grant where id = ?', [grantId]);
  if (known.length > 0) return;
  await revokeOpen(tx, told, now);
  await tx.execute(
    `insert into role_grant (id, person_id, role, scope_kind, scope_id, since, granted_by_id) values (?, ?, ?, ?, ?, ?, ?)`,
    [grantId, personId, ROLE, KIND, delegationId, at, grantedById],
  );
  const changes = [
    { field: 'role', from: null, to: ROLE },
    { field: 'scope', from: null, to: delegationId },
  ];
  audit(tx, { actorId: null, command: 'grantToFocalPoint', subjectId: personId, changes }, now);
  publish(tx, 'RoleGranted', { grantId, personId, role: ROLE, scopeKind: KIND, scopeId: delegationId }, now);
};

/** Somebody is a focal point no longer: what they held over the delegation until then is revoked. */
export const revokeFromFocalPoint: EventHandler = async (tx, event, now) => {
  const told = toldIn(event);
  const { grantId, personId, delegationId, at } = told;
  if (!(await lockPerson(tx, personId))) return;
  await revokeOpen(tx, told, now);
  // Kept even where nothing was granted yet, so that word of the beginning does not come after that of the end.
  await tx.execute(
    `insert into role_grant (id, person_id, role, scope_kind, scope_id, since, revoked_at) values (?, ?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
    [grantId, personId, ROLE, KIND, delegationId, at, at],
  );
};

function toldIn({ payload, occurredAt }: Parameters<EventHandler>[1]): Told {
  return {
    grantId: namedId('role_grant', `focal point/${payload.focalPointId}`),
    personId: String(payload.personId),
    delegationId: String(payload.delegationId),
    at: new Date(occurredAt),
  };
}

/** Whether there is such a person; whoever grants them something at this moment is waited for. */
async function lockPerson(tx: EntityManager, personId: string): Promise<boolean> {
  const rows = await tx.execute(
    `select from person where id = ? and id not in (select person_id from erased_person) for update`,
    [personId],
  );
  return rows.length > 0;
}

/** Revokes what somebody held over a delegation up to an instant. */
async function revokeOpen(tx: EntityManager, { personId, delegationId, at }: Told, now: Date): Promise<void> {
  const revoked = await tx.execute<{ id: string }[]>(
    `update role_grant set revoked_at = ?
     where person_id = ? and role = ? and scope_kind = ? and scope_id = ? and revoked_at is null and since <= ?
     returning id`,
    [at, personId, ROLE, KIND, delegationId, at],
  );
  for (const { id: grantId } of revoked) {
    const changes = [{ field: 'revokedAt', from: null, to: at.toISOString() }];
    audit(tx, { actorId: null, command: 'revokeFromFocalPoint', subjectId: personId, changes }, now);
    publish(tx, 'GrantRevoked', { grantId, personId, role: ROLE }, now);
  }
}
