import { describe, expect, it } from 'vitest';
import {
  ClearanceKind,
  ClearanceStage,
  outstandingClearances,
} from '../../../services/placements/clearance/clearance.rules.ts';
import { DeploymentEnding, type DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { endDeployment } from '../../../services/placements/deployment/ending/end-deployment.ts';
import { confirmEntryOnDuty } from '../../../services/placements/deployment/entry-on-duty/confirm-entry-on-duty.ts';
import { makeReady } from '../../../services/placements/deployment/readiness/make-ready.ts';
import { takeLostReadinessBack } from '../../../services/placements/deployment/readiness/readiness-upkeep.ts';
import { stepDeployment } from '../../../services/placements/deployment/step/step-deployment.ts';
import { orderTravel } from '../../../services/placements/deployment/travel/order-travel.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { participant } from '../../../services/shared/access/access.rules.ts';
import { useService } from '../../support/database.ts';
import {
  ENDS_ON,
  type Given,
  givenClearance,
  givenDeployment,
  NOW,
  officer,
  STARTS_ON,
  stateOf,
  TODAY,
} from './given.ts';

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const PREPARING = 'PREPARING' as DeploymentStatus;
const READY = 'READY' as DeploymentStatus;
const TRAVELLING = 'TRAVELLING' as DeploymentStatus;
const by = ({ deploymentId }: Given, viewer = officer) => ({ viewer, deploymentId, expectedVersion: null });
const travel = (given: Given, departsOn: string | null = null) => orderTravel(em(), { ...by(given), departsOn }, NOW);
const enter = (given: Given, on = TODAY, viewer = given.host) =>
  confirmEntryOnDuty(em(), { ...by(given, viewer), on }, NOW);

/** Where the application is that led to a deployment, and how often word of it went out. */
async function applicationOf({ applicationId }: Given) {
  const [row] = await em().execute(
    `select status, (select count(*)::int from outbox_event where type = 'ApplicationMoved'
       and payload ->> 'applicationId' = application.id) as told
     from application where id = ?`,
    [applicationId],
  );
  return row;
}

describe('a deployment that is prepared', () => {
  it('is ready once every clearance has passed and holds long enough', async () => {
    const given = await givenDeployment(em(), {
      status: PREPARING,
      clearances: ['MEDICAL', 'VISA', 'SECURITY', 'TRAINING'],
    });
    await givenClearance(em(), given, { kind: 'MEDICAL', validUntil: STARTS_ON });
    await givenClearance(em(), given, { kind: 'VISA', validUntil: '2026-08-30' });
    await givenClearance(em(), given, { kind: 'SECURITY', status: 'FAILED' });
    const before = await stateOf(em(), given);

    const refused = await makeReady(em(), by(given), NOW);

    expect(refused).toEqual({
      refusal: 'clearances-outstanding',
      outstanding: [
        { kind: 'VISA', status: 'EXPIRED' },
        { kind: 'SECURITY', status: 'FAILED' },
        { kind: 'TRAINING', status: 'REQUIRED' },
      ],
    });
    expect(await stateOf(em(), given)).toEqual(before);

    await givenClearance(em(), given, { kind: 'VISA', validUntil: ENDS_ON });
    await givenClearance(em(), given, { kind: 'SECURITY', status: 'WAIVED' });
    await givenClearance(em(), given, { kind: 'TRAINING' });

    expect(await makeReady(em(), by(given), NOW)).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'READY', audited: 1, told: 1 });
  });

  it('is not found by strangers, and made ready by nobody but those who run placements', async () => {
    const given = await givenDeployment(em(), { status: PREPARING });

    expect(await makeReady(em(), by(given, participant('person_stranger')), NOW)).toEqual({
      refusal: 'deployment-not-found',
    });
    expect(await makeReady(em(), by(given, given.volunteer), NOW)).toEqual({
      refusal: 'invalid-transition',
      from: 'PREPARING',
      to: 'READY',
      allowed: ['CANCELLED_BEFORE_DEPARTURE'],
    });
    expect(await makeReady(em(), { ...by(given), expectedVersion: 7 }, NOW)).toEqual({
      refusal: 'version-conflict',
      currentVersion: 1,
    });
  });

  it('sets out from readiness alone, and not with a clearance that has failed since', async () => {
    const given = await givenDeployment(em(), { status: READY, clearances: ['VISA'] });
    await givenClearance(em(), given, { kind: 'VISA', status: 'FAILED' });
    const preparing = await givenDeployment(em(), { status: PREPARING });

    expect(await travel(given)).toEqual({
      refusal: 'clearances-outstanding',
      outstanding: [{ kind: 'VISA', status: 'FAILED' }],
    });
    expect(await travel(preparing)).toMatchObject({
      refusal: 'invalid-transition',
      allowed: ['READY', 'SERVING', 'CANCELLED_BEFORE_DEPARTURE', 'HOST_WITHDREW'],
    });

    await givenClearance(em(), given, { kind: 'VISA' });
    expect(await travel(given, '2026-06-14')).toMatchObject({ refusal: 'invalid-day', problem: 'NOT_BEFORE' });
    expect(await travel(given, '2026-06-20')).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'TRAVELLING', departs_on: '2026-06-20' });
  });

  it.each(['TRAVELLING', 'SERVING'])(
    'is refused by the database itself where it would go uncleared to %s',
    async (to) => {
      const given = await givenDeployment(em(), { status: PREPARING, clearances: ['INSURANCE'] });
      await givenClearance(em(), given, { kind: 'INSURANCE', validUntil: '2026-08-30' });
      const setOut = () =>
        em().execute('update deployment set status = ?, entered_on = starts_on where id = ?', [to, given.deploymentId]);

      await expect(setOut()).rejects.toThrow('a clearance is outstanding');
      await givenClearance(em(), given, { kind: 'INSURANCE', validUntil: ENDS_ON });
      await setOut();

      expect(await stateOf(em(), given)).toMatchObject({ status: to });
    },
  );

  it('is cleared for the database exactly as for the rules', async () => {
    const kinds = Object.values(ClearanceKind);
    const required = kinds.map((kind) => ({ kind, stage: ClearanceStage.BEFORE_TRAVEL }));
    const days = [null, '2026-02-28', STARTS_ON, '2026-08-30', ENDS_ON];
    for (const status of ['REQUESTED', 'PASSED', 'FAILED', 'WAIVED'] as const) {
      for (const validUntil of days) {
        const given = await givenDeployment(em(), { status: PREPARING, clearances: kinds });
        for (const kind of kinds) await givenClearance(em(), given, { kind, status, validUntil });
        const rows = await em().execute<{ kind: string }[]>(
          'select outstanding_clearances(deployment) as kind from deployment where id = ?',
          [given.deploymentId],
        );

        const recorded = kinds.map((kind) => ({ kind, status: status as never, validUntil }));
        const expected = outstandingClearances(required, recorded, { startsOn: STARTS_ON, endsOn: ENDS_ON });
        expect(rows.map(({ kind }) => kind).toSorted()).toEqual(expected.map(({ kind }) => kind).toSorted());
      }
    }
  });

  it('does not set out and lose a clearance at the same moment', async () => {
    for (let time = 0; time < 8; time++) {
      const given = await givenDeployment(em(), { status: READY, clearances: ['VISA'] });
      await givenClearance(em(), given, { kind: 'VISA' });

      const [outcome] = await Promise.all([
        travel(given),
        em()
          .transactional(async (tx) => {
            await tx.execute(`update clearance set status = 'FAILED' where application_id = ?`, [given.applicationId]);
            const [row] = await tx.execute<{ status: string }[]>('select status from deployment where id = ?', [
              given.deploymentId,
            ]);
            // Whoever comes second sees what the first has done.
            if (row?.status === 'TRAVELLING') throw new Error('set out already');
          })
          .catch(() => {}),
      ]);

      const [clearance] = await em().execute<{ status: string }[]>(
        'select status from clearance where application_id = ?',
        [given.applicationId],
      );
      // One of the two has happened, and not the other.
      expect(clearance?.status === 'FAILED').toBe('refusal' in outcome);
    }
  });

  it('loses readiness with a clearance, once, and by the portal', async () => {
    const lost = await givenDeployment(em(), { status: READY, clearances: ['SECURITY'] });
    await givenClearance(em(), lost, { kind: 'SECURITY', status: 'FAILED' });
    const kept = await givenDeployment(em(), { status: READY });

    await Promise.all([takeLostReadinessBack(em(), NOW), takeLostReadinessBack(em(), NOW)]);

    expect(await stateOf(em(), lost)).toMatchObject({ status: 'PREPARING', audited: 1, told: 1 });
    expect(await stateOf(em(), kept)).toMatchObject({ status: 'READY', audited: 0 });
  });

  it('is called off by the volunteer, with its position and money given back', async () => {
    const given = await givenDeployment(em(), { status: READY });
    expect(await stateOf(em(), given)).toMatchObject({ filled: 1, free: 0, programme: 5840 });

    const step = { ...by(given, given.volunteer), step: 'cancelDeployment', reason: 'a job' } as const;
    expect(await stepDeployment(em(), step, NOW)).toEqual({ deploymentId: given.deploymentId });

    expect(await stateOf(em(), given)).toMatchObject({
      status: 'CANCELLED_BEFORE_DEPARTURE',
      filled: 0,
      free: 1,
      programme: 0,
      ended_on: TODAY,
    });
    expect(await applicationOf(given)).toEqual({ status: 'WITHDRAWN', told: 1 });
  });

  it('is called off by the office, or since the host does not take them: the application has led to nothing', async () => {
    const calledOff = await givenDeployment(em(), { status: READY });
    const unwanted = await givenDeployment(em(), { status: PREPARING });

    await stepDeployment(em(), { ...by(calledOff), step: 'cancelDeployment', reason: 'no visa' }, NOW);
    const ending = { ending: DeploymentEnding.HOST_WITHDREW, on: TODAY, reason: 'closed', evidence: null, ticks: [] };
    expect(await endDeployment(em(), { ...by(unwanted), ...ending }, NOW)).toEqual({
      deploymentId: unwanted.deploymentId,
    });

    expect(await stateOf(em(), unwanted)).toMatchObject({ status: 'HOST_WITHDREW', free: 1, programme: 0 });
    for (const given of [calledOff, unwanted]) {
      expect(await applicationOf(given)).toEqual({ status: 'RESCINDED', told: 1 });
    }
  });

  it('is called off once by two at the same moment', async () => {
    const given = await givenDeployment(em(), { status: READY });
    const step = { step: 'cancelDeployment', reason: 'a job' } as const;

    const outcomes = await Promise.all([
      stepDeployment(em(), { ...by(given), ...step }, NOW),
      stepDeployment(em(), { ...by(given, given.volunteer), ...step }, NOW),
    ]);

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(await stateOf(em(), given)).toMatchObject({ status: 'CANCELLED_BEFORE_DEPARTURE', moved: 1, free: 1 });
    expect(await applicationOf(given)).toMatchObject({ told: 1 });
  });
});

