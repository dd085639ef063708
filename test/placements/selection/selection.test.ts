import { describe, expect, it } from 'vitest';
import { ApplicationOutcome, ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import { assessApplication } from '../../../services/placements/assessment/assess/assess-application.ts';
import { markNotToBeAssessed } from '../../../services/placements/assessment/assess/mark-not-to-be-assessed.ts';
import {
  AssessmentCriterion,
  AssessmentMethod,
  AssessmentRecommendation,
  InterestNature,
} from '../../../services/placements/assessment/assessment.rules.ts';
import { declareInterest } from '../../../services/placements/assessment/interest/declare-interest.ts';
import { ClearanceKind, ClearanceStage } from '../../../services/placements/clearance/clearance.rules.ts';
import { advanceApplication } from '../../../services/placements/selection/advance/advance-application.ts';
import { advanceApplications } from '../../../services/placements/selection/advance/advance-applications.ts';
import { rankReserve } from '../../../services/placements/selection/reserve/rank-reserve.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { useService } from '../../support/database.ts';
import {
  givenApplication,
  givenOpening,
  holder,
  NOW,
  officer,
  type Somebody,
  somebody,
  statusesOf,
  traceOf,
} from './given.ts';

const { SUBMITTED, LONGLISTED, SHORTLISTED, WITH_HOST, ASSESSED, PREFERRED, RESERVE } = ApplicationStatus;
const { CLEARANCE, OFFERED, ACCEPTED, NOT_SELECTED, INELIGIBLE } = ApplicationStatus;
const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const advance = (
  applicationId: string,
  to: ApplicationStatus,
  {
    viewer = officer,
    outcome = null,
    expectedVersion = null,
  }: { viewer?: Somebody; outcome?: ApplicationOutcome | null; expectedVersion?: number | null } = {},
) => advanceApplication(em(), { viewer, applicationId, to, outcome, note: null, expectedVersion }, NOW);
const outcomeOf = async (id: string) => (await em().execute('select outcome from application where id = ?', [id]))[0];
const ranksOf = (openingId: string) =>
  em().execute<{ id: string; rank: number }[]>(
    `select id, rank from application where opening_id = ? and status = 'RESERVE' order by rank`,
    [openingId],
  );

describe('an application', () => {
  it('goes the whole way step by step, while applications are still taken', async () => {
    const opening = await givenOpening(em(), { status: 'PUBLISHED' });
    const { id } = await givenApplication(em(), opening.id, { status: SUBMITTED });

    for (const to of [LONGLISTED, SHORTLISTED, WITH_HOST, ASSESSED, PREFERRED, CLEARANCE]) {
      expect(await advance(id, to)).toEqual({ applicationId: id });
    }

    expect(await statusesOf(em(), id)).toEqual(['CLEARANCE']);
  });

  it('takes no step that the table does not have, or that is an act of its own', async () => {
    const opening = await givenOpening(em());
    const { id, person } = await givenApplication(em(), opening.id, { status: SUBMITTED });
    const chosen = await givenApplication(em(), opening.id);
    const before = await traceOf(em());
    const onward = [LONGLISTED, INELIGIBLE, NOT_SELECTED];

    expect(await advance(id, PREFERRED)).toEqual({
      refusal: 'invalid-transition',
      from: SUBMITTED,
      to: PREFERRED,
      allowed: onward,
    });
    for (const to of [OFFERED, ACCEPTED]) {
      expect(await advance(chosen.id, to)).toEqual({
        refusal: 'invalid-transition',
        from: PREFERRED,
        to,
        allowed: [RESERVE, CLEARANCE, NOT_SELECTED],
      });
    }
    expect(await advance(id, LONGLISTED, { viewer: person })).toMatchObject({ allowed: [] });
    expect(await advance(id, LONGLISTED, { viewer: somebody() })).toEqual({ refusal: 'application-not-found' });
    expect(await advance(id, LONGLISTED, { expectedVersion: 7 })).toEqual({
      refusal: 'version-conflict',
      currentVersion: 1,
    });
    expect(await traceOf(em())).toEqual(before);
  });

  it('is the host’s to judge once it was sent there, and not before', async () => {
    const opening = await givenOpening(em());
    const host = holder('HOST_OFFICER', 'HOST_ORGANISATION', opening.hostId);
    const stranger = holder('HOST_OFFICER', 'HOST_ORGANISATION', 'host_organisation_other');
    const early = await givenApplication(em(), opening.id, { status: SHORTLISTED });
    const sent = await givenApplication(em(), opening.id, { status: ASSESSED });

    expect(await advance(early.id, WITH_HOST, { viewer: host })).toEqual({ refusal: 'application-not-found' });
    expect(await advance(sent.id, PREFERRED, { viewer: stranger })).toEqual({ refusal: 'application-not-found' });
    expect(await advance(sent.id, PREFERRED, { viewer: host })).toEqual({ applicationId: sent.id });
  });

  it('waits for clearances before the host, for terms to be confirmed, and stops where selection is over', async () => {
    const security = { kind: ClearanceKind.SECURITY, stage: ClearanceStage.BEFORE_HOST };
    const opening = await givenOpening(em(), { clearances: [security] });
    const unchecked = await givenApplication(em(), opening.id, { status: SHORTLISTED });
    const old = await givenApplication(em(), opening.id, { status: SUBMITTED, termsVersion: 0 });
    const decided = await givenOpening(em(), { status: 'FILLED' });
    const late = await givenApplication(em(), decided.id, { status: SUBMITTED });
    const before = await traceOf(em());

    expect(await advance(unchecked.id, WITH_HOST)).toEqual({
      refusal: 'clearances-outstanding',
      outstanding: [{ kind: 'SECURITY', status: 'REQUIRED' }],
    });
    expect(await advance(old.id, LONGLISTED)).toEqual({
      refusal: 'terms-not-confirmed',
      termsVersion: 0,
      currentTermsVersion: 1,
    });
    expect(await advance(late.id, LONGLISTED)).toMatchObject({ refusal: 'selection-closed', status: 'FILLED' });
    expect(await traceOf(em())).toEqual(before);
    expect(await advance(old.id, NOT_SELECTED)).toEqual({ applicationId: old.id });
  });

  it.each([
    [NOT_SELECTED, null, ApplicationOutcome.OTHERS_FITTED_BETTER],
    [NOT_SELECTED, ApplicationOutcome.POSITIONS_FILLED, ApplicationOutcome.POSITIONS_FILLED],
    [INELIGIBLE, null, ApplicationOutcome.REQUIREMENTS_NOT_MET],
  ])('that is %s (%s given) tells the applicant %s', async (to, given, outcome) => {
    const opening = await givenOpening(em());
    const { id } = await givenApplication(em(), opening.id, { status: SUBMITTED });

    await advance(id, to, { outcome: given });

    expect(await outcomeOf(id)).toEqual({ outcome });
  });

  it('takes one of two steps that are asked for at once', async () => {
    const opening = await givenOpening(em());
    const { id } = await givenApplication(em(), opening.id, { status: SUBMITTED });

    const outcomes = await Promise.all([advance(id, LONGLISTED), advance(id, LONGLISTED), advance(id, INELIGIBLE)]);

    expect(outcomes.filter((one) => 'applicationId' in one).length).toBeLessThan(3);
    expect(outcomes.filter((one) => 'refusal' in one)).toMatchObject(
      outcomes.filter((one) => 'refusal' in one).map(() => ({ refusal: 'invalid-transition' })),
    );
    const [{ moves } = { moves: 0 }] = await em().execute<{ moves: number }[]>(
      `select count(*)::int as moves from outbox_event where payload ->> 'applicationId' = ?`,
      [id],
    );
    expect(moves).toBe(outcomes.filter((one) => 'applicationId' in one).length);
  });

  it('is one row of many that are advanced together: what is refused holds up no other', async () => {
    const opening = await givenOpening(em());
    const one = await givenApplication(em(), opening.id, { status: SUBMITTED });
    const gone = await givenApplication(em(), opening.id, { status: LONGLISTED });
    const applicationIds = [one.id, gone.id, 'application_none'];

    const rows = await advanceApplications(
      em(),
      { viewer: officer, applicationIds, to: LONGLISTED, outcome: null, note: null },
      NOW,
    );

    expect(rows).toMatchObject([
      { applicationId: one.id, outcome: { applicationId: one.id } },
      { applicationId: gone.id, outcome: { refusal: 'invalid-transition' } },
      { outcome: { refusal: 'application-not-found' } },
    ]);
  });
});

describe('the reserve', () => {
  it('takes newcomers at its end, also when they come at once, and is put in an order', async () => {
    const opening = await givenOpening(em());
    const ids = await Promise.all(
      [1, 2, 3].map(async () => (await givenApplication(em(), opening.id, { status: ASSESSED })).id),
    );

    await Promise.all(ids.map((id) => advance(id, RESERVE)));
    const joined = (await ranksOf(opening.id)).map(({ rank }) => rank);
    const order = ids.toReversed();
    const outcome = await rankReserve(
      em(),
      { actorId: officer.personId, openingId: opening.id, applicationIds: order },
      NOW,
    );

    expect(joined).toEqual([1, 2, 3]);
    expect(outcome).toEqual({ applicationIds: order });
    expect(await ranksOf(opening.id)).toEqual(order.map((id, index) => ({ id, rank: index + 1 })));
  });

  it('is ranked as a whole or not at all', async () => {
    const opening = await givenOpening(em());
    const { id } = await givenApplication(em(), opening.id, { status: RESERVE, rank: 1 });
    const before = await traceOf(em());
    const rank = (openingId: string, applicationIds: string[]) =>
      rankReserve(em(), { actorId: officer.personId, openingId, applicationIds }, NOW);

    for (const asked of [[], [id, id], [id, 'application_other']]) {
      expect(await rank(opening.id, asked)).toEqual({ refusal: 'reserve-differs', applicationIds: [id] });
    }
    expect(await rank('opening_none', [])).toEqual({ refusal: 'opening-not-found' });
    expect(await traceOf(em())).toEqual(before);
  });

  it('is called up when somebody who was chosen is not selected after all', async () => {
    const opening = await givenOpening(em());
    const chosen = await givenApplication(em(), opening.id, { status: CLEARANCE });
    const next = await givenApplication(em(), opening.id, { status: RESERVE, rank: 1 });

    await advance(chosen.id, NOT_SELECTED);

    expect(await statusesOf(em(), next.id)).toEqual(['PREFERRED']);
  });
});

describe('an assessment', () => {
  const declare = (viewer: Somebody, applicationId: string, hasConflict: boolean) =>
    declareInterest(
      em(),
      { viewer, applicationId, hasConflict, nature: hasConflict ? InterestNature.FAMILY : null },
      NOW,
    );
  const assess = (viewer: Somebody, applicationId: string, method = AssessmentMethod.INTERVIEW) =>
    assessApplication(
      em(),
      {
        viewer,
        idempotencyKey: null,
        applicationId,
        method,
        scores: { score: null, criteria: [{ criterion: AssessmentCriterion.SKILLS, score: 4 }], comment: 'Calm' },
        recommendation: AssessmentRecommendation.PREFER,
      },
      NOW,
    );
  const scoresOf = (id: string) => em().execute('select score, method from assessment where application_id = ?', [id]);
  const given = async (status = WITH_HOST) => {
    const opening = await givenOpening(em());
    const host = holder('HOST_OFFICER', 'HOST_ORGANISATION', opening.hostId);
    return { host, ...(await givenApplication(em(), opening.id, { status })) };
  };

  it('is made by whoever has declared no interest, and the first one moves the application', async () => {
    const { id, host } = await given();

    expect(await assess(host, id)).toEqual({ refusal: 'interest-not-declared' });
    await declare(host, id, false);
    expect(await assess(host, id)).toEqual({ applicationId: id });
    expect(await assess(host, id, AssessmentMethod.TEST)).toEqual({ applicationId: id });
    expect(await assess(host, id)).toEqual({ refusal: 'already-assessed' });

    expect(await statusesOf(em(), id)).toEqual(['ASSESSED']);
    expect(await scoresOf(id)).toEqual([
      { score: 4, method: 'INTERVIEW' },
      { score: 4, method: 'TEST' },
    ]);
  });

  it('is refused to whoever declared a conflict, who takes no other step either, and to the applicant', async () => {
    const { id, host, person } = await given();
    await declare(host, id, true);
    const before = await traceOf(em());

    expect(await assess(host, id)).toEqual({ refusal: 'conflict-of-interest' });
    expect(await advance(id, ASSESSED, { viewer: host })).toEqual({ refusal: 'conflict-of-interest' });
    expect(await assess(person, id)).toEqual({ refusal: 'conflict-of-interest' });
    expect(await declare(person, id, false)).toEqual({ refusal: 'conflict-of-interest' });
    expect(await assess(somebody(), id)).toEqual({ refusal: 'application-not-found' });
    expect(await traceOf(em())).toEqual(before);
    expect(await scoresOf(id)).toEqual([]);
  });

  it('falls with a conflict that turns up, also at the same moment', async () => {
    const { id, host } = await given();
    await declare(host, id, false);

    await Promise.all([assess(host, id), declare(host, id, true)]);

    expect(await scoresOf(id)).toEqual([]);
    expect(await em().execute('select has_conflict from declared_interest where application_id = ?', [id])).toEqual([
      { has_conflict: true },
    ]);
  });

  it('cannot stand in the database beside a conflict', async () => {
    const { id, host } = await given();
    await declare(host, id, true);

    const written = em().execute(
      `insert into assessment (id, application_id, assessed_by_id, method, score, criteria, recommendation, assessed_at)
       values ('assessment_x', ?, ?, 'TEST', 5, '[]', 'PREFER', ?)`,
      [id, host.personId, NOW],
    );

    await expect(written).rejects.toThrow('assessment_without_conflict');
  });

  it('may be left out: the applicant is set aside, and told that others fitted better', async () => {
    const { id, host } = await given();
    const assessed = await given(ASSESSED);
    const mark = (viewer: Somebody, applicationId: string) =>
      markNotToBeAssessed(em(), { viewer, applicationId, reason: null, expectedVersion: null }, NOW);
    await declare(host, id, false);
    await declare(assessed.host, assessed.id, false);

    expect(await mark(assessed.host, assessed.id)).toEqual({
      refusal: 'invalid-transition',
      from: ASSESSED,
      to: NOT_SELECTED,
      allowed: [],
    });
    expect(await mark(host, id)).toEqual({ applicationId: id });
    expect(await statusesOf(em(), id)).toEqual(['NOT_SELECTED']);
    expect(await outcomeOf(id)).toEqual({ outcome: 'OTHERS_FITTED_BETTER' });
  });
});
