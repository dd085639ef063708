import { describe, expect, it } from 'vitest';
import { returnUnusedQuota } from '../../../services/delegations/nomination/deadline/return-unused-quota.ts';
import { readNomineeFile } from '../../../services/delegations/nomination/nominate/file/read-nominee-file.ts';
import {
  checkNominees,
  judgeNominees,
  NominationErrorPolicy,
} from '../../../services/delegations/nomination/nominate/judge.rules.ts';
import {
  DelegationRole,
  NominationStatus,
  nominationTransitions,
  QuotaCategory,
} from '../../../services/delegations/nomination/nomination.rules.ts';
import { linkNominations } from '../../../services/delegations/nomination/nominee/link-nominees.ts';
import { addressKey } from '../../../services/shared/events/sealed-payload.ts';
import { newId } from '../../../services/shared/ids.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import { TEST_KEYS } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import {
  givenAccount,
  givenDelegation,
  givenNominee,
  nominate,
  nominationOf,
  nominee,
  rows,
  useDesk,
  usedOf,
} from './desk.ts';

const { HEAD } = DelegationRole;

describe('the life of a nomination', () => {
  it.each([
    [NominationStatus.NOMINATED, 'nominee', ['CLAIMING', 'WITHDRAWN']],
    [NominationStatus.NOMINATED, 'focal-point', ['WITHDRAWN', 'REPLACED']],
    [NominationStatus.CLAIMING, 'portal', ['CONFIRMED', 'NOMINATED', 'WITHDRAWN']],
    [NominationStatus.CONFIRMED, 'accreditation-officer', ['UNDER_REVIEW']],
    [NominationStatus.REPLACED, 'focal-point', []],
  ] as const)('leads on from %s by the %s', (from, actor, to) => {
    expect(transitionsFrom(nominationTransitions, from, actor)).toEqual(to);
  });
});

describe('a list of nominees', () => {
  const standing = {
    quotas: [{ category: QuotaCategory.DELEGATE, allocated: 2, used: 0 }],
    hasHead: false,
    nominated: new Set<string>(),
  };
  const judge = (list: readonly ReturnType<typeof nominee>[], change: Partial<typeof standing> = {}) =>
    judgeNominees(
      checkNominees(rows(...list), (email) => email),
      { ...standing, ...change },
    ).map(({ refusal }) => refusal);

  it('takes places in its order, and counts those of rows before', () => {
    expect(judge([nominee(), nominee(), nominee()])).toEqual([
      null,
      null,
      { refusal: 'quota-exceeded', category: 'DELEGATE', allocated: 2, used: 2 },
    ]);
  });

  it('has no places in a category without a quota', () => {
    expect(judge([nominee({ category: QuotaCategory.OVERFLOW })])).toEqual([
      { refusal: 'quota-exceeded', category: 'OVERFLOW', allocated: 0, used: 0 },
    ]);
  });

  it('has one head, named once, of those who are not named yet', () => {
    const [first, second] = [nominee({ role: HEAD }), nominee({ role: HEAD })];

    expect(judge([first, second])).toEqual([null, { refusal: 'head-already-appointed' }]);
    expect(judge([first], { hasHead: true })).toEqual([{ refusal: 'head-already-appointed' }]);
    expect(judge([first, first])).toEqual([null, { refusal: 'repeated-nominee', firstRow: 1 }]);
    expect(judge([first], { nominated: new Set([first.email]) })).toEqual([{ refusal: 'already-nominated' }]);
  });

  it('says everything that is wrong with a row', () => {
    expect(judge([nominee({ email: 'nobody', nativeName: null, latinName: { family: 'Ә', given: null } })])).toEqual([
      {
        refusal: 'invalid-row',
        violations: [
          { path: ['email'], problem: 'bad-address' },
          { path: ['latinName', 'family'], problem: 'not-latin' },
        ],
      },
    ]);
  });
});

