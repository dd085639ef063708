import type { EntityManager } from '@mikro-orm/postgresql';
import { OpeningStatus, Sector } from '../../../services/placements/opening/opening.rules.ts';
import { NO_REQUIREMENTS } from '../../../services/placements/opening/terms.rules.ts';
import { draftOpening, type WrittenOpening } from '../../../services/placements/opening/write/draft-opening.ts';
import { ANONYMOUS, participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { placementOfficer } from '../given.ts';

/** Noon in Nairobi. */
export const NOW = new Date('2026-05-01T09:00:00.000Z');
export const DEADLINE = new Date('2026-06-30T20:59:00.000Z');

export const stranger = participant(newId('person'));

/** A programme that sends volunteers to Kenya, OPEN unless told otherwise. */
export async function givenProgramme(
  em: EntityManager,
  { status = 'OPEN', budget = null }: { status?: string; budget?: number | null } = {},
): Promise<string> {
  const id = newId('programme');
  await em.execute(
    `insert into programme (id, name, year, funding, host_countries, status, currency, budget_minor)
     values (?, '{"en": "Programme"}', 2026, 'FULL', '{KE}', ?, ?, ?)`,
    [id, status, budget === null ? null : 'USD', budget],
  );
  return id;
}

/** A host in Nairobi, accredited to the end of 2027 unless told otherwise. */
export async function givenHost(
  em: EntityManager,
  { status = 'ACCREDITED', until = '2027-12-31' }: { status?: string; until?: string | null } = {},
): Promise<string> {
  const id = newId('host_organisation');
  await em.execute(
    `insert into host_organisation (id, name, country_code, time_zone, accreditation_status, accredited_from,
       accreditation_valid_until)
     values (?, ?, 'KE', 'Africa/Nairobi', ?, ?::date, ?::date)`,
    [id, `Host ${id}`, status, until && '2024-01-01', until],
  );
  return id;
}

/** An opening in full, as somebody writes it. */
export const written: WrittenOpening = {
  title: [{ locale: 'en', text: 'Teaching' }],
  description: [{ locale: 'en', text: 'At a school.' }],
  tasks: [{ locale: 'en', text: 'Teach.' }],
  sector: Sector.TEACHING,
  city: 'Kisumu',
  startsOn: '2026-09-01',
  endsOn: '2027-02-28',
  applicationDeadline: DEADLINE,
  positions: 3,
  requirements: NO_REQUIREMENTS,
  entitlements: [],
  clearances: [],
};

export interface GivenOpening {
  readonly openingId: string;
  readonly hostId: string;
  readonly programmeId: string;
}

/** An opening of a host of its own, in any state. */
export async function givenOpening(
  em: EntityManager,
  status: OpeningStatus = OpeningStatus.PUBLISHED,
  { hostId, programmeId, ...change }: Partial<GivenOpening & WrittenOpening> = {},
): Promise<GivenOpening> {
  const place = { hostId: hostId ?? (await givenHost(em)), programmeId: programmeId ?? (await givenProgramme(em)) };
  const command = {
    viewer: placementOfficer,
    idempotencyKey: null,
    programmeId: place.programmeId,
    hostOrganisationId: place.hostId,
    written: { ...written, ...change },
  };
  const outcome = await draftOpening(em.fork(), command, NOW);
  if ('refusal' in outcome) throw new Error(JSON.stringify(outcome));
  await em.execute('update opening set status = ? where id = ?', [status, outcome.openingId]);
  return { openingId: outcome.openingId, ...place };
}

/** An application of somebody, in any state. */
export async function givenApplication(em: EntityManager, openingId: string, status = 'SUBMITTED'): Promise<string> {
  const id = newId('application');
  await em.execute(
    `insert into application (id, opening_id, person_id, status, terms_version, rules_version, eligibility, rank, submitted_at)
     select ?, id, ?, ?, terms_version, '1', '[]', ?, ? from opening where id = ?`,
    [id, newId('person'), status, status === 'RESERVE' ? 1 : null, NOW, openingId],
  );
  return id;
}

/** An open offer to somebody who applied. */
export async function givenOffer(em: EntityManager, openingId: string, committed = 0): Promise<string> {
  const applicationId = await givenApplication(em, openingId, 'OFFERED');
  await em.execute(
    `insert into offer (id, application_id, opening_id, status, committed_minor, offered_at, expires_at)
     values (?, ?, ?, 'OPEN', ?, ?, ?)`,
    [newId('offer'), applicationId, openingId, committed, NOW, DEADLINE],
  );
  return applicationId;
}

/** A deployment of somebody. */
export async function givenDeployment(em: EntityManager, openingId: string, status = 'PREPARING'): Promise<string> {
  const applicationId = await givenApplication(em, openingId, 'ACCEPTED');
  const id = newId('deployment');
  await em.execute(
    `insert into deployment (id, application_id, opening_id, programme_id, host_organisation_id, country_code, person_id,
       status, starts_on, ends_on, entered_on, made_at)
     select ?, ?, id, programme_id, host_organisation_id, country_code, ?, ?, starts_on, ends_on, starts_on, ?
     from opening where id = ?`,
    [id, applicationId, newId('person'), status, NOW, openingId],
  );
  return id;
}

/** An opening as it is kept, in a few words. */
export async function openingNow(em: EntityManager, id: string) {
  const [row] = await em.execute<{ status: string; version: number; positions: number; terms: number }[]>(
    'select status, version, positions, terms_version as terms from opening where id = ?',
    [id],
  );
  if (!row) throw new Error(`no opening ${id}`);
  return row;
}

/** What was published about a thing, the oldest first: `type from→to`, or the type alone. */
export async function eventsOf(em: EntityManager, key: string, id: string): Promise<string[]> {
  const rows = await em.execute<{ told: string }[]>(
    `select type || coalesce(' ' || (payload ->> 'to'), '') || coalesce(' ' || (payload ->> 'outcome'), '') as told
     from outbox_event where payload ->> ? = ? order by occurred_at, id`,
    [key, id],
  );
  return rows.map(({ told }) => told);
}

/** Asks the service as somebody. Throws where there are errors. */
export function asking(running: () => RunningService) {
  return async (
    viewer: Viewer | null,
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    locale = 'en',
  ) => {
    const scope = { viewer: viewer ?? ANONYMOUS, locale, correlationId: 'test', deadlineAt: Infinity };
    const { data, errors } = await running().execute({ query, variables, scope });
    if (errors) throw new Error(JSON.stringify(errors));
    // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
    return Object.values(data ?? {})[0] as any;
  };
}
