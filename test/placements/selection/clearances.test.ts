import { describe, expect, it } from 'vitest';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import {
  ClearanceKind,
  ClearanceStage,
  ClearanceStatus,
} from '../../../services/placements/clearance/clearance.rules.ts';
import { recordClearance } from '../../../services/placements/clearance/record/record-clearance.ts';
import { requestClearances } from '../../../services/placements/clearance/request/request-clearances.ts';
import {
  ClearanceDecision,
  ClearanceStanding,
  type ClearanceVerdict,
  checkVerdict,
  standingOf,
} from '../../../services/placements/clearance/standing.rules.ts';
import { monthsBegun } from '../../../services/placements/deployment/place-day.rules.ts';
import { takeLostReadinessBack } from '../../../services/placements/deployment/readiness/readiness-upkeep.ts';
import { acceptPlacement } from '../../../services/placements/offer/answer/accept-placement.ts';
import { costOf } from '../../../services/placements/offer/cost.rules.ts';
import { EntitlementKind } from '../../../services/placements/opening/terms.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { useService } from '../../support/database.ts';
import {
  ENDS_ON,
  eventsOf,
  givenApplication,
  givenOffer,
  givenOpening,
  NOW,
  officer,
  positionsOf,
  type Somebody,
  STARTS_ON,
  somebody,
  statusesOf,
  traceOf,
} from './given.ts';

const { MEDICAL, VISA, INSURANCE, REFERENCES, POLICE_RECORD } = ClearanceKind;
const { PASSED, FAILED, WAIVED } = ClearanceDecision;
const { BEFORE_OFFER, BEFORE_TRAVEL } = ClearanceStage;
const verdict = (change: Partial<ClearanceVerdict>): ClearanceVerdict => ({
  kind: REFERENCES,
  status: PASSED,
  validUntil: null,
  issuedBy: null,
  reason: null,
  ...change,
});

describe('a verdict on a clearance', () => {
  it.each([
    ['passes with its last day', { kind: VISA, validUntil: ENDS_ON }, []],
    ['of a visa says until when', { kind: VISA }, [['validUntil', 'REQUIRED']]],
    [
      'of insurance is never waived',
      { kind: INSURANCE, status: WAIVED, reason: 'x' },
      [['status', 'CANNOT_BE_WAIVED']],
    ],
    [
      'of a medical check takes no reason and is never waived',
      { kind: MEDICAL, status: WAIVED, reason: 'x' },
      [
        ['status', 'CANNOT_BE_WAIVED'],
        ['reason', 'MEDICAL_REASON'],
      ],
    ],
    [
      'of a failed medical check takes no reason',
      { kind: MEDICAL, status: FAILED, reason: 'x' },
      [['reason', 'MEDICAL_REASON']],
    ],
    ['needs a reason to waive', { status: WAIVED }, [['reason', 'REQUIRED']]],
    ['takes none where it has passed', { reason: 'x' }, [['reason', 'NO_REASON_TAKEN']]],
    [
      'has everything wrong said at once',
      { status: FAILED, validUntil: ENDS_ON, issuedBy: ' ', reason: 'x'.repeat(201) },
      [
        ['validUntil', 'ONLY_WHEN_PASSED'],
        ['issuedBy', 'BLANK'],
        ['reason', 'TOO_LONG'],
      ],
    ],
  ])('%s', (_case, change, violations) => {
    expect(checkVerdict(verdict(change)).map(({ field, problem }) => [field, problem])).toEqual(violations);
  });

  it.each([
    [undefined, ClearanceStanding.REQUIRED],
    [{ status: ClearanceStatus.REQUESTED, validUntil: null }, ClearanceStanding.REQUESTED],
    [{ status: ClearanceStatus.PASSED, validUntil: '2026-06-01' }, ClearanceStanding.PASSED],
    [{ status: ClearanceStatus.PASSED, validUntil: '2026-05-31' }, ClearanceStanding.EXPIRED],
    [{ status: ClearanceStatus.WAIVED, validUntil: null }, ClearanceStanding.WAIVED],
  ])('%j is %s on a day', (recorded, standing) => expect(standingOf(recorded, '2026-06-01')).toBe(standing));
});

