import {
  CREDENTIALS_ITEMS,
  CredentialsDecision,
  type CredentialsItem,
} from '../../../services/delegations/credentials/credentials.rules.ts';
import {
  type VerifyCredentials,
  type VerifyCredentialsOutcome,
  verifyCredentials,
} from '../../../services/delegations/credentials/verify/verify-credentials.ts';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import type { Nominee } from '../../../services/delegations/nomination/nominee/nominee.rules.ts';
import type { Role, ScopeKind } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { TEST_KEYS } from '../../support/database.ts';
import { type Desk, givenNominee, POSTAGE } from '../nomination/desk.ts';

export function entrusted(role: Role, kind: ScopeKind, id: string | null, personId = newId('person')) {
  return { personId, apiClientId: null, grants: [{ role, scope: { kind, id } }] };
}

export function officerOf(editionId: string, personId?: string) {
  return entrusted('ACCREDITATION_OFFICER', 'EDITION', editionId, personId);
}

export type Officer = ReturnType<typeof officerOf>;

/** Somebody who has been nominated and has their seat. */
export async function givenConfirmed(desk: Desk, delegationId: string, change: Partial<Nominee> = {}) {
  const one = await givenNominee(desk, delegationId, change);
  const command = {
    actorId: one.personId,
    idempotencyKey: null,
    nominationId: one.nominationId,
    expectedVersion: null,
  };
  await confirmNomination(desk.delegations, command, NOW);
  await desk.settle();
  return one;
}

/** A checklist in which these items are met, and no others named. */
export function met(...items: readonly CredentialsItem[]) {
  return items.map((item) => ({ item, met: true }));
}
export const EVERYTHING = met(...CREDENTIALS_ITEMS);

export function verify(
  desk: Desk,
  viewer: Officer,
  nominationId: string,
  change: Partial<VerifyCredentials> = {},
): Promise<VerifyCredentialsOutcome> {
  const command = {
    viewer,
    nominationId,
    decision: CredentialsDecision.APPROVE,
    checklist: EVERYTHING,
    note: null,
    expectedVersion: null,
    ...change,
  };
  return verifyCredentials(desk.delegations, POSTAGE, command, NOW);
}

export interface CredentialsState {
  readonly status: string;
  readonly met: string[];
  readonly note: string | null;
  readonly is_waiting: boolean;
  readonly owner_id: string | null;
  readonly decision: string | null;
  readonly decided_by_id: string | null;
}

export async function credentialsOf(desk: Desk, nominationId: string): Promise<CredentialsState | undefined> {
  const [row] = await desk.delegations.execute<CredentialsState[]>(
    `select status, met, note, waiting_since is not null as is_waiting, owner_id, decision, decided_by_id
     from nomination left join credentials on nomination_id = id where id = ?`,
    [nominationId],
  );
  return row;
}

/** Mails about something that are on their way: to whom, and what they say in English. */
export async function mailsAbout(desk: Desk, about: string) {
  const rows = await desk.delegations.execute<
    { payload: { personId: string; about: string; sealed: Parameters<typeof openNotice>[1]['sealed'] } }[]
  >(`select payload from outbox_event where type = 'NoticeDue' and payload ->> 'about' = ? order by id`, [about]);
  return rows.map(({ payload }) => {
    const { subject, paragraphs } = openNotice(TEST_KEYS, payload);
    return { to: payload.personId, text: [subject.en, ...paragraphs.map(({ en }) => en)] };
  });
}

/** Commands in the audit trail about something, in their order. */
export async function auditOf(desk: Desk, subjectId: string) {
  const rows = await desk.delegations.execute<{ command: string; changes: { field: string; to: unknown }[] }[]>(
    'select command, changes from audit_entry where subject_id = ? order by at, id',
    [subjectId],
  );
  return rows.map(({ command, changes }) => [command, ...changes.map(({ field, to }) => `${field}=${to}`)]);
}