describe('a file of nominees', () => {
  const read = (text: string) => readNomineeFile(Buffer.from(text).toString('base64'), null);

  it('is read in any of the three languages, numbered as in a spreadsheet', () => {
    const file = read(
      'Эл. почта;Фамилия;Имя;Категория;Рөлі\na@b.example;Ахметова;Сәуле;press;deputy head\n;;;;\nc@d.example;Ли;;boss;\n',
    );

    expect('rows' in file && file.rows).toEqual([
      {
        number: 2,
        nominee: {
          email: 'a@b.example',
          nativeName: { family: 'Ахметова', given: 'Сәуле' },
          latinName: null,
          category: 'PRESS',
          role: 'DEPUTY_HEAD',
          isAlternate: false,
        },
        violations: [],
      },
      {
        number: 4,
        nominee: {
          email: 'c@d.example',
          nativeName: { family: 'Ли', given: null },
          latinName: null,
          category: 'DELEGATE',
          role: 'DELEGATE',
          isAlternate: false,
        },
        violations: [{ path: ['category'], problem: 'unknown-category' }],
      },
    ]);
  });

  it('is refused for what is wrong with it as such', () => {
    expect(read('mail,age\nx,1\n')).toEqual({
      problems: [
        { problem: 'unknown-column', header: 'age' },
        { problem: 'missing-column', header: 'family name' },
      ],
    });
    expect(read('')).toEqual({ problems: [{ problem: 'file-empty' }] });
  });
});

