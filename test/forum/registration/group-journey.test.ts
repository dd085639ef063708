import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { openAllSeats } from '../../support/seats.ts';
import { base64, windows1251 } from './groups.ts';

const REPORT = `results {
  row status isPossibleDuplicate possibleDuplicates { id } registration { id status person { id } }
  refusal { code violations { path code } repeatsRow }
}`;
const REGISTER = `mutation ($input: RegisterGroupFromCsvInput!) { registerGroupFromCsv(input: $input) {
  __typename
  ... on RegisterGroupSuccess { dryRun group { id organisation size waitlistPosition } availability { claimed waiting } ${REPORT} }
  ... on GroupRowsRefused { code message ${REPORT} }
  ... on InvalidInput { violations { path code message } }
} }`;
const REGISTER_TYPED = `mutation ($input: RegisterGroupInput!) { registerGroup(input: $input) {
  __typename ... on RegisterGroupSuccess { group { size } ${REPORT} } ... on GroupRowsRefused { ${REPORT} }
} }`;
const GROUP = `query ($id: ID!) { node(id: $id) { ... on RegistrationGroup {
  organisation size seatOffer { id isForGroup } waitlistPosition edition { year }
  registrations { nodes { id status allowedTransitions person { id } writtenName { native { family given } latin { family } } } }
} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawRegistration(input: { registrationId: $id }) { __typename } }`;

