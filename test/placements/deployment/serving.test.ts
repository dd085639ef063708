import { describe, expect, it } from 'vitest';
import {
  DeploymentEnding,
  DeploymentStatus,
  EndingEvidence,
} from '../../../services/placements/deployment/deployment.rules.ts';
import { CompletionItem } from '../../../services/placements/deployment/ending/completion.rules.ts';
import { markCompletionItem } from '../../../services/placements/deployment/ending/completion-gate.ts';
import { type EndDeployment, endDeployment } from '../../../services/placements/deployment/ending/end-deployment.ts';
import { tickCompletionItem } from '../../../services/placements/deployment/ending/tick-completion-item.ts';
import { extendDeployment } from '../../../services/placements/deployment/extension/extend-deployment.ts';
import { endLeave } from '../../../services/placements/deployment/leave/end-leave.ts';
import { recordLeave } from '../../../services/placements/deployment/leave/record-leave.ts';
import type { PlainStep } from '../../../services/placements/deployment/step/step.rules.ts';
import { stepDeployment } from '../../../services/placements/deployment/step/step-deployment.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import {
  ENDS_ON,
  type Given,
  givenChecklist,
  givenClearance,
  givenCover,
  givenDeployment,
  NOW,
  officer,
  STARTS_ON,
  stateOf,
  TODAY,
} from './given.ts';

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const by = ({ deploymentId }: Given, viewer = officer) => ({ viewer, deploymentId, expectedVersion: null });
const leave = (given: Given, from: string, until: string, idempotencyKey: string | null = null) =>
  recordLeave(em(), { ...by(given, given.host), from, until, idempotencyKey }, NOW);
const back = (given: Given, on: string | null = null) => endLeave(em(), { ...by(given, given.host), on }, NOW);
const step = (given: Given, name: PlainStep) =>
  stepDeployment(em(), { ...by(given), step: name, reason: 'given' }, NOW);
const extend = (given: Given, until: string) =>
  extendDeployment(em(), { ...by(given), until, reason: 'the class goes on' }, NOW);
const end = (given: Given, ending: DeploymentEnding, more: Partial<EndDeployment> = {}, now = NOW) =>
  endDeployment(em(), { ...by(given), ending, on: TODAY, reason: null, evidence: null, ticks: [], ...more }, now);
const LAST_DAY = new Date('2026-08-31T15:00:00.000Z');

describe('leave', () => {
  it('takes somebody off duty and brings them back, earlier than agreed too', async () => {
    const given = await givenDeployment(em());

    expect(await leave(given, '2026-06-10', '2026-06-20')).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'ON_LEAVE' });
    expect(await back(given, '2026-06-16')).toMatchObject({ refusal: 'invalid-day', problem: 'IN_FUTURE' });
    expect(await back(given, '2026-06-12')).toEqual({ deploymentId: given.deploymentId });
    expect(await back(given)).toMatchObject({ refusal: 'invalid-transition', from: 'SERVING', to: 'SERVING' });

    expect(await leave(given, '2026-06-12', '2026-06-14')).toEqual({
      refusal: 'overlapping-leave',
      from: '2026-06-10',
      until: '2026-06-12',
    });
    expect(await leave(given, '2026-06-13', '2026-06-14')).toEqual({ deploymentId: given.deploymentId });
  });

  it('is recorded once for a key, and overlaps no other in the database', async () => {
    const given = await givenDeployment(em());

    const outcomes = await Promise.all([1, 2, 3].map(() => leave(given, '2026-06-10', '2026-06-20', 'once')));

    expect(outcomes).toEqual(outcomes.map(() => ({ deploymentId: given.deploymentId })));
    expect(await stateOf(em(), given)).toMatchObject({ status: 'ON_LEAVE', audited: 1 });
    const another = em().execute(
      `insert into deployment_leave (id, deployment_id, from_on, until_on, ended_on) values (?, ?, '2026-06-20', '2026-06-21', '2026-06-21')`,
      [newId('deployment_leave'), given.deploymentId],
    );
    await expect(another).rejects.toThrow('deployment_leave_no_overlap');
  });

  it('ends with suspension, and service resumes after it', async () => {
    const given = await givenDeployment(em());
    await leave(given, '2026-06-10', '2026-06-20');

    await step(given, 'suspendDeployment');
    const [row] = await em().execute(
      'select ended_on::text as ended_on from deployment_leave where deployment_id = ?',
      [given.deploymentId],
    );

    expect(row).toEqual({ ended_on: TODAY });
    expect(await step(given, 'suspendDeployment')).toMatchObject({ refusal: 'invalid-transition' });
    expect(await step(given, 'resumeDeployment')).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'SERVING' });
  });
});

