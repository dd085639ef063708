import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { namedId } from '../../../services/shared/ids.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

/** How long word of an event is given, in milliseconds. */
const WORD_ARRIVES = { timeout: 20_000, interval: 100 };
const USER_ERROR = '... on UserError { code message } ... on InvalidInput { violations { path code } }';
const NOMINATE = `mutation ($input: NominateDelegatesInput!) { nominateDelegates(input: $input) {
  __typename ${USER_ERROR}
  ... on NominateDelegatesSuccess { results { nomination { id } refusal { code
    ... on QuotaExceeded { category allocated used } } } }
  ... on NominationClosed { status closedAt timeZone }
} }`;
const SUBSTITUTE = `mutation ($input: SubstituteDelegateInput!) { substituteDelegate(input: $input) {
  __typename ${USER_ERROR}
  ... on AlreadySubstituted { nominationId }
  ... on SubstituteDelegateSuccess { successor { id } }
} }`;
const WAIVE = `mutation ($input: WaiveSubstitutionLimitInput!) { waiveSubstitutionLimit(input: $input) {
  __typename ${USER_ERROR} ... on WaiveSubstitutionLimitSuccess { nomination { id } }
} }`;
const APPOINT = `mutation ($input: AppointHeadInput!) { appointHead(input: $input) {
  __typename ${USER_ERROR}
  ... on AppointHeadSuccess { head { id role } formerHead { id role status } }
} }`;
const PROMOTE = `mutation ($input: PromoteAlternateInput!) { promoteAlternate(input: $input) {
  __typename ${USER_ERROR}
  ... on PromoteAlternateSuccess { promoted { id isAlternate } replaced { id } }
} }`;
const CHANGE_QUOTA = `mutation ($input: ChangeQuotaInput!) { changeQuota(input: $input) {
  __typename ${USER_ERROR} ... on QuotasExceedCapacity { capacity allocated free }
} }`;
const CHANGE_CAPACITY = `mutation ($input: ChangeCapacityInput!) { changeCapacity(input: $input) {
  __typename ${USER_ERROR} ... on CapacityBelowClaimed { claimed offered reserved held }
} }`;
const UPLOAD = `mutation ($input: UploadNoteVerbaleInput!) { uploadNoteVerbale(input: $input) {
  __typename ${USER_ERROR} ... on WrongFileType { expected found }
} }`;
const SEATS = '{ forumEdition(year: 2026) { id availability { capacity claimed offered waiting reserved free } } }';
const WAIVED = 'query ($id: ID!) { node(id: $id) { ... on Nomination { substitutionWaivedAt } } }';

