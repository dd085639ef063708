import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedId, newId } from '../../../services/shared/ids.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';

const DESK = `query ($id: ID!) { delegation(id: $id) {
  quotas { category allocated used free } head { id }
  nominations(first: 50) { nodes {
    id status category role person { id displayName } registration { id status } allowedTransitions version
  } }
  registrations { nodes { id status category } }
} }`;
const NOMINATE = `mutation ($input: NominateDelegatesInput!) { nominateDelegates(input: $input) {
  __typename
  ... on NominateDelegatesSuccess {
    dryRun
    results { row nomination { id status category nativeName { family } } refusal { __typename code message
      ... on QuotaExceeded { category allocated used } ... on InvalidInput { violations { path code } } } }
    delegation { id quotas { category allocated used free } }
  }
  ... on UserError { code message }
  ... on InvalidInput { violations { path code message } }
} }`;
const MINE = `{ me { nominations(first: 10) { nodes {
  id status category version claimRefusal delegation { id country { code } } registration { id status delegation { id } }
} } } }`;
const CONFIRM = `mutation ($input: ConfirmNominationInput!) { confirmNomination(input: $input) {
  __typename
  ... on ConfirmNominationSuccess { nomination { id status registration { id status } } }
  ... on UserError { code message }
} }`;
const SUBSTITUTE = `mutation ($input: SubstituteDelegateInput!) { substituteDelegate(input: $input) {
  __typename
  ... on SubstituteDelegateSuccess { replaced { id status } successor { id status category } }
  ... on UserError { code message }
} }`;

describe.each(transports)('a delegation names its people, subgraphs %s', (transport) => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal(transport);
  });
  afterAll(() => portal?.close());

  it('who confirm, get seats in the forum, and are replaced with their places', async () => {
    const delegationId = namedId('delegation', '2026/KG');
    const focal = portal.as(await portal.signIn('focal-point.kg@demo.erikti.example'));
    const nominee = portal.as(await portal.signIn('participant@demo.erikti.example'));
    const stranger = portal.as(await portal.signIn('volunteer@demo.erikti.example'));
    const { data: who } = await nominee.ask('{ me { id } }');
    const service = portal.opened.running.find(({ name }) => name === 'delegations');
    const isKnown = `select count(*)::int as count from known_address where person_id = '${who.me.id}'`;
    await expect.poll(async () => (await service?.database.orm.em.fork().execute(isKnown))?.[0]?.count).toBe(1);
    const name = { family: 'Оспанова', given: 'Мадина' };
    const list = (...nominees: object[]) => ({
      input: { delegationId, errorPolicy: 'REJECT_FAILED_ROWS', idempotencyKey: newId('key'), nominees },
    });
    const one = { nativeName: name, category: 'DELEGATE', role: 'DELEGATE' };

    const nominated = await focal.ask(
      NOMINATE,
      list(
        { ...one, email: 'participant@demo.erikti.example' },
        { ...one, email: 'new@state.example', category: 'OVERFLOW' },
        { ...one, email: 'head@state.example', role: 'HEAD' },
        { ...one, email: 'nameless@state.example', nativeName: null },
      ),
    );
    const forbidden = await stranger.ask(NOMINATE, list({ ...one, email: 'x@state.example' }));
    const hidden = await stranger.ask(DESK, { id: delegationId });

    expect(nominated.errors).toEqual([]);
    const { results, delegation } = nominated.data.nominateDelegates;
    expect(results).toMatchObject([
      { row: 1, nomination: { status: 'NOMINATED', nativeName: { family: 'Оспанова' } }, refusal: null },
      { row: 2, nomination: null, refusal: { code: 'QUOTA_EXCEEDED', allocated: 0, used: 0 } },
      { row: 3, nomination: null, refusal: { code: 'HEAD_ALREADY_APPOINTED' } },
      { row: 4, nomination: null, refusal: { code: 'INVALID_INPUT', violations: [{ code: 'REQUIRED' }] } },
    ]);
    expect(delegation.quotas).toContainEqual({ category: 'DELEGATE', allocated: 10, used: 2, free: 8 });
    expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(hidden.data.delegation).toMatchObject({ nominations: null, registrations: null });

    const nominationId = results[0].nomination.id;
    const mine = await nominee.ask(MINE);
    const version = mine.data.me.nominations.nodes[0].version;
    const input = { nominationId, expectedVersion: version, idempotencyKey: newId('key') };
    const foreign = await stranger.ask(CONFIRM, { input });
    const confirmed = await nominee.ask(CONFIRM, { input });

    expect(mine.data.me.nominations.nodes).toMatchObject([
      { id: nominationId, delegation: { country: { code: 'KG' } } },
    ]);
    expect(foreign.data.confirmNomination.code).toBe('NOMINATION_NOT_FOUND');
    expect(confirmed.errors).toEqual([]);
    expect(confirmed.data.confirmNomination.__typename).toBe('ConfirmNominationSuccess');
    const stateOf = async () => {
      const { data } = await focal.ask(DESK, { id: delegationId });
      return data.delegation.nominations.nodes.find(({ id }: { id: string }) => id === nominationId);
    };
    await expect.poll(async () => (await stateOf())?.status, { timeout: 10_000 }).toBe('CONFIRMED');
    expect((await stateOf()).registration).toMatchObject({ status: 'CONFIRMED' });
    const seen = await focal.ask(DESK, { id: delegationId });
    expect(seen.errors).toEqual([]);
    expect(seen.data.delegation.registrations.nodes).toMatchObject([{ status: 'CONFIRMED', category: 'DELEGATE' }]);
    const after = await nominee.ask(MINE);
    expect(after.data.me.nominations.nodes[0].registration).toMatchObject({
      status: 'CONFIRMED',
      delegation: { id: delegationId },
    });

    const successor = { ...one, email: 'successor@state.example' };
    const replaced = await focal.ask(SUBSTITUTE, {
      input: { nominationId, successor, reason: 'Cannot travel', idempotencyKey: newId('key') },
    });

    expect(replaced.errors).toEqual([]);
    expect(replaced.data.substituteDelegate).toMatchObject({
      replaced: { id: nominationId, status: 'REPLACED' },
      successor: { status: 'NOMINATED', category: 'DELEGATE' },
    });
    await expect.poll(async () => (await stateOf())?.registration?.status, { timeout: 10_000 }).toBe('CANCELLED');
    const quotas = (await focal.ask(DESK, { id: delegationId })).data.delegation.quotas;
    expect(quotas).toContainEqual({ category: 'DELEGATE', allocated: 10, used: 2, free: 8 });
  });
});