it('is not resumed into service by whoever has not entered on duty', async () => {
  const given = await givenDeployment(em(), { status: DeploymentStatus.TRAVELLING });

  expect(await step(given, 'resumeDeployment')).toMatchObject({ refusal: 'invalid-transition', from: 'TRAVELLING' });
});

describe('an extension', () => {
  it('binds the money of the months it adds, and is told', async () => {
    const given = await givenDeployment(em());

    expect(await extend(given, '2026-10-15')).toEqual({ deploymentId: given.deploymentId });

    expect(await stateOf(em(), given)).toMatchObject({
      ends_on: '2026-10-15',
      committed: 6840,
      programme: 6840,
      audited: 1,
    });
    const [event] = await em().execute(
      `select payload from outbox_event where type = 'DeploymentExtended' and payload ->> 'deploymentId' = ?`,
      [given.deploymentId],
    );
    expect(event?.payload).toMatchObject({ deploymentId: given.deploymentId, from: ENDS_ON, endsOn: '2026-10-15' });
  });

  it.each([
    [
      'no later than agreed',
      {},
      ENDS_ON,
      { refusal: 'invalid-day', path: ['until'], problem: 'NOT_BEFORE', day: '2026-09-01' },
    ],
    [
      'past the accreditation of the host',
      { accreditedUntil: '2026-09-29' },
      '2026-09-30',
      { refusal: 'host-not-accredited', status: 'ACCREDITED', validUntil: '2026-09-29', neededUntil: '2026-09-30' },
    ],
    ['without insurance', {}, '2028-01-31', { refusal: 'insurance-gap', from: '2028-01-01', until: '2028-01-31' }],
    [
      'without the clearance for it',
      { clearances: ['VISA', 'MEDICAL'] },
      '2026-09-30',
      { refusal: 'clearances-outstanding', outstanding: [{ kind: 'VISA', status: 'EXPIRED' }] },
    ],
    [
      'over budget',
      { budget: 6_339 },
      '2026-09-30',
      { refusal: 'budget-exhausted', budget: 6_339, committed: 5_840, needed: 500, currency: 'KZT' },
    ],
    [
      'while suspended',
      { status: DeploymentStatus.SUSPENDED },
      '2026-09-30',
      { refusal: 'wrong-stage', status: 'SUSPENDED' },
    ],
  ])('is refused %s', async (_case, change, until, refusal) => {
    const given = await givenDeployment(em(), change);
    await givenClearance(em(), given, { kind: 'VISA', validUntil: ENDS_ON });
    await givenClearance(em(), given, { kind: 'MEDICAL', validUntil: STARTS_ON });
    const before = await stateOf(em(), given);

    expect(await extend(given, until)).toEqual(refusal);
    expect(await stateOf(em(), given)).toEqual(before);
  });

  it('runs into no other service of the person, the database being asked', async () => {
    const given = await givenDeployment(em());
    const other = await givenDeployment(em(), {
      personId: given.personId,
      startsOn: '2026-10-01',
      endsOn: '2026-12-31',
      status: DeploymentStatus.PREPARING,
    });

    expect(await extend(given, '2026-10-01')).toEqual({
      refusal: 'overlapping-deployment',
      deploymentId: other.deploymentId,
      startsOn: '2026-10-01',
      endsOn: '2026-12-31',
    });
    expect(await extend(given, '2026-09-30')).toEqual({ deploymentId: given.deploymentId });
    await expect(
      givenDeployment(em(), { personId: given.personId, startsOn: '2026-09-30', endsOn: '2026-10-01' }),
    ).rejects.toThrow('deployment_no_overlap');
  });

  it('races an ending: whatever comes first, no state holds what the other has undone', async () => {
    for (let time = 0; time < 6; time++) {
      const given = await givenDeployment(em());

      const [extended, ended] = await Promise.all([
        extend(given, '2026-10-15'),
        end(given, DeploymentEnding.RESIGNED, { reason: 'given' }),
      ]);

      expect(ended).toEqual({ deploymentId: given.deploymentId });
      const wasExtended = !('refusal' in extended);
      if (!wasExtended) expect(extended).toEqual({ refusal: 'wrong-stage', status: 'RESIGNED' });
      expect(await stateOf(em(), given)).toMatchObject({
        status: 'RESIGNED',
        ends_on: wasExtended ? '2026-10-15' : ENDS_ON,
        committed: 3_000,
        programme: 3_000,
        free: 1,
      });
    }
  });
});

