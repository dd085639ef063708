import { describe, expect, it } from 'vitest';
import { cancelOpening } from '../../../services/placements/opening/life/cancel-opening.ts';
import { closeDueOpening, closeDueOpenings } from '../../../services/placements/opening/life/close-due-openings.ts';
import { concludeOpening } from '../../../services/placements/opening/life/conclude-opening.ts';
import { publishOpening } from '../../../services/placements/opening/life/publish-opening.ts';
import { type StepOpening, stepOpening } from '../../../services/placements/opening/life/step-opening.ts';
import { submitOpening } from '../../../services/placements/opening/life/submit-opening.ts';
import { OpeningStatus } from '../../../services/placements/opening/opening.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { silentLog } from '../../support/constants.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { hostOfficer, placementOfficer } from '../given.ts';
import {
  DEADLINE,
  eventsOf,
  givenApplication,
  givenDeployment,
  givenHost,
  givenOffer,
  givenOpening,
  givenProgramme,
  NOW,
  openingNow,
  stranger,
} from './given.ts';

const { DRAFT, IN_REVIEW, PUBLISHED, CLOSED_FOR_APPLICATIONS, SELECTION } = OpeningStatus;
const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const by = (viewer: Viewer, openingId: string) => ({ viewer, openingId, expectedVersion: null });
const step = (openingId: string, command: StepOpening['command'], reason: string | null = null) =>
  stepOpening(em(), { ...by(placementOfficer, openingId), command, reason }, NOW);
const publish = (openingId: string, now = NOW) => publishOpening(em(), by(placementOfficer, openingId), now);

async function statusOf(openingId: string): Promise<string> {
  return (await openingNow(em(), openingId)).status;
}

async function applicationNow(id: string) {
  const [row] = await em().execute('select status, outcome, rank from application where id = ?', [id]);
  return row;
}

describe('an opening on its way to be published', () => {
  it('is handed in by its host, given back with a reason, and handed in again', async () => {
    const { openingId, hostId } = await givenOpening(em(), DRAFT);
    const officer = hostOfficer(hostId);
    const reasonOf = async () => (await em().execute('select return_reason from opening where id = ?', [openingId]))[0];

    expect(await submitOpening(em(), by(officer, openingId), NOW)).toEqual({ openingId });
    expect(await step(openingId, 'returnOpening', 'say what is taught')).toEqual({ openingId });
    expect([await statusOf(openingId), await reasonOf()]).toEqual(['DRAFT', { return_reason: 'say what is taught' }]);
    expect(await submitOpening(em(), by(officer, openingId), NOW)).toEqual({ openingId });

    expect([await statusOf(openingId), await reasonOf()]).toEqual(['IN_REVIEW', { return_reason: null }]);
  });

  it('is handed in once it is written in full in one language', async () => {
    const { openingId } = await givenOpening(em(), DRAFT, { tasks: [{ locale: 'ru', text: 'Учить.' }] });

    expect(await submitOpening(em(), by(placementOfficer, openingId), NOW)).toEqual({
      refusal: 'opening-incomplete',
      missing: ['tasks'],
    });

    expect(await statusOf(openingId)).toBe('DRAFT');
  });

  it('is not there for strangers, and not to be published by its host', async () => {
    const { openingId, hostId } = await givenOpening(em(), IN_REVIEW);

    expect(await publishOpening(em(), by(stranger, openingId), NOW)).toEqual({ refusal: 'opening-not-found' });
    expect(await publishOpening(em(), by(hostOfficer(hostId), openingId), NOW)).toEqual({
      refusal: 'invalid-transition',
      from: 'IN_REVIEW',
      to: 'PUBLISHED',
      allowed: [],
    });

    expect(await statusOf(openingId)).toBe('IN_REVIEW');
  });

  it.each([
    ['its host has run out', { until: '2026-04-30' }, { status: 'EXPIRED', validUntil: '2026-04-30' }],
    [
      'its host is not accredited to the last day',
      { until: '2027-02-27' },
      { status: 'ACCREDITED', validUntil: '2027-02-27' },
    ],
    ['its host is suspended', { status: 'SUSPENDED' }, { status: 'SUSPENDED', validUntil: '2027-12-31' }],
    ['its host is a prospect', { status: 'PROSPECT', until: null }, { status: 'PROSPECT', validUntil: null }],
  ])('is not published where %s', async (_case, host, told) => {
    const { openingId } = await givenOpening(em(), IN_REVIEW, { hostId: await givenHost(em(), host) });
    const before = await openingNow(em(), openingId);

    expect(await publish(openingId)).toEqual({ refusal: 'host-not-accredited', ...told, neededUntil: '2027-02-28' });

    expect(await openingNow(em(), openingId)).toEqual(before);
  });

  it.each(['FUNDED', 'SUSPENDED', 'CLOSED', 'COMPLETED'])(
    'is not published in a programme that is %s',
    async (status) => {
      const { openingId } = await givenOpening(em(), IN_REVIEW, {
        programmeId: await givenProgramme(em(), { status }),
      });

      expect(await publish(openingId)).toEqual({ refusal: 'programme-not-open', status });

      expect(await statusOf(openingId)).toBe('IN_REVIEW');
    },
  );

  it('is published until the instant of its deadline', async () => {
    const { openingId } = await givenOpening(em(), IN_REVIEW);

    expect(await publish(openingId, DEADLINE)).toEqual({ refusal: 'deadline-passed', applicationDeadline: DEADLINE });
    expect(await publish(openingId, new Date(DEADLINE.getTime() - 1))).toEqual({ openingId });
  });

  it('is published by one of many', async () => {
    const { openingId } = await givenOpening(em(), IN_REVIEW);

    const outcomes = await Promise.all([1, 2, 3, 4].map(() => publish(openingId)));

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toEqual([{ openingId }]);
    expect(await eventsOf(em(), 'openingId', openingId)).toEqual(['OpeningMoved DRAFT', 'OpeningMoved PUBLISHED']);
  });

  it('is not published while its host is being suspended', async () => {
    const { openingId, hostId } = await givenOpening(em(), IN_REVIEW);
    let publishing: ReturnType<typeof publish> | undefined;
    await em().transactional(async (tx) => {
      await tx.execute(`update host_organisation set accreditation_status = 'SUSPENDED' where id = ?`, [hostId]);
      publishing = publish(openingId);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });

    expect(await publishing).toEqual({
      refusal: 'host-not-accredited',
      status: 'SUSPENDED',
      validUntil: '2027-12-31',
      neededUntil: '2027-02-28',
    });
  });
});