describe('the cost of a placement', () => {
  it.each([
    ['2026-10-01', '2027-03-31', 6],
    ['2026-10-01', '2027-04-01', 7],
    ['2026-01-31', '2026-02-27', 1],
    ['2026-01-15', '2026-01-15', 1],
  ])('from %s to %s counts %i months begun', (startsOn, endsOn, months) =>
    expect(monthsBegun(startsOn, endsOn)).toBe(months),
  );

  it('is what is given once and monthly in the currency of the programme', () => {
    const of = (kind: EntitlementKind, amountMinor: number | null, currency: string | null) => ({
      kind,
      amountMinor,
      currency,
      note: {},
    });
    const entitlements = [
      of(EntitlementKind.MONTHLY_ALLOWANCE, 100, 'USD'),
      of(EntitlementKind.TRAVEL, 70, 'USD'),
      of(EntitlementKind.EXIT_ALLOWANCE, 900, 'KZT'),
      of(EntitlementKind.MEALS, null, null),
    ];

    expect(costOf(entitlements, { startsOn: STARTS_ON, endsOn: ENDS_ON }, 'USD')).toBe(670);
    expect(costOf(entitlements, { startsOn: STARTS_ON, endsOn: ENDS_ON }, null)).toBe(0);
  });
});

describe('a clearance of an applicant', () => {
  const service = useService(placements, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const record = (applicationId: string, change: Partial<ClearanceVerdict>, viewer: Somebody = officer) =>
    recordClearance(em(), { viewer, applicationId, verdict: verdict(change) }, NOW);
  const clearances = [
    { kind: REFERENCES, stage: BEFORE_OFFER },
    { kind: VISA, stage: BEFORE_TRAVEL },
  ];
  const recordedOf = (id: string) =>
    em().execute('select kind, status, valid_until::text from clearance where application_id = ? order by kind', [id]);
  const given = async (status = ApplicationStatus.CLEARANCE) => {
    const opening = await givenOpening(em(), { clearances });
    return { opening, ...(await givenApplication(em(), opening.id, { status })) };
  };

  it('is asked for, once, and recorded, a later verdict in the place of an earlier one', async () => {
    const { id } = await given();
    const request = () => requestClearances(em(), { viewer: officer, applicationId: id }, NOW);

    expect(await request()).toEqual({ applicationId: id });
    const asked = await traceOf(em());
    await request();
    expect(await traceOf(em())).toEqual(asked);
    await record(id, { kind: VISA, validUntil: '2027-12-31' });
    await record(id, { kind: VISA, validUntil: ENDS_ON });
    await record(id, { status: WAIVED, reason: 'Known from an earlier deployment' });
    await record(id, { kind: MEDICAL, issuedBy: 'City hospital' });

    expect(await recordedOf(id)).toEqual([
      { kind: 'MEDICAL', status: 'PASSED', valid_until: null },
      { kind: 'REFERENCES', status: 'WAIVED', valid_until: null },
      { kind: 'VISA', status: 'PASSED', valid_until: ENDS_ON },
    ]);
    const said = await em().execute(`select reason, changes::text from audit_entry where subject_id = ?`, [id]);
    expect(JSON.stringify(said)).not.toMatch(/earlier|hospital/);
  });

  it('holds to the last day for a visa and to the first for a medical check', async () => {
    const { id } = await given();
    const before = await traceOf(em());

    expect(await record(id, { kind: VISA, validUntil: '2027-03-30' })).toEqual({
      refusal: 'clearance-too-short',
      kind: VISA,
      validUntil: '2027-03-30',
      neededUntil: ENDS_ON,
    });
    expect(await record(id, { kind: MEDICAL, validUntil: '2026-09-30' })).toMatchObject({ neededUntil: STARTS_ON });
    expect(await traceOf(em())).toEqual(before);
    expect(await recordedOf(id)).toEqual([]);
    expect(await record(id, { kind: MEDICAL, validUntil: STARTS_ON })).toEqual({ applicationId: id });
  });

  it('is recorded by nobody for themself, for no stranger, and on no application that has ended', async () => {
    const { id, person } = await given();
    const ended = await given(ApplicationStatus.NOT_SELECTED);
    const before = await traceOf(em());

    expect(await record(id, {}, { ...officer, personId: person.personId })).toEqual({
      refusal: 'conflict-of-interest',
    });
    expect(await record(id, {}, somebody())).toEqual({ refusal: 'application-not-found' });
    expect(await record(ended.id, {})).toEqual({ refusal: 'application-ended', status: 'NOT_SELECTED' });
    expect(await traceOf(em())).toEqual(before);
  });

  it('that fails ends the application, before the host too, and the reserve follows', async () => {
    const { opening, id } = await given();
    const early = await givenApplication(em(), opening.id, { status: ApplicationStatus.SHORTLISTED });
    const next = await givenApplication(em(), opening.id, { status: ApplicationStatus.RESERVE, rank: 1 });

    await record(id, { status: FAILED });
    await record(early.id, { kind: VISA, status: FAILED });
    await record(next.id, { kind: POLICE_RECORD, status: FAILED });

    expect(await statusesOf(em(), id, early.id, next.id)).toEqual([
      'CLEARANCE_FAILED',
      'CLEARANCE_FAILED',
      'PREFERRED',
    ]);
  });

  it('that fails takes an open offer back', async () => {
    const opening = await givenOpening(em(), { clearances: [{ kind: VISA, stage: BEFORE_TRAVEL }] });
    const { id } = await givenOffer(em(), opening.id);

    await record(id, { kind: VISA, status: FAILED });

    expect(await statusesOf(em(), id)).toEqual(['RESCINDED']);
    expect(await positionsOf(em(), opening.id)).toEqual({ total: 1, offered: 0, filled: 0, free: 1 });
  });

  it('that fails after acceptance takes readiness from the deployment, and alerts', async () => {
    const opening = await givenOpening(em(), { clearances: [{ kind: VISA, stage: BEFORE_TRAVEL }] });
    const { id, offerId, person } = await givenOffer(em(), opening.id);
    await acceptPlacement(em(), { actorId: person.personId, idempotencyKey: null, offerId }, NOW);
    await em().execute(`update deployment set status = 'READY' where application_id = ?`, [id]);

    await record(id, { kind: VISA, status: FAILED });

    expect(await em().execute('select status from deployment where application_id = ?', [id])).toEqual([
      { status: 'PREPARING' },
    ]);
    expect(await statusesOf(em(), id)).toEqual(['ACCEPTED']);
    expect((await eventsOf(em(), id)).slice(-1)).toEqual(['DeploymentMoved PREPARING']);
    const alerts = `select kind, due_on::text as due_on, clearance from deployment_alert
      where clearance is not null and deployment_id = (select id from deployment where application_id = ?)`;
    expect(await em().execute(alerts, [id])).toEqual([
      { kind: 'CLEARANCE_FAILED', due_on: '2026-06-01', clearance: 'VISA' },
    ]);

    await takeLostReadinessBack(em(), NOW);
    await record(id, { kind: VISA, validUntil: ENDS_ON });
    expect(await em().execute(alerts, [id])).toEqual([]);
    const moved = (await eventsOf(em(), id)).filter((event) => event.startsWith('DeploymentMoved'));
    expect(moved).toEqual(['DeploymentMoved PREPARING', 'DeploymentMoved PREPARING']);
  });

  it('keeps one verdict for each kind, whoever records at the same moment', async () => {
    const { id } = await given();

    const outcomes = await Promise.all([1, 2, 3].map(() => record(id, {})));

    expect(outcomes).toEqual(Array(3).fill({ applicationId: id }));
    expect(await recordedOf(id)).toEqual([{ kind: 'REFERENCES', status: 'PASSED', valid_until: null }]);
  });
});
