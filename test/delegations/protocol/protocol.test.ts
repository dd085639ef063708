import { describe, expect, it } from 'vitest';
import { DelegationStatus, PartyType } from '../../../services/delegations/delegation/delegation.rules.ts';
import { orderDelegation } from '../../../services/delegations/protocol/order-delegation.ts';
import { checkOrder, inPrecedence } from '../../../services/delegations/protocol/precedence.rules.ts';
import { setPrecedence } from '../../../services/delegations/protocol/set-precedence.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { ANONYMOUS, participant } from '../../../services/shared/access/access.rules.ts';
import { useService } from '../../support/database.ts';
import { textOf } from '../../support/pdf.ts';
import { statementsOf } from '../../support/statements.ts';
import { admin, delegationRow, givenDelegation, givenEdition, holder, NOW } from '../delegation/given.ts';
import { ask, fileOf, givenMember, linesOf, type Member } from './given.ts';

const service = useService(delegations, () => NOW);
const em = () => service.running.database.orm.em.fork();

const coming = (editionId: string, country: string, status = DelegationStatus.SUBMITTED) =>
  givenDelegation(service.running, { status, country, editionId });
const member = (delegationId: string, more: Member = {}) => givenMember(service.running, delegationId, more);

async function inOrder(editionId: string): Promise<string[]> {
  const query = `query ($edition: [_Any!]!) { _entities(representations: $edition) { ... on ForumEdition {
    delegationsInPrecedence { country { code } } } } }`;
  const edition = [{ __typename: 'ForumEdition', id: editionId }];
  const { data, errors } = await ask(service.running, admin, query, { edition });
  expect(errors ?? []).toEqual([]);
  const [{ delegationsInPrecedence: rows }] = JSON.parse(JSON.stringify(data))._entities;
  return rows.map(({ country }: { country: { code: string } }) => country.code);
}

async function membersOf(delegationId: string): Promise<string[]> {
  const rows = await em().execute<{ id: string }[]>(
    `select id from nomination where delegation_id = ? and uses_quota(status) order by protocol_rank, id`,
    [delegationId],
  );
  return rows.map(({ id }) => id);
}

