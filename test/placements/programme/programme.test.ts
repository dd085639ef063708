import { describe, expect, it } from 'vitest';
import { OpeningStatus } from '../../../services/placements/opening/opening.rules.ts';
import { changeProgramme } from '../../../services/placements/programme/administration/change-programme.ts';
import { moveProgramme } from '../../../services/placements/programme/administration/move-programme.ts';
import { ProgrammeStatus, programmeTransitions } from '../../../services/placements/programme/programme.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { useService } from '../../support/database.ts';
import { partnerOf, placementOfficer } from '../given.ts';
import { asking, givenDeployment, givenOffer, givenOpening, givenProgramme, NOW } from '../opening/given.ts';

const { DRAFT, FUNDED, OPEN, SUSPENDED, CLOSED, COMPLETED } = ProgrammeStatus;

it.each([
  [DRAFT, [FUNDED]],
  [FUNDED, [OPEN]],
  [OPEN, [SUSPENDED, CLOSED]],
  [SUSPENDED, [OPEN, CLOSED]],
  [CLOSED, [COMPLETED]],
  [COMPLETED, []],
])('a programme goes from %s to %j', (status, to) => {
  expect(programmeTransitions.filter(({ from }) => from === status).map((step) => step.to)).toEqual(to);
});

describe('a programme', () => {
  const service = useService(placements, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const ask = asking(() => service.running);
  const actorId = placementOfficer.personId ?? '';
  const move = (programmeId: string, to: ProgrammeStatus) =>
    moveProgramme(em(), { actorId, programmeId, to, reason: null, expectedVersion: null }, NOW);
  const change = (programmeId: string, amount: number, currency = 'USD') =>
    changeProgramme(
      em(),
      { actorId, programmeId, expectedVersion: null, given: { budget: { amount, currency } } },
      NOW,
    );
  const programmeNow = async (id: string) => {
    const [row] = await em().execute(
      'select status, currency, budget_minor::integer as budget, version from programme where id = ?',
      [id],
    );
    return row;
  };
  const CREATE = `mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { __typename
    ... on ProgrammeSuccess { programme { id status budget { amount currency committed available } allowedTransitions } }
    ... on InvalidInput { violations { path code } } } }`;
  const input = { name: [{ locale: 'en', text: 'Full' }], year: 2027, funding: 'FULL', hostCountries: ['KE', 'TR'] };

  it('is made as a draft, which those who run placements alone see', async () => {
    const { programme } = await ask(placementOfficer, CREATE, { input: { ...input, idempotencyKey: 'full' } });
    const { id, ...shown } = programme;
    const listed = async (viewer: Parameters<typeof ask>[0]) => {
      const { nodes } = await ask(viewer, 'query { programmes(first: 100) { nodes { id } } }');
      return nodes.some((node: { id: string }) => node.id === id);
    };

    expect(shown).toEqual({ status: 'DRAFT', budget: null, allowedTransitions: ['FUNDED'] });
    expect((await ask(placementOfficer, CREATE, { input: { ...input, idempotencyKey: 'full' } })).programme.id).toBe(
      id,
    );
    expect([await listed(placementOfficer), await listed(partnerOf('KE')), await listed(null)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('tells all that is wrong with it at once', async () => {
    const wrong = {
      name: [],
      year: 1999,
      funding: 'FULL',
      hostCountries: ['KE', 'ke'],
      budget: { amount: -1, currency: 'ABC' },
    };

    const { violations } = await ask(placementOfficer, CREATE, { input: wrong });

    expect(violations).toEqual([
      { path: ['input', 'name'], code: 'MISSING' },
      { path: ['input', 'year'], code: 'BELOW_MINIMUM' },
      { path: ['input', 'hostCountries', '1'], code: 'REPEATED' },
      { path: ['input', 'budget', 'amount'], code: 'BELOW_MINIMUM' },
      { path: ['input', 'budget', 'currency'], code: 'UNKNOWN_CURRENCY' },
    ]);
  });

  it('is funded with a budget, and completed once all is over', async () => {
    const programmeId = await givenProgramme(em(), { status: 'DRAFT' });

    expect(await move(programmeId, FUNDED)).toEqual({ refusal: 'budget-missing' });
    expect(await move(programmeId, OPEN)).toEqual({
      refusal: 'invalid-transition',
      from: 'DRAFT',
      to: 'OPEN',
      allowed: ['FUNDED'],
    });
    expect(await programmeNow(programmeId)).toMatchObject({ status: 'DRAFT', version: 1 });
    await change(programmeId, 5000);
    for (const to of [FUNDED, OPEN]) expect(await move(programmeId, to)).toEqual({ programmeId });
    const { openingId } = await givenOpening(em(), OpeningStatus.SELECTION, { programmeId });
    await givenDeployment(em(), openingId, 'SERVING');
    for (const to of [SUSPENDED, OPEN, CLOSED]) expect(await move(programmeId, to)).toEqual({ programmeId });

    expect(await move(programmeId, COMPLETED)).toEqual({ refusal: 'programme-not-over', openings: 1, deployments: 1 });
    await em().execute(`update deployment set status = 'COMPLETED' where opening_id = ?`, [openingId]);
    await em().execute(`update opening set status = 'FILLED' where id = ?`, [openingId]);
    expect(await move(programmeId, COMPLETED)).toEqual({ programmeId });
    expect(await change(programmeId, 9000)).toEqual({ refusal: 'programme-completed' });
  });

  it('never has less money than it has bound, also while more is bound', async () => {
    const programmeId = await givenProgramme(em(), { budget: 1000 });
    const { openingId } = await givenOpening(em(), OpeningStatus.SELECTION, { programmeId });
    await givenOffer(em(), openingId, 400);
    const before = await programmeNow(programmeId);

    expect(await change(programmeId, 399)).toEqual({ refusal: 'budget-below-committed', committed: 400 });
    expect(await change(programmeId, 1000, 'EUR')).toEqual({
      refusal: 'invalid',
      violations: [{ path: ['budget', 'currency'], problem: 'currency-committed' }],
    });
    expect(await programmeNow(programmeId)).toEqual(before);
    await Promise.allSettled([
      givenOffer(em(), openingId, 300),
      change(programmeId, 500),
      givenOffer(em(), openingId, 300),
    ]);

    const MONEY =
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Programme { budget { amount currency committed available } } } }';
    const [{ budget }] = await ask(placementOfficer, MONEY, { of: [{ __typename: 'Programme', id: programmeId }] });
    expect(budget.available).toBe(budget.amount - budget.committed);
    expect(budget.available).toBeGreaterThanOrEqual(0);
    expect([500, 1000]).toContain(budget.amount);
  });

  it('is changed by one of many who read the same version', async () => {
    const programmeId = await givenProgramme(em());

    const outcomes = await Promise.all(
      [1, 2, 3].map((amount) =>
        changeProgramme(
          em(),
          { actorId, programmeId, expectedVersion: 1, given: { budget: { amount, currency: 'USD' } } },
          NOW,
        ),
      ),
    );

    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([
      { refusal: 'version-conflict', currentVersion: 2 },
      { refusal: 'version-conflict', currentVersion: 2 },
    ]);
  });
});
