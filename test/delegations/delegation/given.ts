import type { EntityManager } from '@mikro-orm/postgresql';
import { DelegationStatus, PartyType } from '../../../services/delegations/delegation/delegation.rules.ts';
import { inviteDelegation } from '../../../services/delegations/delegation/invitation/invite-delegation.ts';
import { uploadNoteVerbale } from '../../../services/delegations/delegation/note-verbale/upload-note-verbale.ts';
import { DelegationRole, QuotaCategory } from '../../../services/delegations/nomination/nomination.rules.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { participant, type Role, type ScopeKind, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { addressKey } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { EventPayload } from '../../../services/shared/journal/journal.entities.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { TEST_KEYS } from '../../support/database.ts';

export const NOW = new Date('2026-06-01T09:00:00.000Z');
export const DEADLINE = new Date('2026-08-01T09:00:00.000Z');
export const INVITING = { keys: TEST_KEYS, publicUrl: 'http://localhost' };

/** The smallest files there are that say what they are by their content. */
export const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const admin = holder('ADMINISTRATOR', 'ALL', null);

export function holder(role: Role, kind: ScopeKind, id: string | null): Viewer {
  return { ...participant(newId('person')), grants: [{ role, scope: { kind, id } }] };
}

/** Has the service act on an event, as if another service had published it. */
export function tell(running: RunningService, type: string, payload: EventPayload, occurredAt = NOW): Promise<void> {
  const event = { id: newId('event'), type, occurredAt: occurredAt.getTime(), payload };
  const { orm } = running.database;
  return receive(
    { service: 'delegations', orm, handlers: delegations.handlers, keys: TEST_KEYS, now: () => NOW },
    event,
  );
}

export async function givenEdition(running: RunningService, more: EventPayload = {}): Promise<string> {
  const editionId = newId('forum_edition');
  await tell(running, 'EditionScheduled', { ...schedule(editionId), ...more });
  return editionId;
}

export function schedule(editionId: string): EventPayload {
  return {
    editionId,
    year: 2026,
    timeZone: 'Asia/Almaty',
    nominationClosesAt: null,
    confirmationClosesAt: null,
    substitutionClosesAt: null,
    credentialsCloseAt: DEADLINE.toISOString(),
    startsAt: null,
    endsAt: null,
    status: 'ANNOUNCED',
    version: 1,
  };
}

export async function givenCountries(em: EntityManager): Promise<void> {
  await em.execute(`insert into country (code) values ('KG'), ('KZ'), ('TJ') on conflict do nothing`);
}

export interface GivenDelegation {
  readonly id: string;
  readonly editionId: string;
}

export async function givenDelegation(
  running: RunningService,
  {
    status = DelegationStatus.INVITED,
    country = 'KG',
    email = null,
    ...more
  }: { status?: DelegationStatus; country?: string; email?: string | null; editionId?: string } = {},
): Promise<GivenDelegation> {
  const em = running.database.orm.em.fork();
  await givenCountries(em);
  const editionId = more.editionId ?? (await givenEdition(running));
  const command = {
    actorId: newId('person'),
    idempotencyKey: null,
    editionId,
    country,
    partyType: PartyType.MEMBER,
    quotas: [{ category: QuotaCategory.DELEGATE, allocated: 60 }],
    focalPointEmail: email,
  };
  const outcome = await inviteDelegation(em, INVITING, command, NOW);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  await em.execute('update delegation set status = ? where id = ?', [status, outcome.delegationId]);
  return { id: outcome.delegationId, editionId };
}

export async function givenNote(em: EntityManager, viewer: Viewer, delegationId: string): Promise<string> {
  const command = { viewer, delegationId, idempotencyKey: null, fileName: 'note.pdf', content: PDF };
  const outcome = await uploadNoteVerbale(em, command, NOW);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return outcome.noteVerbaleId;
}

/** Nominates people straight in the database. */
export async function givenNominations(
  em: EntityManager,
  delegationId: string,
  roles: readonly DelegationRole[] = [DelegationRole.HEAD],
): Promise<void> {
  for (const role of roles) {
    await em.execute(
      `insert into nomination (id, delegation_id, person_id, category, role, status)
       values (?, ?, ?, 'DELEGATE', ?, 'NOMINATED')`,
      [newId('nomination'), delegationId, newId('person'), role],
    );
  }
}

/** Has somebody prove an address to be theirs. */
export function signIn(running: RunningService, personId: string, email: string): Promise<void> {
  return tell(running, 'AddressNoted', { personId, addressKey: addressKey(TEST_KEYS, email) });
}

export async function delegationRow(em: EntityManager, id: string): Promise<{ status: string; version: number }> {
  const [row] = await em.execute<{ status: string; version: number }[]>(
    'select status, version from delegation where id = ?',
    [id],
  );
  if (!row) throw new Error(`delegation ${id} is gone`);
  return row;
}

/** Types of the events about a delegation, in the order they were published. */
export async function eventsOf(em: EntityManager, delegationId: string): Promise<string[]> {
  const rows = await em.execute<{ type: string }[]>(
    `select type from outbox_event where payload ->> 'delegationId' = ? order by id`,
    [delegationId],
  );
  return rows.map(({ type }) => type);
}
