import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { CHANGE, given } from './administrators.ts';

const CREATE = operation('16-create-forum-edition');
const STEP = operation('16-change-edition-status');
const CAPACITY = operation('16-change-capacity');
const REGISTER = operation('04-register');
const NEXT_HOST = 'query ($after: Int) { suggestedNextHost(after: $after) { code name(locale: "ru") } }';
const NODE = 'query ($id: ID!) { node(id: $id) { id ... on ForumEdition { year status } } }';

/** Open for years, so that nothing of it depends on the day the test runs. */
const open = {
  ...given,
  startsAt: '2098-05-20T03:00:00.000Z',
  endsAt: '2098-05-21T12:00:00.000Z',
  registrationOpensAt: '2020-01-01T00:00:00.000Z',
  registrationClosesAt: '2098-05-01T00:00:00.000Z',
  year: 2098,
  capacity: 2,
  waitlistLimit: 2,
};

describe.each(transports)('administration of editions, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  let editionId: string;
  let version: number;
  beforeAll(async () => {
    portal = await openPortal(transport);
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
  });
  afterAll(() => portal?.close());

  it('suggests the member whose turn it is to host, and takes another one', async () => {
    const answers = [
      await admin.ask(NEXT_HOST, { after: 2026 }),
      await admin.ask(NEXT_HOST),
      await admin.ask(NEXT_HOST, { after: 1990 }),
    ];

    expect(answers.map(({ data }) => data.suggestedNextHost)).toEqual([
      { code: 'KG', name: 'Киргизия' },
      { code: 'KG', name: 'Киргизия' },
      null,
    ]);
  });

  it('makes an edition as a draft, once for a key', async () => {
    const input = { ...open, idempotencyKey: 'the edition of 2098' };

    const answers = await Promise.all([admin.ask(CREATE, { input }), admin.ask(CREATE, { input })]);

    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const [first, second] = answers.map(({ data }) => data.createForumEdition);
    expect(first).toEqual({
      __typename: 'CreateForumEditionSuccess',
      edition: {
        id: expect.stringMatching(/^forum_edition_/),
        year: 2098,
        status: 'DRAFT',
        availability: { capacity: 2, claimed: 0, free: 2 },
        version: 1,
      },
    });
    expect(second).toEqual(first);
    ({ id: editionId, version } = first.edition);
    const reused = await admin.ask(CREATE, { input: { ...input, capacity: 3 } });
    expect(reused.data.createForumEdition.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('makes one edition a year, also for administrators who race', async () => {
    const taken = await admin.ask(
      CREATE.replace('... on InvalidInput', '... on EditionYearTaken { edition { id } } ... on InvalidInput'),
      { input: open },
    );
    expect(taken.data.createForumEdition).toMatchObject({ code: 'EDITION_YEAR_TAKEN', edition: { id: editionId } });

    const input = { ...given, year: 2099, startsAt: '2099-05-20T03:00:00Z', endsAt: '2099-05-20T03:00:00Z' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => admin.ask(CREATE, { input })));

    const codes = answers.map(({ data }) => data.createForumEdition.code ?? 'made');
    expect(codes.toSorted()).toEqual([...Array.from({ length: 5 }, () => 'EDITION_YEAR_TAKEN'), 'made']);
  });

  it('says all that is wrong with a form at once, where it is, in the language of the administrator', async () => {
    const input = {
      ...open,
      title: [{ locale: 'xx', text: ' ' }],
      hostCountry: 'TM',
      timeZone: '+05:00',
      registrationClosesAt: '2019-01-01T00:00:00Z',
      deadlines: { nomination: '2099-01-01T00:00:00Z' },
      capacity: -1,
      waitlistLimit: -1,
      seatOfferHours: 0,
    };

    const { data, errors } = await portal.ask(
      CREATE,
      { input },
      { authorization: `Bearer ${await portal.signIn('admin@demo.erikti.example')}`, 'accept-language': 'ru' },
    );

    expect(errors).toEqual([]);
    const { message, violations } = data.createForumEdition;
    expect(message).toBe('В данных 12 ошибок.');
    expect(violations.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code])).toEqual([
      ['input.title.0.locale', 'UNKNOWN_LANGUAGE'],
      ['input.title.0.text', 'BLANK'],
      ['input.hostCountry', 'NOT_A_MEMBER'],
      ['input.timeZone', 'UNKNOWN_ZONE'],
      ['input.registrationOpensAt', 'TOO_LATE'],
      ['input.registrationClosesAt', 'TOO_EARLY'],
      ['input.startsAt', 'TOO_EARLY'],
      ['input.endsAt', 'TOO_EARLY'],
      ['input.deadlines.nomination', 'TOO_LATE'],
      ['input.capacity', 'NEGATIVE'],
      ['input.waitlistLimit', 'NEGATIVE'],
      ['input.seatOfferHours', 'OUT_OF_RANGE'],
    ]);
  });

  it('shows a draft to administrators alone, wherever it is looked for', async () => {
    const [participant] = await portal.givenPeople(1);
    const others = [portal, portal.as(participant?.token ?? '')];

    expect((await admin.ask(NODE, { id: editionId })).data.node).toEqual({
      id: editionId,
      year: 2098,
      status: 'DRAFT',
    });
    for (const other of others) {
      expect((await other.ask(NODE, { id: editionId })).data.node).toBeNull();
      expect((await other.ask('{ forumEdition(year: 2098) { id } }')).data.forumEdition).toBeNull();
      const { data } = await other.ask('{ forumEditions { nodes { year allowedTransitions } } }');
      expect(data.forumEditions.nodes).toEqual([{ year: 2026, allowedTransitions: [] }]);
    }
  });

  it('takes an edition from step to step, and says where it may go', async () => {
    const refused = await admin.ask(STEP, { input: { editionId, to: 'REGISTRATION_OPEN', expectedVersion: version } });
    expect(refused.data.changeEditionStatus).toEqual({
      __typename: 'InvalidTransition',
      code: 'INVALID_TRANSITION',
      message: 'It cannot go from DRAFT to REGISTRATION_OPEN.',
      from: 'DRAFT',
      to: 'REGISTRATION_OPEN',
      allowed: ['ANNOUNCED', 'CANCELLED', 'POSTPONED'],
    });

    await admin.ask(STEP, { input: { editionId, to: 'ANNOUNCED', expectedVersion: version } });
    const { data } = await admin.ask(STEP, { input: { editionId, to: 'REGISTRATION_OPEN' } });

    expect(data.changeEditionStatus).toEqual({
      __typename: 'ChangeEditionStatusSuccess',
      edition: {
        id: editionId,
        status: 'REGISTRATION_OPEN',
        allowedTransitions: ['REGISTRATION_PAUSED', 'REGISTRATION_CLOSED', 'CANCELLED', 'POSTPONED'],
        version: version + 2,
      },
    });
    const stale = await admin.ask(STEP, { input: { editionId, to: 'CANCELLED', expectedVersion: version } });
    expect(stale.data.changeEditionStatus.code).toBe('VERSION_CONFLICT');
    const unknown = await admin.ask(STEP, { input: { editionId: 'forum_edition_none', to: 'CANCELLED' } });
    expect(unknown.data.changeEditionStatus.code).toBe('EDITION_NOT_FOUND');
  });

  it('gives new seats to those who wait, and takes none from those who have one', async () => {
    const people = await portal.givenPeople(4);
    for (const { token } of people) {
      await portal.as(token).ask(REGISTER, { input: { editionId, category: 'OPEN', consents: [] } });
    }

    const more = await admin.ask(CAPACITY, { input: { editionId, capacity: 3 } });
    const fewer = await admin.ask(CAPACITY, { input: { editionId, capacity: 2 } });
    const negative = await admin.ask(CAPACITY, { input: { editionId, capacity: -1 } });

    expect(more.data.changeCapacity).toEqual({
      __typename: 'ChangeCapacitySuccess',
      edition: { id: editionId, availability: { capacity: 3, claimed: 2, offered: 1, waiting: 1, free: 0 } },
    });
    expect(fewer.data.changeCapacity).toEqual({
      __typename: 'CapacityBelowClaimed',
      code: 'CAPACITY_BELOW_CLAIMED',
      message: '3 seats are taken, offered or kept for delegations; it cannot be fewer.',
      claimed: 2,
    });
    expect(negative.data.changeCapacity.code).toBe('INVALID_INPUT');
  });

  it('changes what is given and leaves the rest', async () => {
    const input = {
      editionId,
      title: [{ locale: 'KK', text: ' Форум ' }],
      deadlines: { nomination: '2098-01-01T00:00:00.000Z', credentials: '2098-02-01T00:00:00.000Z' },
    };

    const { data, errors } = await admin.ask(CHANGE, { input });
    const cleared = await admin.ask(CHANGE, { input: { editionId, deadlines: { nomination: null } } });

    expect(errors).toEqual([]);
    expect(data.changeForumEdition.edition).toMatchObject({
      startsAt: open.startsAt,
      title: { text: 'Форум', locale: 'kk' },
      deadlines: { modification: null, ...input.deadlines },
    });
    expect(cleared.data.changeForumEdition.edition.deadlines).toEqual({
      modification: null,
      nomination: null,
      credentials: input.deadlines.credentials,
    });
  });
});
