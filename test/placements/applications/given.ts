import type { EntityManager } from '@mikro-orm/postgresql';
import { Application } from '../../../services/placements/application/application.entity.ts';
import type { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import type { ApplicationForm } from '../../../services/placements/application/apply/application-form.rules.ts';
import {
  type ApplyToOpeningOutcome,
  applyToOpening,
} from '../../../services/placements/application/apply/apply-to-opening.ts';
import { HostOrganisation } from '../../../services/placements/host-organisation/host-organisation.entity.ts';
import { HostAccreditationStatus } from '../../../services/placements/host-organisation/host-organisation.rules.ts';
import { Opening } from '../../../services/placements/opening/opening.entity.ts';
import { OpeningStatus, Sector } from '../../../services/placements/opening/opening.rules.ts';
import { NO_REQUIREMENTS } from '../../../services/placements/opening/terms.rules.ts';
import { Programme } from '../../../services/placements/programme/programme.entity.ts';
import { ProgrammeFunding, ProgrammeStatus } from '../../../services/placements/programme/programme.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { EventPayload } from '../../../services/shared/journal/journal.entities.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';
import { type OpenNotice, openNotice } from '../../../services/shared/mail/notice.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { TEST_KEYS } from '../../support/database.ts';

export const NOW = new Date('2026-06-01T09:00:00.000Z');
export const DEADLINE = new Date('2026-08-01T20:59:00.000Z');

export function emOf(running: RunningService): EntityManager {
  return running.database.orm.em.fork();
}

type OpeningChange = Partial<
  Pick<
    Opening,
    | 'title'
    | 'description'
    | 'tasks'
    | 'city'
    | 'countryCode'
    | 'sector'
    | 'startsOn'
    | 'endsOn'
    | 'status'
    | 'requirements'
  >
>;
type ApplicationChange = Partial<Pick<Application, 'status' | 'outcome' | 'sentToHostAt' | 'termsVersion'>>;

export interface GivenOpening {
  readonly id: string;
  readonly hostId: string;
}

/** A published opening of a host of its own, which asks for nothing unless told otherwise. */
export async function givenOpening(running: RunningService, change: OpeningChange = {}): Promise<GivenOpening> {
  const em = emOf(running);
  const programme = em.create(Programme, {
    id: newId('programme'),
    name: { en: 'Programme' },
    year: 2026,
    funding: ProgrammeFunding.FULL,
    hostCountries: ['KE'],
    status: ProgrammeStatus.OPEN,
    isDemo: false,
  });
  const host = em.create(HostOrganisation, {
    id: newId('host_organisation'),
    name: 'Host',
    countryCode: 'KE',
    timeZone: 'Africa/Nairobi',
    accreditationStatus: HostAccreditationStatus.ACCREDITED,
    accreditationValidUntil: '2030-12-31',
    isDemo: false,
  });
  await em.flush();
  const opening = em.create(Opening, {
    id: newId('opening'),
    programme,
    hostOrganisation: host,
    title: { en: 'Teaching at a school', ru: 'Преподавание в школе', kk: 'Мектепте сабақ беру' },
    description: {},
    tasks: {},
    sector: Sector.TEACHING,
    countryCode: 'KE',
    city: 'Nairobi',
    startsOn: '2026-11-01',
    endsOn: '2027-04-30',
    timeZone: 'Africa/Nairobi',
    applicationDeadline: DEADLINE,
    positions: 2,
    requirements: NO_REQUIREMENTS,
    entitlements: [],
    clearances: [],
    termsVersion: 1,
    status: OpeningStatus.PUBLISHED,
    isDemo: false,
    ...change,
  });
  await em.flush();
  return { id: opening.id, hostId: host.id };
}

export function form(change: Partial<ApplicationForm> = {}): ApplicationForm {
  return {
    motivation: 'I would like to teach.',
    availableFrom: '2026-10-01',
    languages: [{ language: 'en', level: LanguageLevel.C1 }],
    skills: ['First Aid'],
    birthDate: '1998-09-03',
    citizenship: 'KZ',
    education: null,
    ...change,
  };
}

export function apply(
  running: RunningService,
  openingId: string,
  {
    personId = newId('person'),
    at = NOW,
    key = null,
    ...change
  }: Partial<ApplicationForm> & { personId?: string; at?: Date; key?: string | null } = {},
): Promise<ApplyToOpeningOutcome> {
  return applyToOpening(emOf(running), { openingId, personId, idempotencyKey: key, form: form(change) }, at);
}

/** Somebody's application, in a state; the IDs of both. */
export async function givenApplication(
  running: RunningService,
  openingId: string,
  { personId = newId('person'), ...change }: ApplicationChange & { personId?: string } = {},
): Promise<{ applicationId: string; personId: string }> {
  const outcome = await apply(running, openingId, { personId });
  if (!('applicationId' in outcome) || 'refusal' in outcome) throw new Error(JSON.stringify(outcome));
  const em = emOf(running);
  if (Object.keys(change).length > 0) await em.nativeUpdate(Application, outcome.applicationId, change);
  return { applicationId: outcome.applicationId, personId };
}

export interface ApplicationState {
  readonly status: ApplicationStatus;
  readonly outcome: string | null;
  readonly terms_version: number;
  readonly confirmation_ends_at: string | null;
}

export async function applicationOf(running: RunningService, id: string): Promise<ApplicationState | undefined> {
  const [row] = await emOf(running).execute<ApplicationState[]>(
    'select status, outcome, terms_version, confirmation_ends_at from application where id = ?',
    [id],
  );
  return row;
}

/** How many applications an opening has, and how many changes the trail tells of these. */
export async function countsOf(
  running: RunningService,
  openingId: string,
): Promise<{ applications: number; audited: number }> {
  const [row] = await emOf(running).execute<{ applications: number; audited: number }[]>(
    `select (select count(*)::int from application where opening_id = ?) as applications,
       (select count(*)::int from audit_entry where subject_id in (select id from application where opening_id = ?)) as audited`,
    [openingId, openingId],
  );
  if (!row) throw new Error('a count is a row');
  return row;
}

/** An offer that somebody has open. */
export async function givenOffer(running: RunningService, applicationId: string, openingId: string): Promise<string> {
  const id = newId('offer');
  await emOf(running).execute(
    `insert into offer (id, application_id, opening_id, status, offered_at, expires_at)
     values (?, ?, ?, 'OPEN', ?, ?)`,
    [id, applicationId, openingId, NOW, new Date('2026-06-11T09:00:00.000Z')],
  );
  return id;
}

/** Somebody's service, from day to day. */
export async function givenDeployment(
  running: RunningService,
  openingId: string,
  {
    personId,
    startsOn,
    endsOn,
    status = 'PREPARING',
    endedOn = null,
  }: {
    personId: string;
    startsOn: string;
    endsOn: string;
    status?: string;
    endedOn?: string | null;
  },
): Promise<string> {
  const id = newId('deployment');
  await emOf(running).execute(
    `insert into deployment (id, opening_id, programme_id, host_organisation_id, country_code, person_id, status,
       starts_on, ends_on, entered_on, ended_on, made_at)
     select ?, id, programme_id, host_organisation_id, country_code, ?, ?, ?, ?, ?, ?, ? from opening where id = ?`,
    [id, personId, status, startsOn, endsOn, endedOn && startsOn, endedOn, NOW, openingId],
  );
  return id;
}

/** Has the service act on an event, as if it had come by the queue. */
export function tell(running: RunningService, type: string, payload: EventPayload, occurredAt = NOW): Promise<void> {
  const event = { id: newId('event'), type, occurredAt: occurredAt.getTime(), payload };
  const { orm } = running.database;
  const { handlers } = placements;
  return receive({ service: 'placements', orm, handlers, keys: TEST_KEYS, now: () => occurredAt }, event);
}

/** Has the service act on all that was published about an application, and answers what was written to whom. */
export async function mailsAbout(
  running: RunningService,
  applicationId: string,
): Promise<(OpenNotice & { to: string })[]> {
  const em = emOf(running);
  const moved = await em.execute<{ payload: EventPayload }[]>(
    `delete from outbox_event where type = 'ApplicationMoved' and payload ->> 'applicationId' = ? returning payload`,
    [applicationId],
  );
  for (const { payload } of moved) await tell(running, 'ApplicationMoved', payload);
  const rows = await em.execute<{ payload: EventPayload }[]>(
    `delete from outbox_event where type = 'NoticeDue' and payload ->> 'about' = ? returning payload`,
    [applicationId],
  );
  return rows.map(({ payload }) => ({
    ...openNotice(TEST_KEYS, { about: applicationId, sealed: payload.sealed ?? null }),
    to: String(payload.personId),
  }));
}
