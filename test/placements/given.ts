import type { EntityManager } from '@mikro-orm/postgresql';
import type { Viewer } from '../../services/shared/access/access.rules.ts';
import { newId } from '../../services/shared/ids.ts';

/** A moment at which the openings of the tests take applications. */
export const NOW = new Date('2026-05-01T08:00:00.000Z');

export const placementOfficer: Viewer = {
  personId: newId('person'),
  apiClientId: null,
  grants: [{ role: 'PLACEMENT_OFFICER', scope: { kind: 'ALL', id: null } }],
};

/** An officer of one host organisation. */
export function hostOfficer(hostOrganisationId: string): Viewer {
  const scope = { kind: 'HOST_ORGANISATION', id: hostOrganisationId } as const;
  return { personId: newId('person'), apiClientId: null, grants: [{ role: 'HOST_OFFICER', scope }] };
}

/** Somebody, or a system, that speaks for a country. */
export function partnerOf(country: string, of: Partial<Viewer> = {}): Viewer {
  const scope = { kind: 'COUNTRY', id: country } as const;
  return { personId: newId('person'), apiClientId: null, grants: [{ role: 'PARTNER', scope }], ...of };
}

export interface GivenOpening {
  readonly id: string;
  readonly programmeId: string;
  readonly hostOrganisationId: string;
}

export interface OpeningTraits {
  readonly status?: string;
  readonly country?: string;
  readonly timeZone?: string;
  readonly positions?: number;
  readonly deadline?: Date;
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly requirements?: object;
  readonly entitlements?: readonly object[];
  readonly clearances?: readonly object[];
  /** Of the programme, in minor units of US dollars; none when absent. */
  readonly budget?: number;
}

/** An opening with a host that is accredited for years and a programme that is open. */
export async function givenOpening(em: EntityManager, traits: OpeningTraits = {}): Promise<GivenOpening> {
  const { status = 'PUBLISHED', country = 'KE', timeZone = 'Africa/Nairobi', positions = 2, budget = null } = traits;
  const { startsOn = '2026-09-01', endsOn = '2027-02-28', deadline = new Date('2026-06-01T20:59:00.000Z') } = traits;
  const [id, programmeId, hostOrganisationId] = [newId('opening'), newId('programme'), newId('host_organisation')];
  await em.execute(
    `insert into programme (id, name, year, funding, host_countries, currency, budget_minor)
     values (?, '{"en": "Programme"}', 2026, 'FULL', ?::text[], ?, ?)`,
    [programmeId, `{${country}}`, budget === null ? null : 'USD', budget],
  );
  await em.execute(
    `insert into host_organisation (id, name, country_code, time_zone, accreditation_status, accredited_from, accreditation_valid_until)
     values (?, 'Host', ?, ?, 'ACCREDITED', '2020-01-01', '2035-12-31')`,
    [hostOrganisationId, country, timeZone],
  );
  await em.execute(
    `insert into opening (id, programme_id, host_organisation_id, title, sector, country_code, city, time_zone, starts_on,
       ends_on, application_deadline, positions, status, published_at)
     values (?, ?, ?, '{"en": "Teaching"}', 'TEACHING', ?, 'City', ?, ?::date, ?::date, ?, ?, ?, ?)`,
    [id, programmeId, hostOrganisationId, country, timeZone, startsOn, endsOn, deadline, positions, status, NOW],
  );
  const { requirements, entitlements = [], clearances = [] } = traits;
  await em.execute(
    `update opening set requirements = requirements || ?::jsonb, entitlements = ?::jsonb, clearances = ?::jsonb where id = ?`,
    [JSON.stringify(requirements ?? {}), JSON.stringify(entitlements), JSON.stringify(clearances), id],
  );
  return { id, programmeId, hostOrganisationId };
}

export interface GivenDeployment {
  readonly id: string;
  readonly personId: string;
  readonly opening: GivenOpening;
}

/** A deployment of its own opening that is served, unless the test says otherwise. */
export async function givenDeployment(
  em: EntityManager,
  traits: {
    readonly opening?: GivenOpening;
    readonly personId?: string;
    readonly status?: string;
    readonly country?: string;
    readonly startsOn?: string;
    readonly endsOn?: string;
    readonly enteredOn?: string | null;
    readonly endedOn?: string | null;
  } = {},
): Promise<GivenDeployment> {
  const { personId = newId('person'), status = 'SERVING', country = 'KE' } = traits;
  const { startsOn = '2026-09-01', endsOn = '2027-02-28', endedOn = null } = traits;
  const enteredOn = traits.enteredOn === undefined ? startsOn : traits.enteredOn;
  const opening = traits.opening ?? (await givenOpening(em, { country, startsOn, endsOn }));
  const id = newId('deployment');
  await em.execute(
    `insert into deployment (id, opening_id, programme_id, host_organisation_id, country_code, person_id, status,
       starts_on, ends_on, entered_on, ended_on, made_at)
     values (?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?::date, ?::date, ?)`,
    [
      id,
      opening.id,
      opening.programmeId,
      opening.hostOrganisationId,
      country,
      personId,
      status,
      startsOn,
      endsOn,
      enteredOn,
      endedOn,
      NOW,
    ],
  );
  return { id, personId, opening };
}