describe.each(transports)('what a focal point hears who asks for too much, subgraphs %s', (transport) => {
  const delegationId = namedId('delegation', '2026/KG');
  const one = { nativeName: { family: 'Оспанова', given: 'Мадина' }, category: 'DELEGATE', role: 'DELEGATE' };
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  let focal: ReturnType<Portal['as']>;
  let editionId: string;
  const query = (sql: string, values: unknown[] = []) =>
    asDatabaseOwner(portal.owner, async (client) => (await client.query(sql, values)).rows);
  const nominate = async (nominees: object[], id = delegationId, who = focal) => {
    const input = { delegationId: id, errorPolicy: 'REJECT_FAILED_ROWS', nominees };
    return who.ask(NOMINATE, { input });
  };
  const nominated = async (nominee: object): Promise<string> =>
    (await nominate([nominee])).data.nominateDelegates.results[0].nomination.id;
  beforeAll(async () => {
    portal = await openPortal(transport);
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    focal = portal.as(await portal.signIn('focal-point.kg@demo.erikti.example'));
    editionId = (await portal.ask(SEATS)).data.forumEdition.id;
    // The demonstration keeps no seats for delegations until it is told to.
    await admin.ask(CHANGE_CAPACITY, { input: { editionId, capacity: 400, setsQuotasAside: true } });
    await vi.waitFor(async () => {
      expect((await portal.ask(SEATS)).data.forumEdition.availability.reserved).toBe(150);
      expect(await query('select capacity from delegations.edition_calendar')).toEqual([{ capacity: 400 }]);
    }, WORD_ARRIVES);
  });
  afterAll(() => portal?.close());

  it('a person of another delegation, a second head, a full category: each with what there is to know', async () => {
    await nominate([{ ...one, email: 'twice@state.example' }], namedId('delegation', '2026/UZ'), admin);
    const press = (name: string) => ({ ...one, email: `${name}@press.example`, category: 'PRESS' });

    const { data, errors } = await nominate([
      { ...one, email: 'twice@state.example' },
      { ...one, email: 'head@state.example', role: 'HEAD' },
      ...['a', 'b', 'c', 'd'].map(press),
      { ...one, email: 'reserve@state.example', role: 'HEAD', isAlternate: true },
    ]);

    expect(errors).toEqual([]);
    expect(data.nominateDelegates.results.map(({ refusal }: { refusal: { code: string } | null }) => refusal)).toEqual([
      { code: 'ALREADY_NOMINATED' },
      { code: 'HEAD_ALREADY_APPOINTED' },
      null,
      null,
      null,
      { code: 'QUOTA_EXCEEDED', category: 'PRESS', allocated: 3, used: 3 },
      { code: 'INVALID_INPUT' },
    ]);
  });

  it('another state’s delegation, and a file that is not what its name says', async () => {
    const other = namedId('delegation', '2026/UZ');
    const content = Buffer.from('MZ\u0090\u0000 is no document').toString('base64');

    const foreign = await nominate([{ ...one, email: 'x@state.example' }], other);
    const foreignFile = await focal.ask(UPLOAD, { input: { delegationId: other, fileName: 'note.pdf', content } });
    const file = await focal.ask(UPLOAD, { input: { delegationId, fileName: 'note.pdf', content } });

    expect(foreign.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(foreignFile.data.uploadNoteVerbale).toMatchObject({ code: 'DELEGATION_NOT_FOUND' });
    expect(file.data.uploadNoteVerbale).toMatchObject({
      code: 'WRONG_FILE_TYPE',
      expected: ['application/pdf'],
      found: 'application/x-msdownload',
    });
  });

  it('a second substitution, until the secretariat waives the limit', async () => {
    const officer = portal.as(await portal.signIn('accreditation@demo.erikti.example'));
    const nominationId = await nominated({ ...one, email: 'leaves@state.example' });
    const substitute = async (id: string, name: string) => {
      const input = { nominationId: id, successor: { ...one, email: `${name}@state.example` }, reason: 'Fell ill' };
      return (await focal.ask(SUBSTITUTE, { input })).data.substituteDelegate;
    };
    const first = (await substitute(nominationId, 'first')).successor.id;

    const limited = await substitute(first, 'second');
    const own = await focal.ask(WAIVE, { input: { nominationId: first, reason: 'Please' } });
    const waived = await officer.ask(WAIVE, { input: { nominationId: first, reason: 'Illness' } });
    const seen = await focal.ask(WAIVED, { id: first });
    const second = await substitute(first, 'second');

    expect(limited).toEqual({
      __typename: 'AlreadySubstituted',
      code: 'ALREADY_SUBSTITUTED',
      message: expect.stringContaining('secretariat'),
      nominationId: first,
    });
    expect(own.data.waiveSubstitutionLimit.code).toBe('NOMINATION_NOT_FOUND');
    expect(waived.data.waiveSubstitutionLimit.nomination).toEqual({ id: first });
    expect(seen.data.node.substitutionWaivedAt).toMatch(/^\d{4}-/);
    expect(second.__typename).toBe('SubstituteDelegateSuccess');
    expect((await focal.ask(WAIVED, { id: first })).data.node.substitutionWaivedAt).toBeNull();
  });

  it('who leads and who stands by are changed in one act each', async () => {
    const deputy = await nominated({ ...one, email: 'deputy@state.example', role: 'DEPUTY_HEAD' });
    const alternate = await nominated({ ...one, email: 'alternate@state.example', isAlternate: true });

    const twice = await focal.ask(APPOINT, { input: { nominationId: deputy, formerHeadRole: 'HEAD' } });
    const standsBy = await focal.ask(APPOINT, { input: { nominationId: alternate } });
    const appointed = await focal.ask(APPOINT, { input: { nominationId: deputy, formerHeadRole: 'ADVISER' } });
    const promoted = await focal.ask(PROMOTE, { input: { nominationId: alternate, insteadOfId: deputy } });
    const again = await focal.ask(PROMOTE, { input: { nominationId: alternate } });

    expect(twice.data.appointHead.violations).toEqual([{ path: ['input', 'formerHeadRole'], code: 'ONE_HEAD' }]);
    expect(standsBy.data.appointHead.code).toBe('ALTERNATE_STANDS_BY');
    expect(appointed.data.appointHead).toMatchObject({
      head: { id: deputy, role: 'HEAD' },
      formerHead: { role: 'ADVISER', status: 'NOMINATED' },
    });
    expect(promoted.data.promoteAlternate).toMatchObject({
      promoted: { id: alternate, isAlternate: false },
      replaced: { id: deputy },
    });
    expect(again.data.promoteAlternate.code).toBe('NOT_AN_ALTERNATE');
    const { data } = await portal.ask('query ($id: ID!) { delegation(id: $id) { head { id } } }', { id: delegationId });
    expect(data.delegation.head).toEqual({ id: alternate });
  });

  it('more places than the edition has seats, and fewer seats than are promised, with the numbers', async () => {
    const quota = await admin.ask(CHANGE_QUOTA, { input: { delegationId, category: 'GUEST', allocated: 251 } });
    const capacity = await admin.ask(CHANGE_CAPACITY, { input: { editionId, capacity: 149 } });

    expect(quota.data.changeQuota).toMatchObject({
      code: 'QUOTAS_EXCEED_CAPACITY',
      capacity: 400,
      allocated: 150,
      free: 250,
    });
    expect(capacity.data.changeCapacity).toMatchObject({
      code: 'CAPACITY_BELOW_CLAIMED',
      claimed: 0,
      offered: 0,
      reserved: 150,
      held: 150,
    });
    expect((await portal.ask(SEATS)).data.forumEdition.availability).toEqual({
      capacity: 400,
      claimed: 0,
      offered: 0,
      waiting: 0,
      reserved: 150,
      free: 400,
    });
  });

  it('a deadline that has passed, as an instant and on the clocks of the edition', async () => {
    await query(`update delegations.edition_calendar set nomination_closes_at = '2026-01-31T19:30:00Z'`);

    const { data } = await nominate([{ ...one, email: 'late@state.example' }]);

    expect(data.nominateDelegates).toEqual({
      __typename: 'NominationClosed',
      code: 'NOMINATION_CLOSED',
      message: expect.stringMatching(/February 1, 2026 at 12:30.AM, Almaty, GMT\+05:00/),
      status: 'NOMINATING',
      closedAt: '2026-01-31T19:30:00.000Z',
      timeZone: 'Asia/Almaty',
    });
  });
});
