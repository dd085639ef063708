import { DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { OpeningStatus, Sector } from '../../../services/placements/opening/opening.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import type { DomainEvent } from '../../../services/shared/events/event.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';
import { askAs } from '../../support/ask-as.ts';
import { TEST_KEYS } from '../../support/database.ts';

export const NOW = new Date('2026-06-15T09:00:00.000Z');

export interface GivenOpening {
  readonly id: string;
  readonly programmeId: string;
  readonly hostId: string;
  readonly country: string;
}

/** A published opening of a host of its own, in a country. */
export async function givenOpening(
  running: RunningService,
  country: string,
  { startsOn = '2026-03-01', status = OpeningStatus.PUBLISHED, sector = Sector.TEACHING, isDemo = false } = {},
): Promise<GivenOpening> {
  const em = running.database.orm.em.fork();
  const [id, programmeId, hostId] = [newId('opening'), newId('programme'), newId('host_organisation')];
  await em.execute(
    `insert into programme (id, name, year, funding, host_countries) values (?, '{"en": "P"}', 2026, 'FULL', ?::text[])`,
    [programmeId, `{${country}}`],
  );
  await em.execute(
    `insert into host_organisation (id, name, country_code, accreditation_status, accreditation_valid_until)
     values (?, 'Host', ?, 'ACCREDITED', '2030-12-31')`,
    [hostId, country],
  );
  await em.execute(
    `insert into opening (id, programme_id, host_organisation_id, title, sector, country_code, city, starts_on, ends_on,
       application_deadline, positions, status, is_demo)
     values (?, ?, ?, '{"en": "Teaching"}', ?, ?, 'City', ?::date, ?::date + 90, '2026-01-31T20:00:00Z', 50, ?, ?)`,
    [id, programmeId, hostId, sector, country, startsOn, startsOn, status, isDemo],
  );
  return { id, programmeId, hostId, country };
}

/** Somebody's service in an opening; who has entered on duty did so on its first day. */
export async function givenDeployment(
  running: RunningService,
  opening: GivenOpening,
  { startsOn = '2026-03-01', status = DeploymentStatus.SERVING, entered = true, personId = newId('person') } = {},
): Promise<{ id: string; personId: string }> {
  const id = newId('deployment');
  await running.database.orm.em.fork().execute(
    `insert into deployment (id, opening_id, programme_id, host_organisation_id, country_code, person_id, status,
       starts_on, ends_on, entered_on, made_at)
     values (?, ?, ?, ?, ?, ?, ?, ?::date, ?::date + 90, ?::date, ?)`,
    [
      id,
      opening.id,
      opening.programmeId,
      opening.hostId,
      opening.country,
      personId,
      status,
      startsOn,
      startsOn,
      entered ? startsOn : null,
      NOW,
    ],
  );
  return { id, personId };
}

/** Applications for an opening, each of somebody else. */
export async function givenApplications(running: RunningService, opening: GivenOpening, count: number): Promise<void> {
  await running.database.orm.em.fork().execute(
    `insert into application (id, opening_id, person_id, status, terms_version, rules_version, eligibility, submitted_at)
     select 'application_' || gen_random_uuid(), ?, 'person_' || gen_random_uuid(), 'SUBMITTED', 1, '1', '[]', ?
     from generate_series(1, ?)`,
    [opening.id, NOW, count],
  );
}

/** Word that an opening has taken a step. */
export function openingMoved(opening: GivenOpening, to: string, at = NOW): DomainEvent {
  const { id: openingId, programmeId, hostId: hostOrganisationId, country: countryCode } = opening;
  const payload = { openingId, programmeId, hostOrganisationId, countryCode, from: null, to };
  return { id: newId('event'), type: 'OpeningMoved', occurredAt: at.getTime(), payload };
}

/** Word that a deployment has taken a step. */
export function deploymentMoved(
  opening: GivenOpening,
  deployment: { id: string; personId: string },
  to: string,
  at = NOW,
): DomainEvent {
  const { id: openingId, programmeId, hostId: hostOrganisationId, country: countryCode } = opening;
  const payload = {
    deploymentId: deployment.id,
    applicationId: null,
    openingId,
    programmeId,
    hostOrganisationId,
    countryCode,
    personId: deployment.personId,
    startsOn: '2026-03-01',
    endsOn: '2026-05-30',
    from: null,
    to,
  };
  return { id: newId('event'), type: 'DeploymentMoved', occurredAt: at.getTime(), payload };
}

/** Hands an event to placements, as its inbox does. */
export function deliver(running: RunningService, event: DomainEvent, now = NOW): Promise<void> {
  const { orm } = running.database;
  return receive(
    { service: placements.name, orm, handlers: placements.handlers, keys: TEST_KEYS, now: () => now },
    event,
  );
}

/** Asks placements alone, as the gateway would. */
export async function askPlacements(
  running: RunningService,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
  locale = 'en',
): Promise<{
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  data: any;
  codes: unknown[];
}> {
  const { data, errors } = await askAs(running, viewer, query, variables, locale);
  return {
    data,
    codes: errors.map(({ extensions }) => extensions?.code),
  };
}

/** The query of fields of countries, by their codes. */
export function ofCountries(fields: string): string {
  return `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Country { code ${fields} } }
  }`;
}

export function representing(...codes: readonly string[]) {
  return { representations: codes.map((code) => ({ __typename: 'Country', code })) };
}
