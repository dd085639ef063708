import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { operation } from '../support/operations.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';

const REGISTER = operation('04-register');
const FORUM_PAGE = operation('01-forum-page');
/** How long word of an event is given, in milliseconds. */
const WORD_ARRIVES = { timeout: 20_000, interval: 100 };

describe.each(transports)('registering for the forum, subgraphs %s', (transport) => {
  let portal: Portal;
  let editionId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    const { data } = await portal.ask(FORUM_PAGE, { year: 2026 });
    editionId = data.forumEdition.id;
    // Seats are kept for ten delegations with 15 places each, once word of their quotas has arrived.
    await vi.waitFor(async () => {
      expect((await portal.ask(FORUM_PAGE, { year: 2026 })).data.forumEdition.availability.free).toBe(250);
    }, WORD_ARRIVES);
  });
  afterAll(() => portal?.close());

  it('lets anyone read the page of the edition across services', async () => {
    const { status, errors, data } = await portal.ask(FORUM_PAGE, { year: 2026, locale: 'kk' });

    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data.forumEdition).toMatchObject({
      year: 2026,
      title: { text: 'Достастық елдері волонтерлерінің форумы, 2026', locale: 'kk', isFallback: false },
      host: { code: 'KZ', name: 'Қазақстан' },
      city: { text: 'Астана' },
      timeZone: 'Asia/Almaty',
      status: 'REGISTRATION_OPEN',
      availability: { capacity: 400, claimed: 0, offered: 0, waiting: 0, free: 250 },
    });
    expect(data.forumEdition.sessions.edges).toHaveLength(11);
    expect(data.forumEdition.delegations.nodes.map((one: { country: { code: string } }) => one.country.code)).toEqual([
      'AM',
      'AZ',
      'BY',
      'KG',
      'KZ',
      'MD',
      'RU',
      'TJ',
      'TM',
      'UZ',
    ]);
  });

  it('names the heads of delegation in public once word of them has arrived', async () => {
    await expect
      .poll(async () => {
        const { data } = await portal.ask(FORUM_PAGE, { year: 2026 });
        return data.forumEdition.delegations.nodes[0].head.person.displayName;
      })
      .toBe('Արմեն Հակոբյան');
  });

  it('confirms a signed-in participant on a seat, and shows it to them', async () => {
    const me = portal.as(await portal.signIn('participant@demo.erikti.example'));

    const answer = await me.ask(REGISTER, { input: { editionId, category: 'OPEN', consents: [] } });

    expect(answer.errors).toEqual([]);
    const { registration } = answer.data.registerForForum;
    expect(registration).toMatchObject({
      status: 'CONFIRMED',
      category: 'OPEN',
      waitlistPosition: null,
      version: 1,
      allowedTransitions: ['WITHDRAWN'],
      edition: { year: 2026, availability: { capacity: 400, claimed: 1, offered: 0, waiting: 0, free: 249 } },
    });
    const mine = await me.ask('{ me { displayName registrations { nodes { id status } } } }');
    expect(mine.data.me).toEqual({
      displayName: 'Мадина Оспанова',
      registrations: { nodes: [{ id: registration.id, status: 'CONFIRMED' }] },
    });
  });

  it('says who could register now, by the rules that decide it', async () => {
    const canRegister = '{ forumEdition(year: 2026) { viewerCanRegister } }';
    const [newcomer] = await portal.givenPeople(1);
    const registered = await portal.signIn('participant@demo.erikti.example');

    const answers = [
      await portal.ask(canRegister),
      await portal.as(newcomer?.token ?? '').ask(canRegister),
      await portal.as(registered).ask(canRegister),
    ];

    expect(answers.map(({ data }) => data.forumEdition.viewerCanRegister)).toEqual([false, true, false]);
  });

  it('asks whoever is not signed in to sign in, and changes nothing', async () => {
    const { data, errors } = await portal.ask(REGISTER, { input: { editionId, category: 'OPEN', consents: [] } });

    expect(data).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(await claimed()).toBe(1);
  });

  it('refuses a token that stands for nobody', async () => {
    const { status, errors } = await portal.as('nobody').ask('{ me { id } }');

    expect({ status, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({
      status: 401,
      codes: ['UNAUTHENTICATED'],
    });
  });

  it.each([
    ['a second registration', 'OPEN', 'AlreadyRegistered', 'ALREADY_REGISTERED'],
    ['a delegate without a nomination', 'DELEGATE', 'NominationRequired', 'NOMINATION_REQUIRED'],
  ])('refuses %s', async (_case, category, type, code) => {
    const token =
      category === 'OPEN'
        ? await portal.signIn('participant@demo.erikti.example')
        : (await portal.givenPeople(1))[0]?.token;

    const { data } = await portal.as(token ?? '').ask(REGISTER, { input: { editionId, category, consents: [] } });

    expect(data.registerForForum).toMatchObject({ __typename: type, code });
    expect(await claimed()).toBe(1);
  });

  it('refuses an edition that does not exist', async () => {
    const [person] = await portal.givenPeople(1);

    const { data } = await portal
      .as(person?.token ?? '')
      .ask(REGISTER, { input: { editionId: 'forum_edition_nowhere', category: 'OPEN', consents: [] } });

    expect(data.registerForForum).toMatchObject({ __typename: 'EditionNotFound', code: 'EDITION_NOT_FOUND' });
  });

  it('names everything that is wrong with the input at once, in the language of the client', async () => {
    const [person] = await portal.givenPeople(1);
    const input = {
      editionId,
      category: 'OPEN',
      affiliation: ' ',
      dietaryNeeds: 'x'.repeat(1_001),
      consents: [
        { purpose: 'PHOTOGRAPHS', version: '1' },
        { purpose: 'PHOTOGRAPHS', version: '1' },
      ],
    };

    const headers = { authorization: `Bearer ${person?.token}`, 'accept-language': 'ru-RU, en;q=0.5' };
    const { data } = await portal.ask(REGISTER, { input }, headers);

    expect(data.registerForForum).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'В данных 3 ошибки.',
      violations: [
        { path: ['input', 'affiliation'], code: 'BLANK', message: 'Заполните или не передавайте вовсе.' },
        { path: ['input', 'dietaryNeeds'], code: 'TOO_LONG', message: 'Не больше 1\u00a0000 символов.' },
        { path: ['input', 'consents', '1', 'purpose'], code: 'REPEATED', message: 'Эта цель указана дважды.' },
      ],
    });
    expect(await claimed()).toBe(1);
  });

  it('answers the same key and input with the same registration, also when both arrive together', async () => {
    const [person] = await portal.givenPeople(1);
    const send = (affiliation: string) =>
      portal.as(person?.token ?? '').ask(REGISTER, {
        input: { idempotencyKey: 'once', editionId, category: 'OPEN', affiliation, consents: [] },
      });

    const [first, second] = await Promise.all([send('Red Crescent'), send('Red Crescent')]);
    const other = await send('Someone else');

    expect(first?.data.registerForForum.__typename).toBe('RegisterForForumSuccess');
    expect(second?.data).toEqual(first?.data);
    expect(other.data.registerForForum.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await claimed()).toBe(2);
  });

  it('finds anything by its ID, and nothing where there is nothing to see', async () => {
    const [person] = await portal.givenPeople(1);
    const mine = await portal
      .as(person?.token ?? '')
      .ask(REGISTER, { input: { editionId, category: 'OPEN', consents: [] } });
    const registrationId = mine.data.registerForForum.registration.id;
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }';
    const ids = [editionId, registrationId, 'nonsense', editionId.replace(/.$/, 'z')];

    const asOwner = await portal.as(person?.token ?? '').ask(nodes, { ids });
    const asAnyone = await portal.ask(nodes, { ids });

    const edition = { __typename: 'ForumEdition', id: editionId };
    expect(asOwner.data.nodes).toEqual([edition, { __typename: 'Registration', id: registrationId }, null, null]);
    expect(asAnyone.data.nodes).toEqual([edition, null, null, null]);
  });

  async function claimed(): Promise<number> {
    const { data } = await portal.ask('{ forumEdition(year: 2026) { availability { claimed } } }');
    return data.forumEdition.availability.claimed;
  }
});
