import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { completionChecklist } from '../../../services/placements/deployment/ending/completion.rules.ts';
import { type Entitlement, EntitlementKind } from '../../../services/placements/opening/terms.rules.ts';
import { participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { RunningService } from '../../../services/shared/service.ts';

/** Noon at the place, which is three hours ahead. */
export const NOW = new Date('2026-06-15T09:00:00.000Z');
export const TODAY = '2026-06-15';
export const STARTS_ON = '2026-03-01';
export const ENDS_ON = '2026-08-31';

export const officer: Viewer = {
  ...participant('person_officer'),
  grants: [{ role: 'PLACEMENT_OFFICER', scope: { kind: 'ALL', id: null } }],
};

export const ENTITLEMENTS: readonly Entitlement[] = [
  { kind: EntitlementKind.ENTRY_LUMP_SUM, amountMinor: 1_000, currency: 'KZT', note: {} },
  { kind: EntitlementKind.MONTHLY_ALLOWANCE, amountMinor: 500, currency: 'KZT', note: {} },
  { kind: EntitlementKind.TRAVEL, amountMinor: null, currency: null, note: {} },
  { kind: EntitlementKind.EXIT_ALLOWANCE, amountMinor: 1_840, currency: 'KZT', note: {} },
];

export interface Given {
  readonly deploymentId: string;
  readonly personId: string;
  readonly applicationId: string;
  readonly openingId: string;
  readonly programmeId: string;
  readonly hostId: string;
  readonly host: Viewer;
  readonly volunteer: Viewer;
}

/** A deployment in a state, of an opening, host and programme of its own. */
export async function givenDeployment(
  em: EntityManager,
  {
    status = DeploymentStatus.SERVING,
    startsOn = STARTS_ON,
    endsOn = ENDS_ON,
    personId = newId('person'),
    clearances = [] as readonly string[],
    budget = 1_000_000,
    insured = true,
    accreditedUntil = '2030-01-01',
  } = {},
): Promise<Given> {
  const [programmeId, hostId, openingId, applicationId, deploymentId] = [
    newId('programme'),
    newId('host_organisation'),
    newId('opening'),
    newId('application'),
    newId('deployment'),
  ];
  await em.execute(
    `insert into programme (id, name, year, funding, host_countries, currency, budget_minor)
     values (?, '{}', 2026, 'FULL', '{KE}', 'KZT', ?)`,
    [programmeId, budget],
  );
  await em.execute(
    `insert into host_organisation (id, name, country_code, accreditation_status, accreditation_valid_until)
     values (?, 'Host', 'KE', 'ACCREDITED', ?::date)`,
    [hostId, accreditedUntil],
  );
  await em.execute(
    `insert into opening (id, programme_id, host_organisation_id, title, sector, country_code, city, starts_on, ends_on,
       application_deadline, positions, status, time_zone, entitlements, clearances)
     values (?, ?, ?, '{"en": "Teaching"}', 'TEACHING', 'KE', 'Nairobi', ?::date, ?::date, ?, 1, 'FILLED', 'Africa/Nairobi',
       ?::jsonb, ?::jsonb)`,
    [
      openingId,
      programmeId,
      hostId,
      startsOn,
      endsOn,
      new Date('2026-01-01T00:00:00Z'),
      JSON.stringify(ENTITLEMENTS),
      JSON.stringify(clearances.map((kind) => ({ kind, stage: 'BEFORE_TRAVEL' }))),
    ],
  );
  await em.execute(
    `insert into application (id, opening_id, person_id, status, terms_version, rules_version, eligibility, submitted_at)
     values (?, ?, ?, 'ACCEPTED', 1, '1', '[]', ?)`,
    [applicationId, openingId, personId, NOW],
  );
  const setOut = !['PREPARING', 'READY'].includes(status);
  const entered = setOut && status !== DeploymentStatus.TRAVELLING;
  await em.execute(
    `insert into deployment (id, application_id, opening_id, programme_id, host_organisation_id, country_code, person_id,
       status, starts_on, ends_on, departs_on, entered_on, committed_minor, made_at)
     values (?, ?, ?, ?, ?, 'KE', ?, ?, ?::date, ?::date, ?::date, ?::date, 5840, ?)`,
    [
      deploymentId,
      applicationId,
      openingId,
      programmeId,
      hostId,
      personId,
      status,
      startsOn,
      endsOn,
      setOut ? startsOn : null,
      entered ? startsOn : null,
      new Date('2026-02-01T09:00:00.000Z'),
    ],
  );
  if (insured) await givenCover(em, { deploymentId, personId }, startsOn, '2027-12-31');
  const host: Viewer = {
    ...participant(newId('person')),
    grants: [{ role: 'HOST_OFFICER', scope: { kind: 'HOST_ORGANISATION', id: hostId } }],
  };
  const volunteer = participant(personId);
  return { deploymentId, personId, applicationId, openingId, programmeId, hostId, host, volunteer };
}

export async function givenCover(
  em: EntityManager,
  { deploymentId, personId }: Pick<Given, 'deploymentId' | 'personId'>,
  from: string,
  until: string,
): Promise<void> {
  await em.execute(
    `insert into insurance_cover (id, deployment_id, person_id, from_on, until_on, insurer, recorded_at, recorded_by_id)
     values (?, ?, ?, ?::date, ?::date, 'Insurer', ?, 'person_officer')`,
    [newId('insurance_cover'), deploymentId, personId, from, until, NOW],
  );
}

export async function givenClearance(
  em: EntityManager,
  { applicationId }: Pick<Given, 'applicationId'>,
  { kind, status = 'PASSED', validUntil = null }: { kind: string; status?: string; validUntil?: string | null },
): Promise<void> {
  await em.execute(
    `insert into clearance (application_id, kind, status, valid_until, recorded_at) values (?, ?, ?, ?::date, ?)
     on conflict (application_id, kind) do update set status = excluded.status, valid_until = excluded.valid_until`,
    [applicationId, kind, status, validUntil, NOW],
  );
}

/** Does the whole end checklist, but for some items. */
export async function givenChecklist(
  em: EntityManager,
  { deploymentId }: Pick<Given, 'deploymentId'>,
  except: readonly string[] = [],
): Promise<void> {
  for (const { item, party } of completionChecklist) {
    if (except.includes(item)) continue;
    await em.execute('insert into completion_item (deployment_id, item, party, done_at) values (?, ?, ?, ?)', [
      deploymentId,
      item,
      party,
      NOW,
    ]);
  }
}

/** All that an act may change, for comparing. */
export async function stateOf(em: EntityManager, { deploymentId }: Pick<Given, 'deploymentId'>) {
  const [row] = await em.execute(
    `select deployment.status, deployment.version, deployment.starts_on::text as starts_on, deployment.ends_on::text as ends_on,
       departs_on::text as departs_on, entered_on::text as entered_on, ended_on::text as ended_on, ending_evidence,
       deployment.committed_minor::int as committed, programme.committed_minor::int as programme, filled, free,
       (select count(*)::int from audit_entry where subject_id = deployment.id) as audited,
       (select count(*)::int from outbox_event where payload ->> 'deploymentId' = deployment.id) as told,
       (select count(*)::int from outbox_event where payload ->> 'deploymentId' = deployment.id
          and type = 'DeploymentMoved') as moved,
       (select count(*)::int from completion_item where deployment_id = deployment.id) as done
     from deployment join programme on programme.id = programme_id
     join opening_positions on opening_positions.opening_id = deployment.opening_id where deployment.id = ?`,
    [deploymentId],
  );
  return row;
}

/** Asks placements alone, as the gateway would for a viewer. */
export async function askAs(
  running: RunningService,
  viewer: Viewer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  data: any;
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}> {
  const scope = { viewer, locale: 'en', correlationId: randomUUID(), deadlineAt: Date.now() + 10_000 };
  const { data, errors = [] } = await running.execute({ query, variables, scope });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
}
