import { IntlMessageFormat } from 'intl-messageformat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import { ClearanceKind, ClearanceStage } from '../../../services/placements/clearance/clearance.rules.ts';
import { selectionMessages } from '../../../services/placements/selection/messages.ts';
import { newId } from '../../../services/shared/ids.ts';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal } from '../../support/portal.ts';
import { readsOf } from '../../support/statements.ts';
import { givenApplication, givenOpening, type Somebody } from './given.ts';

const VALUES = { count: 2, maximum: 100, neededUntil: '2027', startsOn: '2026', endsOn: '2027', from: 'A', to: 'B' };

it.each(Object.entries(selectionMessages))('says %s in three languages', (_key, message) => {
  for (const [language, text] of Object.entries(message)) {
    expect(String(new IntlMessageFormat(text, language).format(VALUES))).not.toMatch(/[{}#]|^\s*$/);
  }
});

const MINE = `query ($first: Int) { me { applications(first: $first) { nodes {
  id status outcome clearances { kind stage status validUntil issuedBy } offer { id status expiresAt } assessments { score }
} } } }`;
const THEIRS = `query ($ids: [ID!]!, $first: Int) { nodes(ids: $ids) { ... on Person { applications(first: $first) { nodes {
  id clearances { kind status issuedBy } offer { id } assessments { score comment recommendation method }
} } } } }`;

describe('the pipeline over the graph', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal('in-process');
  });
  afterAll(() => portal?.close());
  const em = () => {
    const service = portal.opened.running.find(({ name }) => name === 'placements');
    if (!service) throw new Error('placements is open');
    return service.database.orm.em.fork();
  };
  const volunteer = async (): Promise<{ token: string; person: Somebody }> => {
    const [one] = await portal.givenPeople(1);
    if (!one) throw new Error('somebody was made');
    return { token: one.token, person: { personId: one.personId, apiClientId: null, grants: [] } };
  };

  it('leads from an application to a deployment by the published operations', async () => {
    const { token, person } = await volunteer();
    const demo = `select id, host_organisation_id from opening where is_demo and country_code = 'KE' and status = 'PUBLISHED' order by id limit 1`;
    const [opening] = await em().execute<{ id: string }[]>(demo);
    const visa = [{ kind: ClearanceKind.VISA, stage: ClearanceStage.BEFORE_OFFER }];
    await em().execute('update opening set clearances = ?::jsonb where id = ?', [JSON.stringify(visa), opening?.id]);
    const { id: applicationId } = await givenApplication(em(), opening?.id ?? '', {
      person,
      status: ApplicationStatus.SUBMITTED,
    });
    const desk = portal.as(await portal.signIn('placements@demo.erikti.example'));
    const host = portal.as(await portal.signIn('host.ke@demo.erikti.example'));
    const me = portal.as(token);
    const advance = (by: typeof me, to: string) =>
      by.ask(operation('10-advance-application'), { input: { applicationId, to } });
    const send = async (by: typeof me, name: string, field: string, input: object) => {
      const { data, errors } = await by.ask(operation(name), { input });
      expect(errors).toEqual([]);
      return data[field];
    };

    const unseen = await advance(host, 'LONGLISTED');
    for (const to of ['LONGLISTED', 'SHORTLISTED', 'WITH_HOST']) {
      expect((await advance(desk, to)).data.advanceApplication.application).toMatchObject({ status: to });
    }
    const declared = await host.ask(
      'mutation ($input: DeclareInterestInput!) { declareInterest(input: $input) { __typename } }',
      { input: { applicationId, hasConflict: false } },
    );
    const input = { applicationId, method: 'INTERVIEW', score: 5, recommendation: 'PREFER', comment: 'Speaks Swahili' };
    const assessed = await host.ask(
      'mutation ($input: AssessApplicationInput!) { assessApplication(input: $input) { __typename ... on AssessApplicationSuccess { application { status assessments { score assessedBy { id } } } } } }',
      { input },
    );
    const preferred = await advance(host, 'PREFERRED');
    const wrong = await advance(desk, 'OFFERED');
    const early = await send(desk, '10-offer-placement', 'offerPlacement', { applicationId });
    const short = { applicationId, kind: 'VISA', status: 'PASSED', validUntil: '2020-01-01' };
    const tooShort = await send(desk, '10-record-clearance', 'recordClearance', short);
    const cleared = await send(desk, '10-record-clearance', 'recordClearance', {
      ...short,
      validUntil: '2035-01-01',
      issuedBy: 'Embassy',
    });
    const offered = await send(desk, '10-offer-placement', 'offerPlacement', { applicationId });
    const seen = await me.ask(MINE, { first: 1 });
    const accept = { offerId: offered.application.offer.id, idempotencyKey: newId('key') };
    const foreign = await send(host, '10-accept-placement', 'acceptPlacement', accept);
    const accepted = await send(me, '10-accept-placement', 'acceptPlacement', accept);
    const again = await send(me, '10-accept-placement', 'acceptPlacement', accept);

    expect(unseen.data.advanceApplication.code).toBe('APPLICATION_NOT_FOUND');
    expect(declared.data.declareInterest.__typename).toBe('DeclareInterestSuccess');
    expect(assessed.data.assessApplication.application).toMatchObject({
      status: 'ASSESSED',
      assessments: [{ score: 5 }],
    });
    expect(preferred.data.advanceApplication.application.status).toBe('PREFERRED');
    expect(wrong.data.advanceApplication).toMatchObject({
      __typename: 'InvalidTransition',
      from: 'PREFERRED',
      to: 'OFFERED',
      allowed: ['RESERVE', 'CLEARANCE', 'NOT_SELECTED'],
    });
    expect(early).toMatchObject({
      code: 'CLEARANCES_OUTSTANDING',
      outstanding: [{ kind: 'VISA', status: 'REQUIRED' }],
    });
    expect(tooShort.code).toBe('CLEARANCE_TOO_SHORT');
    expect(cleared.application.clearances).toEqual([{ kind: 'VISA', status: 'PASSED', validUntil: '2035-01-01' }]);
    expect(offered.application.status).toBe('OFFERED');
    expect(seen.errors).toEqual([]);
    expect(seen.data.me.applications.nodes).toMatchObject([
      {
        id: applicationId,
        status: 'OFFERED',
        clearances: [{ kind: 'VISA', stage: 'BEFORE_OFFER', status: 'PASSED', issuedBy: 'Embassy' }],
        offer: { id: accept.offerId, status: 'OPEN' },
        assessments: null,
      },
    ]);
    expect(foreign.code).toBe('PLACEMENT_OFFER_NOT_FOUND');
    expect(accepted).toMatchObject({ deployment: { status: 'PREPARING' }, withdrawnApplications: [] });
    expect(again).toEqual(accepted);
  });

  it('asks the database as often for one application as for three', async () => {
    const { token, person } = await volunteer();
    for (let place = 0; place < 3; place++) {
      const clearances = [{ kind: ClearanceKind.VISA, stage: ClearanceStage.BEFORE_OFFER }];
      const opening = await givenOpening(em(), { clearances });
      await givenApplication(em(), opening.id, { person, status: ApplicationStatus.ASSESSED });
    }
    const desk = portal.as(await portal.signIn('placements@demo.erikti.example'));
    const cost = async (first: number) => {
      const own = await readsOf(() => portal.as(token).ask(MINE, { first }));
      const all = await readsOf(() => desk.ask(THEIRS, { ids: [person.personId], first }));
      return [own.length, all.length];
    };
    await cost(1);

    expect(await cost(3)).toEqual(await cost(1));
    const { data } = await desk.ask(THEIRS, { ids: [person.personId], first: 3 });
    expect(data.nodes[0].applications.nodes.map((one: { assessments: [] }) => one.assessments)).toEqual([[], [], []]);
  });
});