describe('nominating', () => {
  const desk = useDesk();

  it('gives the last place to one of thirty who race for it', async () => {
    const { delegationId } = await givenDelegation(desk, { delegates: 1 });

    const outcomes = await Promise.all(Array.from({ length: 30 }, () => nominate(desk, delegationId, [nominee()])));

    const refusals = outcomes.flatMap((outcome) =>
      'results' in outcome ? outcome.results.map(({ refusal }) => refusal) : [],
    );
    expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(refusals.filter((refusal) => refusal?.refusal === 'quota-exceeded')).toHaveLength(29);
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
  });

  it('names one head when two are named at once', async () => {
    const { delegationId } = await givenDelegation(desk);

    const outcomes = await Promise.all([1, 2].map(() => nominate(desk, delegationId, [nominee({ role: HEAD })])));

    const refusals = outcomes.flatMap((outcome) =>
      'results' in outcome ? outcome.results.map(({ refusal }) => refusal?.refusal) : [],
    );
    expect(refusals.toSorted()).toEqual(['head-already-appointed', undefined]);
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
  });

  it('names a person for one delegation when two name them at once', async () => {
    const { editionId, delegationId } = await givenDelegation(desk);
    const other = await givenDelegation(desk, { editionId });
    const one = nominee();

    const outcomes = await Promise.all([delegationId, other.delegationId].map((id) => nominate(desk, id, [one])));

    const refusals = outcomes.flatMap((outcome) =>
      'results' in outcome ? outcome.results.map(({ refusal }) => refusal?.refusal) : [],
    );
    expect(refusals.toSorted()).toEqual(['already-nominated', undefined]);
  });

  it('writes nothing when everything is rejected, when it is only tried, and before or after its time', async () => {
    const { delegationId, editionId } = await givenDelegation(desk, { delegates: 1 });
    const invited = await givenDelegation(desk, { status: 'INVITED' });
    const two = [nominee(), nominee()];

    const refused = await nominate(desk, delegationId, two, { errorPolicy: NominationErrorPolicy.REJECT_EVERYTHING });
    const tried = await nominate(desk, delegationId, two, { dryRun: true });
    const early = await nominate(desk, invited.delegationId, [nominee()]);
    await desk.delegations.execute(
      `insert into edition_calendar (edition_id, year, time_zone, nomination_closes_at, status, version)
       values (?, 2026, 'Asia/Almaty', ?, 'REGISTRATION_OPEN', 1)`,
      [editionId, NOW],
    );
    const late = await nominate(desk, delegationId, [nominee()]);

    const exceeded = { refusal: 'quota-exceeded', category: 'DELEGATE', allocated: 1, used: 1 };
    const results = [
      { number: 1, refusal: null, nominationId: null },
      { number: 2, refusal: exceeded, nominationId: null },
    ];
    expect(refused).toEqual({ refusal: 'rows-refused', results });
    expect(tried).toEqual({ results });
    expect(early).toEqual({ refusal: 'nomination-closed', status: 'INVITED', closedAt: null, timeZone: null });
    expect(late).toEqual({
      refusal: 'nomination-closed',
      status: 'NOMINATING',
      closedAt: NOW.toISOString(),
      timeZone: 'Asia/Almaty',
    });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 0, active: 0 });
  });

  it('acts once for a key, and keeps no address', async () => {
    const { delegationId } = await givenDelegation(desk);
    const one = nominee();

    const outcomes = await Promise.all([1, 2].map(() => nominate(desk, delegationId, [one], { idempotencyKey: 'k' })));

    expect(outcomes[0]).toEqual(outcomes[1]);
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
    const kept = await desk.delegations.execute(
      `select from nomination where to_jsonb(nomination)::text like ? union all
       select from outbox_event where payload::text like ? union all
       select from idempotency_key where outcome::text like ?`,
      Array.from({ length: 3 }, () => `%${one.email}%`),
    );
    expect(kept).toEqual([]);
  });

  it('costs the same number of statements for one and for a hundred', async () => {
    const few = await givenDelegation(desk, { delegates: 200 });
    const many = await givenDelegation(desk, { delegates: 200 });

    const one = await statementsOf(() => nominate(desk, few.delegationId, [nominee()]));
    const hundred = await statementsOf(() =>
      nominate(
        desk,
        many.delegationId,
        Array.from({ length: 100 }, () => nominee()),
      ),
    );

    expect(hundred.length).toBe(one.length);
    expect(await usedOf(desk, many.delegationId)).toEqual({ used: 100, active: 100 });
  });

  it('gives the nomination to whoever proves the address later, unless they have one of their own', async () => {
    const { delegationId } = await givenDelegation(desk);
    const one = nominee();
    const outcome = await nominate(desk, delegationId, [one]);
    const id = ('results' in outcome && outcome.results[0]?.nominationId) || '';
    const own = await givenNominee(desk, delegationId);
    const personId = newId('person');
    const key = addressKey(TEST_KEYS, one.email);
    const link = (person: string) =>
      desk.delegations.transactional((tx) => linkNominations(tx, { addressKey: key, personId: person }, NOW));
    await desk.delegations.execute('delete from known_address where person_id = ?', [own.personId]);
    await desk.delegations.execute('insert into known_address values (?, ?, ?)', [key, own.personId, NOW]);

    expect(await link(own.personId)).toBe(0);
    await desk.delegations.execute('update known_address set person_id = ? where address_key = ?', [personId, key]);
    expect(await link(personId)).toBe(1);

    expect((await nominationOf(desk, id))?.person_id).toBe(personId);
    expect(await link(personId)).toBe(0);
  });

  it('gives unused places back once, when confirmation closes', async () => {
    const { delegationId, editionId } = await givenDelegation(desk, { delegates: 3 });
    await nominate(desk, delegationId, [nominee()]);
    await desk.delegations.execute(
      `insert into edition_calendar (edition_id, year, time_zone, confirmation_closes_at, status, version)
       values (?, 2026, 'Asia/Almaty', ?, 'REGISTRATION_OPEN', 1)`,
      [editionId, NOW],
    );

    const early = await returnUnusedQuota(desk.delegations, new Date(NOW.getTime() - 1));
    const returned = await Promise.all([1, 2, 3].map(() => returnUnusedQuota(desk.delegations, NOW)));
    await desk.delegations.execute('update quota set allocated = 5 where delegation_id = ?', [delegationId]);
    const again = await returnUnusedQuota(desk.delegations, NOW);

    expect(early).toBe(0);
    expect(returned.toSorted()).toEqual([0, 0, 2]);
    expect(again).toBe(0);
  });

  it('knows whom an account belongs to when they are named', async () => {
    const { delegationId } = await givenDelegation(desk);
    const one = nominee();
    const personId = await givenAccount(desk, one.email);

    const outcome = await nominate(desk, delegationId, [one]);

    const id = ('results' in outcome && outcome.results[0]?.nominationId) || '';
    expect((await nominationOf(desk, id))?.person_id).toBe(personId);
  });
});