describe('an opening that takes applications', () => {
  it('is closed by the portal after its deadline, and once', async () => {
    const { openingId } = await givenOpening(em(), PUBLISHED);
    const after = new Date(DEADLINE.getTime() + 1);

    expect(await closeDueOpening(em(), openingId, DEADLINE)).toBe(false);
    const upkeep = () => closeDueOpenings.run({ em: em(), keys: TEST_KEYS, now: () => after, log: silentLog });
    await Promise.all([upkeep(), upkeep()]);

    expect(await statusOf(openingId)).toBe('CLOSED_FOR_APPLICATIONS');
    expect(await eventsOf(em(), 'openingId', openingId)).toEqual([
      'OpeningMoved DRAFT',
      'OpeningMoved CLOSED_FOR_APPLICATIONS',
    ]);
  });

  it('is closed early, and then selected from', async () => {
    const { openingId } = await givenOpening(em(), PUBLISHED);

    expect(await step(openingId, 'beginSelection')).toEqual({
      refusal: 'invalid-transition',
      from: 'PUBLISHED',
      to: 'SELECTION',
      allowed: ['CLOSED_FOR_APPLICATIONS', 'CANCELLED'],
    });
    expect(await step(openingId, 'closeOpening')).toEqual({ openingId });
    expect(await step(openingId, 'beginSelection')).toEqual({ openingId });
    expect(await statusOf(openingId)).toBe('SELECTION');
  });
});

