import type { EntityManager } from '@mikro-orm/postgresql';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import type { RequiredClearance } from '../../../services/placements/clearance/clearance.rules.ts';
import { offerPlacement } from '../../../services/placements/offer/make/offer-placement.ts';
import type { Entitlement } from '../../../services/placements/opening/terms.rules.ts';
import { participant, type Role, type ScopeKind, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';

export const NOW = new Date('2026-06-01T09:00:00.000Z');
export const STARTS_ON = '2026-10-01';
export const ENDS_ON = '2027-03-31';

export type Somebody = Viewer & { readonly personId: string };

export function holder(role: Role, kind: ScopeKind = 'ALL', id: string | null = null): Somebody {
  const personId = newId('person');
  return { ...participant(personId), personId, grants: [{ role, scope: { kind, id } }] };
}

export const officer = holder('PLACEMENT_OFFICER');

export interface GivenOpening {
  readonly id: string;
  readonly hostId: string;
  readonly programmeId: string;
}

interface OpeningTerms {
  readonly positions?: number;
  readonly status?: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly clearances?: readonly RequiredClearance[];
  readonly entitlements?: readonly Entitlement[];
  readonly budget?: number | null;
  readonly programmeStatus?: string;
  readonly accreditedUntil?: string;
  readonly accreditation?: string;
  readonly programmeId?: string;
}

/** An opening with a host and, unless one is named, a programme of its own. */
export async function givenOpening(em: EntityManager, terms: OpeningTerms = {}): Promise<GivenOpening> {
  const { positions = 1, status = 'SELECTION', startsOn = STARTS_ON, endsOn = ENDS_ON } = terms;
  const [id, hostId] = [newId('opening'), newId('host_organisation')];
  const programmeId = terms.programmeId ?? newId('programme');
  if (terms.programmeId === undefined) {
    const { budget = null, programmeStatus = 'OPEN' } = terms;
    await em.execute(
      `insert into programme (id, name, year, funding, host_countries, status, currency, budget_minor)
       values (?, '{"en": "Programme"}', 2026, 'FULL', '{KE}', ?, ?, ?)`,
      [programmeId, programmeStatus, budget === null ? null : 'USD', budget],
    );
  }
  await em.execute(
    `insert into host_organisation (id, name, country_code, accreditation_status, accreditation_valid_until, time_zone)
     values (?, 'Host', 'KE', ?, ?, 'Africa/Nairobi')`,
    [hostId, terms.accreditation ?? 'ACCREDITED', terms.accreditedUntil ?? '2028-12-31'],
  );
  await em.execute(
    `insert into opening (id, programme_id, host_organisation_id, title, sector, country_code, city, starts_on, ends_on,
       application_deadline, positions, status, time_zone, clearances, entitlements)
     values (?, ?, ?, '{"en": "Opening"}', 'TEACHING', 'KE', 'Nairobi', ?, ?, ?, ?, ?, 'Africa/Nairobi', ?::jsonb, ?::jsonb)`,
    [
      id,
      programmeId,
      hostId,
      startsOn,
      endsOn,
      NOW,
      positions,
      status,
      JSON.stringify(terms.clearances ?? []),
      JSON.stringify(terms.entitlements ?? []),
    ],
  );
  return { id, hostId, programmeId };
}

export interface GivenApplication {
  readonly id: string;
  readonly person: Somebody;
}

/** An application as it is somewhere on its way. */
export async function givenApplication(
  em: EntityManager,
  openingId: string,
  {
    status = ApplicationStatus.PREFERRED,
    person = somebody(),
    rank = null,
    termsVersion = 1,
  }: { status?: ApplicationStatus; person?: Somebody; rank?: number | null; termsVersion?: number } = {},
): Promise<GivenApplication> {
  const id = newId('application');
  await em.execute(
    `insert into application (id, opening_id, person_id, status, terms_version, rules_version, eligibility, rank,
       sent_to_host_at, submitted_at)
     values (?, ?, ?, ?, ?, '1', '[]', ?, ?, ?)`,
    [
      id,
      openingId,
      person.personId,
      status,
      termsVersion,
      rank,
      ['SUBMITTED', 'LONGLISTED', 'SHORTLISTED'].includes(status) ? null : NOW,
      NOW,
    ],
  );
  return { id, person };
}

export function somebody(): Somebody {
  const personId = newId('person');
  return { ...participant(personId), personId };
}

/** An application with an open offer. */
export async function givenOffer(
  em: EntityManager,
  openingId: string,
  { person = somebody(), expiresAt = null }: { person?: Somebody; expiresAt?: Date | null } = {},
): Promise<GivenApplication & { readonly offerId: string }> {
  const application = await givenApplication(em, openingId, { person });
  const outcome = await offer(em, application.id, { expiresAt });
  if ('refusal' in outcome) throw new Error(JSON.stringify(outcome));
  return { ...application, offerId: await offerOf(em, application.id) };
}

export function offer(
  em: EntityManager,
  applicationId: string,
  change: { expiresAt?: Date | null; idempotencyKey?: string | null; viewer?: Somebody; now?: Date } = {},
) {
  const { expiresAt = null, idempotencyKey = null, viewer = officer, now = NOW } = change;
  return offerPlacement(em, { viewer, idempotencyKey, applicationId, expiresAt, expectedVersion: null }, now);
}

export async function offerOf(em: EntityManager, applicationId: string): Promise<string> {
  const [row] = await em.execute<{ id: string }[]>(
    'select id from offer where application_id = ? order by offered_at desc, id desc limit 1',
    [applicationId],
  );
  if (!row) throw new Error(`${applicationId} has no offer`);
  return row.id;
}

/** Where applications are, in the order asked for. */
export async function statusesOf(em: EntityManager, ...ids: readonly string[]): Promise<string[]> {
  const rows = await em.execute<{ id: string; status: string }[]>(
    'select id, status from application where id in (?)',
    [[...ids]],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.status ?? 'none');
}

export async function positionsOf(em: EntityManager, openingId: string): Promise<object | undefined> {
  const [row] = await em.execute('select total, offered, filled, free from opening_positions where opening_id = ?', [
    openingId,
  ]);
  return row;
}

/** How many audit entries and events there are: a refusal adds none. */
export async function traceOf(em: EntityManager): Promise<object | undefined> {
  const [row] = await em.execute(
    'select (select count(*)::int from audit_entry) as audited, (select count(*)::int from outbox_event) as told',
  );
  return row;
}

/** What an application's events said, by type and where it went, in order. */
export async function eventsOf(em: EntityManager, applicationId: string): Promise<string[]> {
  const rows = await em.execute<{ said: string }[]>(
    `select type || coalesce(' ' || (payload ->> 'to'), '') as said from outbox_event
     where payload ->> 'applicationId' = ? order by id`,
    [applicationId],
  );
  return rows.map(({ said }) => said);
}