describe('the end', () => {
  it('of a completed service needs the last day and the whole list', async () => {
    const given = await givenDeployment(em());
    await givenChecklist(em(), given, [CompletionItem.ADVANCES_SETTLED, CompletionItem.SERVICE_CONFIRMED]);
    const before = await stateOf(em(), given);
    const ticks = [{ item: CompletionItem.ADVANCES_SETTLED, done: true }];

    const whole = [...ticks, { item: CompletionItem.SERVICE_CONFIRMED, done: true }];
    expect(await end(given, DeploymentEnding.COMPLETED)).toEqual({
      refusal: 'checklist-incomplete',
      missing: ['SERVICE_CONFIRMED', 'ADVANCES_SETTLED'],
    });
    expect(await end(given, DeploymentEnding.COMPLETED, { ticks: whole })).toEqual({
      refusal: 'too-early-to-complete',
      endsOn: ENDS_ON,
    });
    expect(await end(given, DeploymentEnding.COMPLETED, { on: ENDS_ON, ticks }, LAST_DAY)).toEqual({
      refusal: 'checklist-incomplete',
      missing: ['SERVICE_CONFIRMED'],
    });
    expect(await stateOf(em(), given)).toEqual(before);

    const tick = { ...by(given, given.host), item: CompletionItem.SERVICE_CONFIRMED, done: true };
    await tickCompletionItem(em(), tick, LAST_DAY);
    expect(await end(given, DeploymentEnding.COMPLETED, { on: ENDS_ON, ticks }, LAST_DAY)).toEqual({
      deploymentId: given.deploymentId,
    });
    expect(await stateOf(em(), given)).toMatchObject({
      status: 'COMPLETED',
      ended_on: ENDS_ON,
      committed: 5_840,
      filled: 1,
      done: 8,
    });
    expect(await end(given, DeploymentEnding.RESIGNED, { on: ENDS_ON, reason: 'x' }, LAST_DAY)).toEqual({
      refusal: 'invalid-transition',
      from: 'COMPLETED',
      to: 'RESIGNED',
      allowed: [],
    });
  });

  it.each([
    [DeploymentEnding.RESIGNED, 3_000, 1],
    [DeploymentEnding.EARLY_RETURN_MEDICAL, 4_070, 1],
    [DeploymentEnding.EARLY_RETURN_FAMILY, 4_070, 1],
    [DeploymentEnding.TERMINATED, 3_000, 1],
    [DeploymentEnding.HOST_WITHDREW, 4_070, 1],
    [DeploymentEnding.EVACUATED, 5_840, 0],
  ])('by %s leaves what is owed bound, and the position free or not', async (ending, committed, free) => {
    const given = await givenDeployment(em());

    expect(await end(given, ending)).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({
      status: ending,
      ended_on: TODAY,
      committed,
      programme: committed,
      free,
      audited: 1,
      moved: 1,
    });
  });

  it('is not dated after today, before entry on duty, or after the agreed day', async () => {
    const given = await givenDeployment(em());
    const before = await stateOf(em(), given);
    const resign = (on: string, now = NOW) => end(given, DeploymentEnding.RESIGNED, { on, reason: 'x' }, now);

    expect(await resign('2026-06-16')).toMatchObject({ refusal: 'invalid-day', problem: 'IN_FUTURE', day: TODAY });
    expect(await resign('2026-02-28')).toMatchObject({ refusal: 'invalid-day', problem: 'NOT_BEFORE', day: STARTS_ON });
    expect(await resign('2026-09-01', new Date('2026-10-01T09:00:00Z'))).toMatchObject({
      refusal: 'invalid-day',
      problem: 'NOT_AFTER',
      day: ENDS_ON,
    });
    expect(await stateOf(em(), given)).toEqual(before);
  });

  it('comes once of two at the same moment', async () => {
    const given = await givenDeployment(em());

    const outcomes = await Promise.all([
      end(given, DeploymentEnding.RESIGNED, { reason: 'x' }),
      end(given, DeploymentEnding.TERMINATED, { reason: 'x', evidence: EndingEvidence.DECISION }),
      end(given, DeploymentEnding.EARLY_RETURN_FAMILY, { reason: 'x' }),
    ]);

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(await stateOf(em(), given)).toMatchObject({ audited: 1, moved: 1, free: 1 });
  });

  it('by evacuation may be undone: service resumes, unless another one has begun', async () => {
    const given = await givenDeployment(em());
    await end(given, DeploymentEnding.EVACUATED, { evidence: EndingEvidence.EVACUATION_ORDER, reason: 'x' });
    const other = await givenDeployment(em(), {
      personId: given.personId,
      startsOn: '2026-07-01',
      endsOn: '2026-07-31',
      status: DeploymentStatus.PREPARING,
    });
    const before = await stateOf(em(), given);

    expect(await step(given, 'resumeDeployment')).toEqual({
      refusal: 'overlapping-deployment',
      deploymentId: other.deploymentId,
      startsOn: '2026-07-01',
      endsOn: '2026-07-31',
    });
    expect(await stateOf(em(), given)).toEqual(before);

    await step(other, 'cancelDeployment');
    expect(await step(given, 'resumeDeployment')).toEqual({ deploymentId: given.deploymentId });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'SERVING', ended_on: null, ending_evidence: null });
  });

  it('by evacuation frees the position where the volunteer does not go back', async () => {
    const given = await givenDeployment(em());
    await end(given, DeploymentEnding.EVACUATED, { reason: 'x' });

    expect(await end(given, DeploymentEnding.COMPLETED, { on: ENDS_ON }, LAST_DAY)).toMatchObject({
      refusal: 'invalid-transition',
    });
    expect(await end(given, DeploymentEnding.HOST_WITHDREW, { reason: 'x' })).toEqual({
      deploymentId: given.deploymentId,
    });
    expect(await stateOf(em(), given)).toMatchObject({ status: 'HOST_WITHDREW', free: 1, committed: 4_070 });
  });

  it('is worked off by whom each item belongs to, while service is under way', async () => {
    const given = await givenDeployment(em());
    const tick = (viewer: Given['host'], item: CompletionItem, done = true) =>
      tickCompletionItem(em(), { ...by(given, viewer), item, done }, NOW);

    expect(await tick(given.volunteer, CompletionItem.WORK_HANDED_OVER)).toEqual({ deploymentId: given.deploymentId });
    expect(await tick(given.host, CompletionItem.WORK_HANDED_OVER)).toEqual({
      refusal: 'item-of-others',
      party: 'VOLUNTEER',
    });
    expect(await tick(officer, CompletionItem.FINAL_REPORT_ACCEPTED)).toEqual({
      refusal: 'item-of-others',
      party: 'OFFICE',
    });
    await tick(given.volunteer, CompletionItem.WORK_HANDED_OVER);
    await em().transactional((tx) =>
      markCompletionItem(
        tx,
        {
          deploymentId: given.deploymentId,
          item: CompletionItem.FINAL_REPORT_ACCEPTED,
          done: true,
          actorId: null,
          command: 'acceptReport',
        },
        NOW,
      ),
    );
    expect(await stateOf(em(), given)).toMatchObject({ done: 2, audited: 2 });
    await tick(given.volunteer, CompletionItem.WORK_HANDED_OVER, false);
    expect(await stateOf(em(), given)).toMatchObject({ done: 1, audited: 3 });

    const preparing = await givenDeployment(em(), { status: DeploymentStatus.PREPARING });
    const early = { ...by(preparing, preparing.volunteer), item: CompletionItem.WORK_HANDED_OVER, done: true };
    expect(await tickCompletionItem(em(), early, NOW)).toEqual({ refusal: 'wrong-stage', status: 'PREPARING' });
  });
});

it('insures by covers that meet and lie over one another', async () => {
  const given = await givenDeployment(em(), { insured: false });
  await givenCover(em(), given, '2026-06-01', '2026-09-15');
  await givenCover(em(), given, '2026-09-10', '2026-09-20');
  await givenCover(em(), given, '2026-09-21', '2026-09-29');

  expect(await extend(given, '2026-09-30')).toEqual({
    refusal: 'insurance-gap',
    from: '2026-09-30',
    until: '2026-09-30',
  });
  expect(await extend(given, '2026-09-29')).toEqual({ deploymentId: given.deploymentId });
});