describe('the end of selection', () => {
  it.each([
    ['UNFILLED', 0],
    ['PARTLY_FILLED', 1],
    ['FILLED', 2],
  ])('is %s where %i of two positions are filled', async (status, filled) => {
    const { openingId } = await givenOpening(em(), SELECTION, { positions: 2 });
    for (let number = 0; number < filled; number += 1) await givenDeployment(em(), openingId);

    expect(await concludeOpening(em(), by(placementOfficer, openingId), NOW)).toEqual({ openingId });

    expect(await statusOf(openingId)).toBe(status);
  });

  it('tells everybody who is left, and why, and nobody who had their answer', async () => {
    const { openingId } = await givenOpening(em(), SELECTION, { positions: 1 });
    await givenDeployment(em(), openingId);
    const [early, reserve, gone] = await Promise.all(
      ['LONGLISTED', 'RESERVE', 'WITHDRAWN'].map((status) => givenApplication(em(), openingId, status)),
    );

    await concludeOpening(em(), by(placementOfficer, openingId), NOW);

    expect(await Promise.all([early, reserve, gone].map((id = '') => applicationNow(id)))).toEqual([
      { status: 'NOT_SELECTED', outcome: 'OTHERS_FITTED_BETTER', rank: null },
      { status: 'NOT_SELECTED', outcome: 'POSITIONS_FILLED', rank: null },
      { status: 'WITHDRAWN', outcome: null, rank: null },
    ]);
    expect(await eventsOf(em(), 'applicationId', reserve ?? '')).toEqual([
      'ApplicationMoved NOT_SELECTED POSITIONS_FILLED',
    ]);
    const [trail] = await em().execute('select command, actor_id from audit_entry where subject_id = ?', [early]);
    expect(trail).toEqual({ command: 'concludeOpening', actor_id: placementOfficer.personId });
  });

  it('waits for open offers', async () => {
    const { openingId } = await givenOpening(em(), SELECTION);
    const [offered, waiting] = [await givenOffer(em(), openingId), await givenApplication(em(), openingId)];

    expect(await concludeOpening(em(), by(placementOfficer, openingId), NOW)).toEqual({
      refusal: 'offers-open',
      offered: 1,
    });

    expect([await statusOf(openingId), await applicationNow(offered), await applicationNow(waiting)]).toEqual([
      'SELECTION',
      { status: 'OFFERED', outcome: null, rank: null },
      { status: 'SUBMITTED', outcome: null, rank: null },
    ]);
  });

  it('costs as many statements for fifty applications as for one', async () => {
    const costOf = async (applications: number) => {
      const { openingId } = await givenOpening(em(), SELECTION);
      for (let number = 0; number < applications; number += 1) await givenApplication(em(), openingId);
      const statements = await statementsOf(() => concludeOpening(em(), by(placementOfficer, openingId), NOW));
      return statements.length;
    };

    expect([await costOf(1), await costOf(50)]).toEqual([5, 5]);
  });
});

describe('an opening that is cancelled', () => {
  it.each([PUBLISHED, CLOSED_FOR_APPLICATIONS, SELECTION])(
    'from %s ends every application, and rescinds offers',
    async (status) => {
      const programmeId = await givenProgramme(em(), { budget: 1000 });
      const { openingId } = await givenOpening(em(), status, { programmeId });
      const [offered, waiting] = [
        await givenOffer(em(), openingId, 400),
        await givenApplication(em(), openingId, 'PREFERRED'),
      ];

      const outcome = await cancelOpening(
        em(),
        { ...by(placementOfficer, openingId), reason: 'the school closed' },
        NOW,
      );

      expect(outcome).toEqual({ openingId });
      expect([await statusOf(openingId), await applicationNow(offered), await applicationNow(waiting)]).toEqual([
        'CANCELLED',
        { status: 'RESCINDED', outcome: 'OPENING_CANCELLED', rank: null },
        { status: 'NOT_SELECTED', outcome: 'OPENING_CANCELLED', rank: null },
      ]);
      const [counts] = await em().execute(
        `select offered, committed_minor::integer as committed from opening_positions, programme
       where opening_id = ? and programme.id = ?`,
        [openingId, programmeId],
      );
      expect(counts).toEqual({ offered: 0, committed: 0 });
      expect(await cancelOpening(em(), { ...by(placementOfficer, openingId), reason: 'again' }, NOW)).toEqual({
        refusal: 'invalid-transition',
        from: 'CANCELLED',
        to: 'CANCELLED',
        allowed: [],
      });
    },
  );

  it('is not, while somebody prepares to serve in it', async () => {
    const { openingId } = await givenOpening(em(), SELECTION);
    await givenDeployment(em(), openingId);
    const waiting = await givenApplication(em(), openingId);

    expect(await cancelOpening(em(), { ...by(placementOfficer, openingId), reason: 'the school closed' }, NOW)).toEqual(
      {
        refusal: 'deployments-running',
        deployments: 1,
      },
    );

    expect([await statusOf(openingId), await applicationNow(waiting)]).toEqual([
      'SELECTION',
      { status: 'SUBMITTED', outcome: null, rank: null },
    ]);
  });

  it.each([DRAFT, IN_REVIEW])('is none that is %s: it would become public', async (status) => {
    const { openingId } = await givenOpening(em(), status);

    const outcome = await cancelOpening(em(), { ...by(placementOfficer, openingId), reason: 'not needed' }, NOW);

    expect(outcome).toMatchObject({ refusal: 'invalid-transition', from: status });
    expect(await statusOf(openingId)).toBe(status);
  });
});