describe('entry on duty', () => {
  it('is confirmed by the host: not before departure, not to come', async () => {
    const given = await givenDeployment(em(), { status: TRAVELLING });
    const before = await stateOf(em(), given);

    expect(await enter(given, '2026-06-16')).toMatchObject({
      refusal: 'invalid-day',
      problem: 'IN_FUTURE',
      day: TODAY,
    });
    expect(await enter(given, '2026-02-27')).toMatchObject({
      refusal: 'invalid-day',
      problem: 'NOT_BEFORE',
      day: '2026-02-28',
    });
    expect(await enter(given, TODAY, given.volunteer)).toMatchObject({ refusal: 'invalid-transition', allowed: [] });
    expect(await stateOf(em(), given)).toEqual(before);

    expect(await enter(given)).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'SERVING', entered_on: TODAY, audited: 1, told: 1 });
  });

  it('is confirmed once by two at the same moment', async () => {
    const given = await givenDeployment(em(), { status: TRAVELLING });

    const outcomes = await Promise.all([enter(given), enter(given, '2026-06-14', officer), enter(given)]);

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(await stateOf(em(), given)).toMatchObject({ status: 'SERVING', audited: 1, told: 1 });
  });

  it('is confirmed for whoever has come without travel ordered here, once cleared, and not for a day before', async () => {
    const given = await givenDeployment(em(), { status: PREPARING, clearances: ['VISA'] });
    const before = await stateOf(em(), given);

    expect(await enter(given)).toEqual({
      refusal: 'clearances-outstanding',
      outstanding: [{ kind: 'VISA', status: 'REQUIRED' }],
    });
    await givenClearance(em(), given, { kind: 'VISA', validUntil: ENDS_ON });
    expect(await enter(given, '2026-06-13')).toMatchObject({ refusal: 'invalid-day', problem: 'NOT_BEFORE' });
    expect(await enter(given, TODAY, given.volunteer)).toMatchObject({ refusal: 'invalid-transition' });
    expect(await stateOf(em(), given)).toEqual(before);

    expect(await enter(given)).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'SERVING', departs_on: null, entered_on: TODAY });
  });

  it('before the agreed first day begins service earlier, and the programme pays for the months that are added', async () => {
    const given = await givenDeployment(em(), { status: READY, startsOn: '2026-08-01', endsOn: '2026-10-31' });

    expect(await enter(given)).toEqual({ deploymentId: given.deploymentId });

    expect(await stateOf(em(), given)).toMatchObject({
      status: 'SERVING',
      starts_on: TODAY,
      entered_on: TODAY,
      ends_on: '2026-10-31',
      // Two months more, of 500 each.
      committed: 6_840,
      programme: 6_840,
      audited: 2,
      told: 1,
    });
    const [told] = await em().execute<{ payload: object }[]>(
      `select payload from outbox_event where payload ->> 'deploymentId' = ?`,
      [given.deploymentId],
    );
    expect(told?.payload).toMatchObject({ startsOn: TODAY, endsOn: '2026-10-31', from: 'READY', to: 'SERVING' });
  });

  it('is not confirmed earlier than agreed where the programme cannot pay, or where another service is in the way', async () => {
    const late = { status: READY, startsOn: '2026-08-01', endsOn: '2026-10-31' };
    const poor = await givenDeployment(em(), { ...late, budget: 6_839 });
    const busy = await givenDeployment(em(), late);
    const other = await givenDeployment(em(), { personId: busy.personId, endsOn: '2026-07-31' });
    const before = [await stateOf(em(), poor), await stateOf(em(), busy)];

    expect(await enter(poor)).toEqual({
      refusal: 'budget-exhausted',
      budget: 6_839,
      committed: 5_840,
      needed: 1_000,
      currency: 'KZT',
    });
    expect(await enter(busy)).toEqual({
      refusal: 'overlapping-deployment',
      deploymentId: other.deploymentId,
      startsOn: STARTS_ON,
      endsOn: '2026-07-31',
    });
    expect([await stateOf(em(), poor), await stateOf(em(), busy)]).toEqual(before);
  });

  it('before the agreed first day does not meet a service that is resumed at the same moment', async () => {
    for (let time = 0; time < 5; time++) {
      const next = await givenDeployment(em(), { status: READY, startsOn: '2026-08-01', endsOn: '2026-10-31' });
      const evacuated = await givenDeployment(em(), { personId: next.personId, endsOn: '2026-07-31' });
      await em().execute(`update deployment set status = 'EVACUATED', ended_on = '2026-06-01' where id = ?`, [
        evacuated.deploymentId,
      ]);
      const resume = { ...by(evacuated), step: 'resumeDeployment', reason: null } as const;

      const outcomes = await Promise.all([enter(next), stepDeployment(em(), resume, NOW)]);

      expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
      expect(outcomes.filter((one) => 'refusal' in one)).toMatchObject([{ refusal: 'overlapping-deployment' }]);
    }
  });

  it('lies among the days of the deployment, also for the database', async () => {
    const given = await givenDeployment(em());
    for (const day of ['2026-02-28', '2026-09-01']) {
      const enterOn = em().execute('update deployment set entered_on = ?::date where id = ?', [
        day,
        given.deploymentId,
      ]);
      await expect(enterOn).rejects.toThrow('deployment_entered_in_its_days');
    }
  });
});
