import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CREDENTIALS_ITEMS } from '../../../services/delegations/credentials/credentials.rules.ts';
import { namedId } from '../../../services/shared/ids.ts';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

const DESK = operation('07-delegation-desk');
const CONFIRM = operation('07-confirm-nomination');
const VERIFY = operation('07-verify-credentials');
const NOMINATE = operation('07-nominate-delegates');
const TAKE = `mutation ($input: CredentialsWorkInput!) { takeCredentials(input: $input) { __typename
  ... on UserError { code } ... on TakeCredentialsSuccess { nomination { status credentials { owner { id } } } } } }`;
const QUEUE = `query ($id: ID!) { credentialsQueue(editionId: $id) { totalCount nodes { status ageInHours
  nomination { id person { displayName } } owner { displayName } } } }`;
const DECIDE = `mutation ($input: DecideDelegationInput!) { decideDelegation(input: $input) { __typename
  ... on UserError { code } ... on InvalidInput { violations { path code } }
  ... on DecideDelegationSuccess { delegation { status credentials { decision note } } } } }`;
const REVIEW = `mutation ($input: ReviewDelegationInput!) { reviewDelegation(input: $input) { __typename
  ... on UserError { code } ... on ReviewDelegationSuccess { delegation { status allowedTransitions } } } }`;

describe.each(transports)('credentials, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport);
  });
  afterAll(() => portal?.close());

  it('are checked through the front door, by somebody else than whoever nominated', async () => {
    const delegationId = namedId('delegation', '2026/KG');
    const as = async (name: string) => portal.as(await portal.signIn(`${name}@demo.erikti.example`));
    const [admin, officer, focal, nominee] = [
      await as('admin'),
      await as('accreditation'),
      await as('focal-point.kg'),
      await as('participant'),
    ];
    const { data: who } = await nominee.ask('{ me { id } }');
    const isKnown = `select count(*)::int as count from delegations.known_address where person_id = '${who.me.id}'`;
    await expect
      .poll(async () => (await asDatabaseOwner(portal.owner, (client) => client.query(isKnown))).rows[0]?.count)
      .toBe(1);
    const nominated = await admin.ask(NOMINATE, {
      input: {
        delegationId,
        errorPolicy: 'REJECT_EVERYTHING',
        nominees: [
          {
            email: 'participant@demo.erikti.example',
            latinName: { family: 'Ospanova', given: 'Madina' },
            category: 'DELEGATE',
            role: 'DELEGATE',
          },
        ],
      },
    });
    expect(nominated.errors).toEqual([]);
    const nominationId = nominated.data.nominateDelegates.results[0].nomination.id;
    const stateOf = async () => {
      const { data, errors } = await focal.ask(DESK, { id: delegationId });
      expect(errors).toEqual([]);
      return data.delegation.nominations.nodes.find(({ id }: { id: string }) => id === nominationId);
    };
    const checklist = (isMet: boolean) => CREDENTIALS_ITEMS.map((item) => ({ item, met: isMet }));
    const decide = (decision: string, more: object = {}) => ({
      input: { nominationId, decision, checklist: checklist(true), ...more },
    });
    expect((await stateOf()).credentials).toEqual({ status: 'AWAITED', checklist: checklist(false) });

    const own = await admin.ask(VERIFY, decide('APPROVE'));
    await nominee.ask(CONFIRM, { input: { nominationId } });
    await expect.poll(async () => (await stateOf())?.status, { timeout: 10_000 }).toBe('CONFIRMED');
    const byFocalPoint = await focal.ask(VERIFY, decide('APPROVE'));
    const wrong = await officer.ask(VERIFY, decide('HOLD', { checklist: [...checklist(true), ...checklist(true)] }));
    const taken = await officer.ask(TAKE, { input: { nominationId } });
    const queue = await officer.ask(QUEUE, { id: namedId('forum_edition', '2026') });
    const returned = await officer.ask(VERIFY, decide('RETURN', { note: 'The passport says OSPANOVA' }));

    expect(own.data.verifyCredentials.code).toBe('FOUR_EYES_REQUIRED');
    expect(byFocalPoint.data.verifyCredentials.code).toBe('NOMINATION_NOT_FOUND');
    expect(wrong.data.verifyCredentials.code).toBe('INVALID_INPUT');
    expect(taken.data.takeCredentials).toMatchObject({
      nomination: { status: 'UNDER_REVIEW', credentials: { owner: { id: expect.any(String) } } },
    });
    expect(queue.errors).toEqual([]);
    expect(queue.data.credentialsQueue).toMatchObject({
      totalCount: 1,
      nodes: [{ status: 'UNDER_REVIEW', ageInHours: 0, nomination: { id: nominationId } }],
    });
    expect(returned.errors).toEqual([]);
    expect(returned.data.verifyCredentials).toEqual({
      __typename: 'VerifyCredentialsSuccess',
      nomination: { id: nominationId, status: 'RETURNED', credentials: { status: 'RETURNED' } },
    });

    await focal.ask(operation('07-submit-delegation'), { input: { delegationId } });
    const reviewed = await officer.ask(REVIEW, { input: { delegationId } });
    const silent = await officer.ask(DECIDE, { input: { delegationId, decision: 'RETURN' } });
    const note = 'The head has not confirmed';
    const back = await officer.ask(DECIDE, { input: { delegationId, decision: 'RETURN', note } });

    expect(reviewed.data.reviewDelegation.delegation).toEqual({
      status: 'CREDENTIALS_REVIEW',
      allowedTransitions: ['ACCREDITED', 'PROVISIONALLY_ADMITTED', 'RETURNED'],
    });
    expect(silent.data.decideDelegation.violations).toEqual([{ path: ['input', 'note'], code: 'NOTE_REQUIRED' }]);
    expect(back.data.decideDelegation.delegation).toEqual({
      status: 'RETURNED',
      credentials: { decision: 'RETURN', note },
    });
    const seen = await nominee.ask('query ($id: ID!) { delegation(id: $id) { credentials { note } } }', {
      id: delegationId,
    });
    expect(seen.data.delegation.credentials).toBe(null);
  });
});