describe('the order of precedence', () => {
  const placed = (code: string, party: PartyType, precedence: number | null = null) => ({
    id: code,
    country_code: code,
    party_type: party,
    precedence,
  });
  const { MEMBER, ASSOCIATE, HOST, OBSERVER, ORGANISATION } = PartyType;
  const all = [
    placed('KE', OBSERVER),
    placed('UZ', MEMBER),
    placed('CH', ORGANISATION),
    placed('KZ', HOST),
    placed('TM', ASSOCIATE),
    placed('BY', MEMBER),
  ];

  it.each([
    ['ru', ['BY', 'KZ', 'TM', 'UZ', 'KE', 'CH']],
    ['kk', ['BY', 'KZ', 'UZ', 'TM', 'KE', 'CH']],
    ['en', ['BY', 'KZ', 'TM', 'UZ', 'KE', 'CH']],
  ] as const)('is that of the alphabet in %s, states before observers and organisations', (language, codes) => {
    expect(inPrecedence(all, language).map(({ id }) => id)).toEqual(codes);
  });

  it('is as it was set, and of the others after them', () => {
    const mixed = [...all.slice(0, 4), placed('TM', ASSOCIATE, 2), placed('BY', MEMBER, 1)];

    expect(inPrecedence(mixed, 'ru').map(({ id }) => id)).toEqual(['BY', 'TM', 'KZ', 'UZ', 'KE', 'CH']);
  });

  it.each([
    ['a permutation', ['b', 'a'], []],
    [
      'a stranger, a repetition and a gap',
      ['a', 'x', 'a'],
      [
        { index: 1, problem: 'unknown' },
        { index: 2, problem: 'repeated' },
        { index: null, problem: 'missing', count: 1 },
      ],
    ],
  ])('is checked: %s', (_case, given, violations) => expect(checkOrder(given, ['a', 'b'])).toEqual(violations));

  const set = (editionId: string, delegationIds: readonly string[] | null, language: 'kk' | 'ru' | null = null) =>
    setPrecedence(em(), { actorId: 'person_admin', editionId, delegationIds, language }, NOW);

  it('is set by a list of all that come, and is that of the alphabet again without one', async () => {
    const editionId = await givenEdition(service.running);
    const [kg, tj] = [await coming(editionId, 'KG'), await coming(editionId, 'TJ')];
    const before = await inOrder(editionId);
    const outcome = await set(editionId, [tj.id, kg.id]);
    const ordered = await inOrder(editionId);
    await coming(editionId, 'KZ');
    const later = await inOrder(editionId);
    await set(editionId, null, 'kk');

    expect(outcome).toEqual({ editionId });
    expect([before, ordered, later]).toEqual([
      ['KG', 'TJ'],
      ['TJ', 'KG'],
      ['TJ', 'KG', 'KZ'],
    ]);
    expect(await inOrder(editionId)).toEqual(['KZ', 'KG', 'TJ']);
  });

  it('is refused with everything wrong, and nothing changes', async () => {
    const editionId = await givenEdition(service.running);
    const [kg, tj] = [await coming(editionId, 'KG'), await coming(editionId, 'TJ')];
    await coming(editionId, 'KZ', DelegationStatus.WITHDRAWN);
    await set(editionId, [tj.id, kg.id]);

    expect(await set(editionId, ['none', kg.id])).toEqual({
      refusal: 'no-order',
      violations: [
        { index: 0, problem: 'unknown' },
        { index: null, problem: 'missing', count: 1 },
      ],
    });
    expect(await set('none', [])).toEqual({ refusal: 'edition-not-found' });
    expect(await inOrder(editionId)).toEqual(['TJ', 'KG']);
  });

  it('is one of those that were set at the same moment, whole', async () => {
    const editionId = await givenEdition(service.running);
    const ids = [];
    for (const country of ['KG', 'TJ', 'KZ']) ids.push((await coming(editionId, country)).id);
    const [a = '', b = '', c = ''] = ids;

    const outcomes = await Promise.all(
      [
        [a, b, c],
        [c, b, a],
        [b, c, a],
        [c, a, b],
      ].map((order) => set(editionId, order)),
    );

    const places = await em().execute<{ precedence: number }[]>(
      'select precedence from delegation where edition_id = ? order by precedence',
      [editionId],
    );
    expect(outcomes).toEqual([{ editionId }, { editionId }, { editionId }, { editionId }]);
    expect(places).toEqual([{ precedence: 1 }, { precedence: 2 }, { precedence: 3 }]);
  });
});