describe.each(transports)('an organisation registers its people, subgraphs %s', (transport) => {
  let portal: Portal;
  let editionId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    await openAllSeats(portal.owner);
    const { data } = await portal.ask('{ forumEdition(year: 2026) { id } }');
    editionId = data.forumEdition.id;
  });
  afterAll(() => portal?.close());

  async function givenSigned() {
    const [person] = await portal.givenPeople(1);
    return { ...person, me: portal.as(person?.token ?? '') };
  }

  const csvInput = (csv: string, change: object = {}) => ({
    input: { editionId, organisation: 'Достық', category: 'OPEN', errorPolicy: 'REJECT_EVERYTHING', csv, ...change },
  });

  it('with a file: members see it, seats are offered to all of them at once, and the contact takes them', async () => {
    const contact = await givenSigned();
    const seated = await givenSigned();
    const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const member = portal.as(await portal.signIn('participant@demo.erikti.example'));
    const { data: mine } = await member.ask('{ me { id displayName } }');
    // Word of the address travels by the outbox.
    const isKnown = `select count(*)::int as count from known_address where person_id = '${mine.me.id}'`;
    const forum = portal.opened.running.find(({ name }) => name === 'forum');
    await expect.poll(async () => (await forum?.database.orm.em.fork().execute(isKnown))?.[0]?.count).toBe(1);
    await seated.me.ask(
      'mutation ($id: ID!) { registerForForum(input: { editionId: $id, category: OPEN, consents: [] }) { __typename } }',
      { id: editionId },
    );
    await setCapacity(2);

    const table =
      'Эл. почта;Фамилия;Имя;Дата рождения\r\nparticipant@demo.erikti.example;Оспанова;Мадина;17.05.2001\r\nnew@group.example;Ёлкин;Юрий;\r\n';
    const csv = Buffer.from(windows1251(table)).toString('base64');
    const tried = await contact.me.ask(REGISTER, csvInput(csv, { dryRun: true }));
    const done = await contact.me.ask(REGISTER, csvInput(csv));

    expect(tried.errors).toEqual([]);
    expect(tried.data.registerGroupFromCsv).toMatchObject({
      dryRun: true,
      group: null,
      availability: { claimed: 1, waiting: 0 },
      results: [
        { row: 2, status: 'WAITLISTED', registration: null, refusal: null },
        { row: 3, status: 'WAITLISTED', registration: null, refusal: null },
      ],
    });
    expect(done.errors).toEqual([]);
    const registered = done.data.registerGroupFromCsv;
    expect(registered).toMatchObject({
      dryRun: false,
      group: { organisation: 'Достық', size: 2, waitlistPosition: 1 },
      availability: { claimed: 1, waiting: 2 },
      // The organisation does not learn who has an account.
      results: [{ registration: { person: null } }, { registration: { person: null } }],
    });
    const groupId = registered.group.id;

    const theirs = await member.ask(
      `{ me { registrations { nodes { id status person { id } group { id organisation size registrations { nodes { id } } } } } } }`,
    );
    expect(theirs.errors).toEqual([]);
    expect(theirs.data.me.registrations.nodes).toEqual([
      {
        id: registered.results[0].registration.id,
        status: 'WAITLISTED',
        person: { id: mine.me.id },
        group: { id: groupId, organisation: 'Достық', size: 2, registrations: null },
      },
    ]);

    const { data: held } = await seated.me.ask('{ me { registrations { nodes { id } } } }');
    await seated.me.ask(WITHDRAW, { id: held.me.registrations.nodes[0].id });
    const group = await contact.me.ask(GROUP, { id: groupId });
    const asStranger = await seated.me.ask(GROUP, { id: groupId });
    const asAdmin = await admin.ask(GROUP, { id: groupId });
    expect(group.errors).toEqual([]);
    const nodes = [
      {
        status: 'OFFERED',
        person: null,
        writtenName: { native: { family: 'Оспанова', given: 'Мадина' }, latin: null },
      },
      { status: 'OFFERED', person: null, writtenName: { native: { family: 'Ёлкин', given: 'Юрий' }, latin: null } },
    ];
    expect(group.data.node).toMatchObject({
      organisation: 'Достық',
      size: 2,
      waitlistPosition: null,
      seatOffer: { isForGroup: true },
      edition: { year: 2026 },
      registrations: { nodes },
    });
    expect(group.data.node.registrations.nodes[0].allowedTransitions).toContain('WITHDRAWN');
    expect(asStranger.data.node).toBeNull();
    expect(asAdmin.data.node.registrations.nodes[0].person).toEqual({ id: mine.me.id });

    const taken = await contact.me.ask(
      `mutation ($id: ID!) { acceptSeatOffer(input: { seatOfferId: $id }) {
        ... on AcceptSeatOfferSuccess { registrations { status } }
      } }`,
      { id: group.data.node.seatOffer.id },
    );
    expect(taken.data.acceptSeatOffer.registrations).toEqual([{ status: 'CONFIRMED' }, { status: 'CONFIRMED' }]);
    const { data: own } = await contact.me.ask('{ me { registrationGroups { nodes { id size } } } }');
    expect(own.me.registrationGroups.nodes).toEqual([{ id: groupId, size: 2 }]);
  });

  it('and is told what is wrong with the file, and with each row, in its language', async () => {
    await setCapacity(400);
    const { token, me } = await givenSigned();
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'ru' };

    const file = await portal.ask(REGISTER, csvInput(base64('почта,Рост\nx,1\n')), headers);
    const rows = await me.ask(
      REGISTER,
      csvInput(
        base64('email,family name,birth date\nx@y.example,Kim,2001-13-01\na@b.example,Lee,\nA@b.example,Lee,\n'),
      ),
    );
    const tried = await me.ask('{ me { registrationGroups { nodes { id } } } }');

    expect(file.data.registerGroupFromCsv.violations).toEqual([
      {
        path: ['input', 'csv', 'Рост'],
        code: 'UNKNOWN_COLUMN',
        message: 'Портал не знает такого столбца. Переименуйте его или уберите.',
      },
      { path: ['input', 'csv', 'family name'], code: 'MISSING_COLUMN', message: 'Нет столбца «family name».' },
    ]);
    expect(rows.data.registerGroupFromCsv).toMatchObject({
      __typename: 'GroupRowsRefused',
      message: 'Nobody is registered: 2 rows need your attention.',
      results: [
        {
          row: 2,
          refusal: {
            code: 'INVALID_ROW',
            violations: [{ path: ['input', 'csv', '2', 'birth date'], code: 'BAD_DATE' }],
          },
        },
        { row: 3, refusal: null },
        { row: 4, refusal: { code: 'REPEATED_ADDRESS', violations: [], repeatsRow: 3 } },
      ],
    });
    expect(tried.data.me.registrationGroups.nodes).toEqual([]);
  });

  it('by typing them in, and only those who run the edition are told who may be whom', async () => {
    const { me } = await givenSigned();
    const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const member = { nativeName: { family: 'Серикова', given: 'Дина' }, birthDate: '1999-01-02' };
    const typed = (email: string, change: object = {}) => ({
      input: {
        editionId,
        organisation: 'Рух',
        category: 'OPEN',
        errorPolicy: 'REJECT_EVERYTHING',
        members: [{ ...member, email }],
        ...change,
      },
    });

    const first = await me.ask(REGISTER_TYPED, typed('one@typed.example'));
    const asContact = await me.ask(REGISTER_TYPED, typed('two@typed.example', { dryRun: true }));
    const asAdmin = await admin.ask(REGISTER_TYPED, typed('two@typed.example', { dryRun: true }));
    const again = await me.ask(REGISTER_TYPED, typed('ONE@typed.example'));

    const { id } = first.data.registerGroup.results[0].registration;
    expect(asContact.data.registerGroup.results).toMatchObject([
      { isPossibleDuplicate: true, possibleDuplicates: null },
    ]);
    expect(asAdmin.data.registerGroup.results).toMatchObject([
      { isPossibleDuplicate: true, possibleDuplicates: [{ id }] },
    ]);
    expect(again.data.registerGroup).toMatchObject({
      __typename: 'GroupRowsRefused',
      results: [{ row: 1, refusal: { code: 'ALREADY_REGISTERED' } }],
    });
  });

  it('two thousand at once, in a file as large as may be', async () => {
    await setCapacity(3_000);
    const { me } = await givenSigned();
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `volunteer-${n}@large.example,Серикова,Дина,Serikova,Dina,1999-01-02,KZ,`,
    );
    const header =
      'email,family name,given name,latin family name,latin given name,birth date,citizenship,dietary needs';
    const padding = Math.floor((700_000 - Buffer.byteLength(`${header}\n${lines.join('\n')}\n`)) / lines.length);
    const file = `${header}\n${lines.map((line) => line + 'x'.repeat(padding)).join('\n')}\n`;

    const { errors, data } = await me.ask(REGISTER, csvInput(base64(file)));

    expect(errors).toEqual([]);
    expect(data.registerGroupFromCsv.group.size).toBe(2_000);
    expect(data.registerGroupFromCsv.results).toHaveLength(2_000);
  }, 60_000);

  async function setCapacity(capacity: number): Promise<void> {
    const forum = portal.opened.running.find(({ name }) => name === 'forum');
    await forum?.database.orm.em
      .fork()
      .execute('update availability set capacity = ? where id = ?', [capacity, editionId]);
  }
});
