import { beforeAll, describe, expect, it } from 'vitest';
import { ParticipantCategory, RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { ANONYMOUS, participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { admin, ask, givenEdition, givenRegistrations, holder, type Somebody } from './desk.ts';

/** The contract's selection, asked of the service as the gateway asks. */
const REGISTRATIONS = `query ($edition: [_Any!]!, $filter: RegistrationFilter, $first: Int, $after: String, $last: Int, $before: String) {
  _entities(representations: $edition) {
    ... on ForumEdition {
      registrations(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
        totalCount
        nodes { id status category person { id } delegation { id } registeredAt }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
}`;
const TOTALS = `query ($edition: [_Any!]!) {
  _entities(representations: $edition) {
    ... on ForumEdition {
      registrationTotals {
        total byStatus { status count } byCategory { category count } byCountry { country { code } count }
      }
    }
  }
}`;

const service = useService(forum);
const { CONFIRMED, WAITLISTED, WITHDRAWN, PENDING_REVIEW } = RegistrationStatus;
const { OPEN, SPEAKER, PRESS } = ParticipantCategory;

const PEOPLE: readonly Somebody[] = [
  { family: 'Ospanova', given: 'Dana', citizenship: 'KZ' },
  { family: 'Abdirov', given: 'Timur', citizenship: 'KZ', status: WAITLISTED },
  { family: 'Zhumabayeva', given: 'Dana', citizenship: 'KG', category: SPEAKER, status: PENDING_REVIEW },
  { family: 'Lebedev', given: 'Ivan', citizenship: 'RU', status: WITHDRAWN },
  { family: 'Sadykov', given: 'Marat', citizenship: null, category: PRESS },
  { family: 'Abdirova', given: 'Aliya', citizenship: 'UZ', personId: null },
];

let editionId: string;
let ids: string[];
beforeAll(async () => {
  editionId = await givenEdition(service.running);
  ids = await givenRegistrations(service.running, editionId, PEOPLE);
  await givenRegistrations(service.running, await givenEdition(service.running), [{}, {}, {}]);
});

function asked(id: string, more: object = {}) {
  return { edition: [{ __typename: 'ForumEdition', id }], ...more };
}

async function list(more: object = {}, viewer: Viewer = admin, id = editionId) {
  const { data, errors } = await ask(service.running, viewer, REGISTRATIONS, asked(id, more));
  expect(errors).toEqual([]);
  return data._entities[0].registrations;
}

/** Places in `PEOPLE` of those that are listed. */
async function found(filter: object): Promise<number[]> {
  const { nodes, totalCount } = await list({ filter });
  expect(totalCount).toBe(nodes.length);
  return nodes.map(({ id }: { id: string }) => ids.indexOf(id));
}

describe('the list of registrations', () => {
  it('has everybody who is registered for the edition or was, the newest first', async () => {
    const { nodes, totalCount, pageInfo } = await list({ first: 2 });

    expect(totalCount).toBe(6);
    expect(nodes).toEqual([
      {
        id: ids[5],
        status: 'CONFIRMED',
        category: 'OPEN',
        person: null,
        delegation: null,
        registeredAt: '2026-03-01T00:05:00.000Z',
      },
      {
        id: ids[4],
        status: 'CONFIRMED',
        category: 'PRESS',
        person: { id: expect.stringMatching(/^person_/) },
        delegation: null,
        registeredAt: '2026-03-01T00:04:00.000Z',
      },
    ]);
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it.each<[string, object, number[]]>([
    ['a status', { status: [CONFIRMED] }, [5, 4, 0]],
    ['several statuses', { status: [WAITLISTED, WITHDRAWN] }, [3, 1]],
    ['no status at all', { status: [] }, []],
    ['a category', { category: [SPEAKER, PRESS] }, [4, 2]],
    ['a citizenship', { country: ['KZ', 'UZ'] }, [5, 1, 0]],
    ['a name in another script', { search: 'Әбдір' }, [5, 1]],
    ['a name in another spelling', { search: 'jumabaeva' }, [2]],
    ['names in any order', { search: 'dana osp' }, [0]],
    ['the middle of a name', { search: 'spanova' }, []],
    ['a blank search', { search: ' ' }, [5, 4, 3, 2, 1, 0]],
    ['the time', { registeredAfter: '2026-03-01T00:01:00Z', registeredBefore: '2026-03-01T00:03:00Z' }, [2, 1]],
    ['all at once', { status: [CONFIRMED], category: [OPEN], country: ['KZ'], search: 'Dana' }, [0]],
    ['what is null', { status: null, search: null, country: null }, [5, 4, 3, 2, 1, 0]],
  ])('keeps to %s', async (_case, filter, places) => expect(await found(filter)).toEqual(places));

  it.each([
    ['x', 'To search by name, give at least 2 letters.'],
    ['ab'.repeat(60), 'At most 100 characters.'],
  ])('says what is wrong with a search for %s', async (search, message) => {
    const { errors } = await ask(service.running, admin, REGISTRATIONS, asked(editionId, { filter: { search } }));

    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('has neither gap nor repetition where people register while it is read', async () => {
    const growing = await givenEdition(service.running);
    // Several register in the same moment.
    const at = (place: number) => new Date(Date.UTC(2026, 2, 1, 0, Math.floor(place / 3)));
    const before = await givenRegistrations(
      service.running,
      growing,
      Array.from({ length: 20 }, (_, place) => ({ registeredAt: at(place) })),
    );
    const seen: string[] = [];

    for (let after: string | null = null; ; ) {
      const page = await list({ first: 3, after }, admin, growing);
      seen.push(...page.nodes.map(({ id }: { id: string }) => id));
      await givenRegistrations(service.running, growing, [{ registeredAt: new Date('2026-03-02T00:00:00Z') }]);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.toSorted()).toEqual(before.toSorted());
  });

  it('is read from its end, too', async () => {
    const last = await list({ last: 2 });
    const earlier = await list({ last: 2, before: last.pageInfo.startCursor });

    const places = [...earlier.nodes, ...last.nodes].map(({ id }: { id: string }) => ids.indexOf(id));
    expect(places).toEqual([3, 2, 1, 0]);
    expect(earlier.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('costs as many statements for 50 registrations as for 3', async () => {
    const crowd = await givenEdition(service.running);
    await givenRegistrations(service.running, crowd, Array(60).fill({}));

    const few = await statementsOf(() => list({ first: 3, filter: { status: [CONFIRMED] } }, admin, crowd));
    const many = await statementsOf(() => list({ first: 50, filter: { status: [CONFIRMED] } }, admin, crowd));

    // The edition, the page and the total.
    expect(few.length).toBe(3);
    expect(many).toEqual(few);
  });
});

describe('the totals', () => {
  it('count by status, category and citizenship', async () => {
    const { data } = await ask(service.running, admin, TOTALS, asked(editionId));

    expect(data._entities[0].registrationTotals).toEqual({
      total: 6,
      byStatus: [
        { status: 'CONFIRMED', count: 3 },
        { status: 'PENDING_REVIEW', count: 1 },
        { status: 'WAITLISTED', count: 1 },
        { status: 'WITHDRAWN', count: 1 },
      ],
      byCategory: [
        { category: 'OPEN', count: 4 },
        { category: 'PRESS', count: 1 },
        { category: 'SPEAKER', count: 1 },
      ],
      byCountry: [
        { country: { code: 'KZ' }, count: 2 },
        { country: { code: 'KG' }, count: 1 },
        { country: { code: 'RU' }, count: 1 },
        { country: { code: 'UZ' }, count: 1 },
        { country: null, count: 1 },
      ],
    });
  });

  it('are nothing where nobody is registered', async () => {
    const { data } = await ask(service.running, admin, TOTALS, asked(await givenEdition(service.running)));

    expect(data._entities[0].registrationTotals).toEqual({ total: 0, byStatus: [], byCategory: [], byCountry: [] });
  });
});

describe('who sees it', () => {
  const viewers = (): [string, Viewer, string | null][] => [
    ['anyone', ANONYMOUS, 'UNAUTHENTICATED'],
    ['somebody who is registered', participant(newId('person')), 'FORBIDDEN'],
    ['the desk of this edition', holder('REGISTRATION_DESK', editionId), null],
    ['the desk of every edition', holder('REGISTRATION_DESK', null), null],
    ['the desk of another edition', holder('REGISTRATION_DESK', newId('forum_edition')), 'FORBIDDEN'],
    ['an accreditation officer', holder('ACCREDITATION_OFFICER', editionId), null],
    ['a placement officer', holder('PLACEMENT_OFFICER', null), 'FORBIDDEN'],
    ['an administrator', admin, null],
  ];

  it.each([
    ['the list', REGISTRATIONS, 'registrations'],
    ['the totals', TOTALS, 'registrationTotals'],
  ])('decides a rule, for %s', async (_case, query, field) => {
    for (const [, viewer, code] of viewers()) {
      const { data, errors } = await ask(service.running, viewer, query, asked(editionId));

      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(code === null ? [] : [code]);
      expect(data._entities[0][field] === null).toBe(code !== null);
    }
  });

  it('decides a rule, for a registration by its ID: nobody else learns that it is there', async () => {
    const [somebody, withoutAccount] = [ids[0], ids[5]];
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Registration { id } } }`;
    const of = [somebody, withoutAccount].map((id) => ({ __typename: 'Registration', id }));

    for (const [, viewer, code] of viewers()) {
      const { data, errors } = await ask(service.running, viewer, query, { of });

      expect(errors).toEqual([]);
      expect(data._entities).toEqual(code === null ? [{ id: somebody }, { id: withoutAccount }] : [null, null]);
    }
  });
});