describe('the order within a delegation', () => {
  const order = (
    delegationId: string,
    nominationIds: readonly string[] | null,
    expectedVersion: number | null = null,
  ) =>
    orderDelegation(
      em(),
      { viewer: holder('FOCAL_POINT', 'DELEGATION', delegationId), delegationId, nominationIds, expectedVersion },
      NOW,
    );

  it('is by role and time until its focal point sets one, in which the head stays the first', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const adviser = await member(id, { role: 'ADVISER' });
    const one = await member(id);
    const other = await member(id);
    const head = await member(id, { role: 'HEAD' });
    const before = await membersOf(id);
    const { version } = await delegationRow(em(), id);

    const outcome = await order(id, [adviser, other, head, one], version);
    const ordered = await membersOf(id);
    const late = await member(id, { role: 'DEPUTY_HEAD' });
    const later = await membersOf(id);
    await order(id, null);

    expect(outcome).toEqual({ delegationId: id });
    expect([before, ordered, later]).toEqual([
      [head, one, other, adviser],
      [head, adviser, other, one],
      [head, adviser, other, one, late],
    ]);
    expect(await membersOf(id)).toEqual([head, late, one, other, adviser]);
    expect(await delegationRow(em(), id)).toEqual({ status: 'SUBMITTED', version: version + 2 });
  });

  it('has a successor where the predecessor stood', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const [one, other, third] = [await member(id), await member(id), await member(id)];
    await order(id, [third, one, other]);

    await em().execute(`update nomination set status = 'REPLACED' where id = ?`, [third]);
    await em().execute(
      `insert into nomination (id, delegation_id, person_id, category, role, status, replaces_id)
       values ('nomination_successor', ?, 'person_successor', 'DELEGATE', 'DELEGATE', 'NOMINATED', ?)`,
      [id, third],
    );

    expect(await membersOf(id)).toEqual(['nomination_successor', one, other]);
  });

  it.each([
    ['by strangers', 'delegation-not-found'],
    ['from an old version', 'version-conflict'],
    ['with somebody missing', 'no-order'],
    ['once it is over', 'delegation-over'],
  ])('is not set %s, and nothing changes', async (_case, refusal) => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const [one, other] = [await member(id), await member(id)];
    if (refusal === 'delegation-over') await em().execute(`update delegation set status = 'CLOSED' where id = ?`, [id]);
    const before = await delegationRow(em(), id);

    const outcome = await (refusal === 'delegation-not-found'
      ? orderDelegation(
          em(),
          { viewer: participant('person_1'), delegationId: id, nominationIds: [other, one], expectedVersion: null },
          NOW,
        )
      : order(id, refusal === 'no-order' ? [other] : [other, one], refusal === 'version-conflict' ? 99 : null));

    expect(outcome).toMatchObject({ refusal });
    expect(await membersOf(id)).toEqual([one, other]);
    expect(await delegationRow(em(), id)).toEqual(before);
  });

  it('is one of those that were set at the same moment, whole', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const ids = [await member(id), await member(id), await member(id)];

    await Promise.all([ids, ids.toReversed(), ids, ids.toReversed()].map((one) => order(id, one)));

    const places = await em().execute('select place from nomination where delegation_id = ? order by place', [id]);
    expect(places).toEqual([{ place: 1 }, { place: 2 }, { place: 3 }]);
    expect([ids, ids.toReversed()]).toContainEqual(await membersOf(id));
  });

  it('is told through the graph with all that is wrong', async () => {
    const { id } = await coming(await givenEdition(service.running), 'KG');
    const nominationId = await member(id);
    const query = `mutation ($input: OrderDelegationInput!) { orderDelegation(input: $input) { __typename
      ... on OrderDelegationSuccess { members { id } } ... on InvalidInput { violations { path code message } } } }`;
    const viewer = holder('FOCAL_POINT', 'DELEGATION', id);

    const wrong = await ask(service.running, viewer, query, { input: { delegationId: id, nominationIds: ['none'] } });
    const right = await ask(service.running, viewer, query, {
      input: { delegationId: id, nominationIds: [nominationId] },
    });

    expect(wrong.data).toEqual({
      orderDelegation: {
        __typename: 'InvalidInput',
        violations: [
          {
            path: ['input', 'nominationIds', '0'],
            code: 'UNKNOWN_IN_ORDER',
            message: 'This does not belong to the order.',
          },
          { path: ['input', 'nominationIds'], code: 'MISSING_IN_ORDER', message: 'The order lacks one entry.' },
        ],
      },
    });
    expect(right.data).toEqual({
      orderDelegation: { __typename: 'OrderDelegationSuccess', members: [{ id: nominationId }] },
    });
  });
});

describe('the list for the protocol office', () => {
  const officer = (editionId: string) => holder('ACCREDITATION_OFFICER', 'EDITION', editionId);

  async function given() {
    const editionId = await givenEdition(service.running);
    const [kg, kz] = [await coming(editionId, 'KG'), await coming(editionId, 'KZ')];
    await member(kg.id, { name: 'Өмірзақов', role: 'ADVISER', status: 'APPROVED' });
    await member(kg.id, { name: '+Ғабитұлы', role: 'HEAD', status: 'NOMINATED' });
    await member(kg.id, { name: 'Ушедший', status: 'WITHDRAWN' });
    return { editionId, kg, kz };
  }

  it('is CSV of all delegations and members in their order, in which no text is run as a formula', async () => {
    const { editionId } = await given();
    const file = { kind: 'protocol', id: editionId, query: { format: 'csv', language: 'ru' } };

    expect(await linesOf(service.running, officer(editionId), file)).toEqual([
      '1,KZ,Казахстан,MEMBER,SUBMITTED,,,,,,,',
      "2,KG,Киргизия,MEMBER,SUBMITTED,1,HEAD,DELEGATE,false,'+Ғабитұлы Сәуле,AKHMETOVA Saule,NOMINATED",
      '2,KG,Киргизия,MEMBER,SUBMITTED,2,ADVISER,DELEGATE,false,Өмірзақов Сәуле,AKHMETOVA Saule,APPROVED',
    ]);
  });

  it('is a PDF in the language that is asked for, with all letters of Kazakh, the same for the same list', async () => {
    const { editionId } = await given();
    const file = { kind: 'protocol', id: editionId, query: { language: 'kk' } };

    const first = await fileOf(service.running, officer(editionId), file);
    const again = await fileOf(service.running, officer(editionId), file);

    if (typeof first === 'string' || typeof again === 'string') throw new Error('no file');
    expect({ ...first, body: null }).toMatchObject({
      contentType: 'application/pdf',
      filename: 'delegations-2026.pdf',
    });
    expect(first.body.equals(again.body)).toBe(true);
    const printed = await textOf(first.body);
    expect(printed).toContain('Делегациялар тізімі 2026 жылғы форум');
    expect(printed).toMatch(
      /1\. Қазақстан мүше · құрамын тапсырды Әзірге ешкім аталған жоқ\. 2\. Қырғызстан .*1\. \+Ғабитұлы Сәуле AKHMETOVA Saule делегация басшысы орын расталмаған 2\. Өмірзақов Сәуле AKHMETOVA Saule кеңесші өкілеттігі мақұлданды/,
    );
    expect(printed).not.toContain('Ушедший');
  });

  it('takes as many pages as it needs, and loses nobody', async () => {
    const { editionId, kz } = await given();
    await em().execute('update quota set allocated = 200 where delegation_id = ?', [kz.id]);
    for (let index = 100; index < 250; index += 1) await member(kz.id, { name: `Делегат${index}` });
    const file = await fileOf(service.running, officer(editionId), { kind: 'protocol', id: editionId });

    if (typeof file === 'string') throw new Error(file);
    const printed = await textOf(file.body);
    const named = [...printed.matchAll(/Делегат(\d+)/g)].map(([, index]) => Number(index));
    expect(named).toEqual(Array.from({ length: 150 }, (_, index) => index + 100));
    expect(file.body.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(6);
  });

  it('is for those who check credentials and administrators, and the list of a delegation also for who composes it', async () => {
    const { editionId, kg, kz } = await given();
    const viewers = {
      anyone: ANONYMOUS,
      participant: participant('person_1'),
      focalPoint: holder('FOCAL_POINT', 'DELEGATION', kg.id),
      other: holder('FOCAL_POINT', 'DELEGATION', kz.id),
      officer: officer(editionId),
      elsewhere: officer('forum_edition_other'),
      admin,
    };
    const answers = async (kind: string, id: string) =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(viewers).map(async ([name, viewer]) => {
            const file = await fileOf(service.running, viewer, { kind, id, query: { format: 'csv' } });
            return [name, typeof file === 'string' ? file : 'given'];
          }),
        ),
      );

    const refused = {
      anyone: 'unauthenticated',
      participant: 'not-found',
      other: 'not-found',
      elsewhere: 'not-found',
    };
    expect(await answers('protocol', editionId)).toEqual({
      ...refused,
      focalPoint: 'not-found',
      officer: 'given',
      admin: 'given',
    });
    expect(await answers('delegation-list', kg.id)).toEqual({
      ...refused,
      focalPoint: 'given',
      officer: 'given',
      admin: 'given',
    });
    expect(await answers('delegation-list', 'none')).toMatchObject({ admin: 'not-found' });
  });

  it('is noted in the trail with who has taken it', async () => {
    const { editionId, kg } = await given();
    const viewer = officer(editionId);
    await fileOf(service.running, viewer, { kind: 'protocol', id: editionId });
    await fileOf(service.running, viewer, { kind: 'delegation-list', id: kg.id, query: { format: 'csv' } });

    const entries = await em().execute(
      `select subject_id, changes -> 0 ->> 'to' as format from audit_entry
       where command = 'downloadDelegationList' and actor_id = ? order by id`,
      [viewer.personId],
    );
    expect(entries).toEqual([
      { subject_id: editionId, format: 'pdf' },
      { subject_id: kg.id, format: 'csv' },
    ]);
  });

  it('reads as much for fifty members of three delegations as for one', async () => {
    const cost = async (countries: readonly string[], members: number) => {
      const editionId = await givenEdition(service.running);
      for (const country of countries) {
        const { id } = await coming(editionId, country);
        for (let index = 0; index < members; index += 1) await member(id);
      }
      const viewer = officer(editionId);
      return (await statementsOf(() => fileOf(service.running, viewer, { kind: 'protocol', id: editionId }))).length;
    };

    const one = await cost(['KG'], 1);

    expect(await cost(['KG', 'KZ', 'TJ'], 50)).toBe(one);
  });
});
