import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { qrCodesOf, textOf } from '../../support/pdf.ts';
import type { TestPerson } from '../../support/people.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { readsOf } from '../../support/statements.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

const MINE = `{ me { registrations { nodes { id status invitationLetter { id status url verificationUrl number version }
  attendanceCertificate { number url } } } } }`;
const REQUEST = `mutation ($input: RequestInvitationLetterInput!) { requestInvitationLetter(input: $input) {
  __typename ... on UserError { code message } ... on LatinNameMissing { profileFields }
  ... on RequestInvitationLetterSuccess { letter { id status url language embassy } }
  ... on InvalidInput { violations { path code } } } }`;
const ISSUE = `mutation ($input: IssueInvitationLetterInput!) { issueInvitationLetter(input: $input) {
  __typename ... on UserError { code } ... on IssueInvitationLetterSuccess { letter { id status number url version allowedTransitions } }
  ... on InvalidInput { violations { path code } } } }`;
const REVOKE = `mutation ($input: RevokeInvitationLetterInput!) { revokeInvitationLetter(input: $input) {
  __typename ... on UserError { code } ... on InvalidTransition { from to allowed } ... on RevokeInvitationLetterSuccess { letter { status url } } } }`;
const VERIFY = `query ($number: String!, $code: String!) { invitationLetterVerification(number: $number, code: $code) {
  number status holderInitials issuedOn edition { year } } }`;
const REQUESTED = `query ($status: InvitationLetterStatus, $first: Int) { forumEdition(year: 2026) {
  invitationLetters(status: $status, first: $first) { nodes { id status addressee embassy registration { id } } } } }`;

describe.each(transports)('an invitation letter, subgraphs %s', (transport) => {
  let portal: Portal;
  let [saule, stranger]: TestPerson[] = [];
  let desk: string;
  let registrationId: string;
  let letterId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    [saule, stranger] = await portal.givenPeople(2);
    desk = await portal.signIn('desk@demo.erikti.example');
    registrationId = await registered(saule);
  });
  afterAll(() => portal?.close());

  it('is asked for by the person, once the portal knows the name in their passport', async () => {
    const input = { registrationId, language: 'kk', embassy: 'Бішкектегі елшілік' };

    const early = await as(saule).ask(REQUEST, { input });
    await named(saule);
    const asked = await as(saule).ask(REQUEST, { input });
    const strangers = await as(stranger).ask(REQUEST, { input });
    const wrong = await as(saule).ask(REQUEST, { input: { ...input, embassy: ' ', idempotencyKey: '\n' } });

    expect(early.data.requestInvitationLetter).toMatchObject({
      code: 'LATIN_NAME_MISSING',
      profileFields: ['latinName'],
    });
    expect(asked.data.requestInvitationLetter).toEqual({
      __typename: 'RequestInvitationLetterSuccess',
      letter: { id: expect.any(String), status: 'REQUESTED', url: null, language: 'kk', embassy: 'Бішкектегі елшілік' },
    });
    expect(strangers.data.requestInvitationLetter.code).toBe('REGISTRATION_NOT_FOUND');
    expect(wrong.data.requestInvitationLetter.violations).toEqual([
      { path: ['input', 'idempotencyKey'], code: 'NOT_A_LINE' },
      { path: ['input', 'embassy'], code: 'BLANK' },
    ]);
    letterId = asked.data.requestInvitationLetter.letter.id;
    expect((await download(`/files/forum/invitation-letters/${letterId}`, saule?.token)).status).toBe(404);
  });

  it('is found and issued at the desk, and nowhere else', async () => {
    const signatory = { name: 'Қ. Сүлейменов', office: 'Төраға' };

    const list = await portal.as(desk).ask(REQUESTED, { status: 'REQUESTED' });
    const forbidden = await as(stranger).ask(REQUESTED);
    const strangers = await as(stranger).ask(ISSUE, { input: { letterId, signatory } });
    const blank = await portal.as(desk).ask(ISSUE, { input: { letterId, signatory: { name: '', office: ' ' } } });
    const issued = await portal.as(desk).ask(ISSUE, { input: { letterId, signatory, expectedVersion: 1 } });

    expect(list.data.forumEdition.invitationLetters.nodes).toEqual([
      {
        id: letterId,
        status: 'REQUESTED',
        addressee: 'AKHMETOVA Saule',
        embassy: 'Бішкектегі елшілік',
        registration: { id: registrationId },
      },
    ]);
    expect(forbidden.errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect(strangers.data.issueInvitationLetter.code).toBe('INVITATION_LETTER_NOT_FOUND');
    expect(blank.data.issueInvitationLetter.violations).toEqual([
      { path: ['input', 'signatory', 'name'], code: 'BLANK' },
      { path: ['input', 'signatory', 'office'], code: 'BLANK' },
    ]);
    expect(issued.data.issueInvitationLetter.letter).toEqual({
      id: letterId,
      status: 'ISSUED',
      number: '2026-000001',
      url: `http://localhost/files/forum/invitation-letters/${letterId}`,
      version: 2,
      allowedTransitions: ['REVOKED'],
    });
  });

  it('is fetched as a PDF by the person and the desk, and by nobody else', async () => {
    const letter = await letterOf(saule);

    const mine = await download(letter.url, saule?.token);
    const body = await mine.bytes();
    const others = await Promise.all([
      download(letter.url, desk),
      download(letter.url, stranger?.token),
      download(letter.url),
    ]);

    expect([mine.status, mine.headers.get('content-type'), mine.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    expect(mine.headers.get('content-disposition')).toBe('attachment; filename="invitation-2026-000001.pdf"');
    const text = await textOf(body);
    const texts = [
      'Шақыру хаты № 2026-000001',
      'AKHMETOVA Saule',
      'Ахметова Сәуле',
      'Төраға Қ. Сүлейменов',
      'КӨРСЕТІЛІМ',
    ];
    expect(texts.filter((one) => !text.includes(one))).toEqual([]);
    expect(qrCodesOf(body)).toEqual([letter.verificationUrl]);
    expect(others.map(({ status }) => status)).toEqual([200, 404, 401]);
    const theirs = await as(stranger).ask('query ($id: ID!) { node(id: $id) { id } }', { id: letterId });
    expect(theirs.data.node).toBeNull();
  });

  it('is verified by whoever holds it, without a name', async () => {
    const { number, code } = await printed();

    const verified = await portal.ask(VERIFY, { number, code: code.toLowerCase().replace(/(.{4})/g, '$1-') });
    const wrong = await portal.ask(VERIFY, { number, code: '0'.repeat(16) });
    const page = await download((await letterOf(saule)).verificationUrl, undefined, { 'accept-language': 'ru' });

    expect(verified.data.invitationLetterVerification).toMatchObject({
      number,
      status: 'ISSUED',
      holderInitials: 'S. A.',
      edition: { year: 2026 },
    });
    expect(wrong.data.invitationLetterVerification).toBeNull();
    const html = await page.text();
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(html).toContain('<h1>Документ подлинный и действителен</h1>');
    expect(html).toContain('Владелец: S. A.');
    expect(html).not.toMatch(/Akhmetova|Ахметова|Saule/i);
  });

  it('is gone once it is revoked, and whoever verifies it learns so', async () => {
    const { url, verificationUrl } = await letterOf(saule);
    const { number, code } = await printed();

    const input = { letterId, reason: 'issued by mistake' };
    const revoked = await portal.as(desk).ask(REVOKE, { input });
    const again = await portal.as(desk).ask(REVOKE, { input });
    const statuses = await Promise.all(
      [saule?.token, desk, stranger?.token].map(async (token) => (await download(url, token)).status),
    );

    expect(revoked.data.revokeInvitationLetter.letter).toEqual({ status: 'REVOKED', url: null });
    expect(again.data.revokeInvitationLetter).toEqual({
      __typename: 'InvalidTransition',
      code: 'INVALID_TRANSITION',
      from: 'REVOKED',
      to: 'REVOKED',
      allowed: [],
    });
    expect(statuses).toEqual([410, 410, 404]);
    const verified = await portal.ask(VERIFY, { number, code });
    expect(verified.data.invitationLetterVerification.status).toBe('REVOKED');
    expect(await (await download(verificationUrl)).text()).toContain('Revoked: this document is not valid');
  });

  it('costs as many statements in a list of three as in a list of one', async () => {
    for (const person of await portal.givenPeople(3)) {
      const id = await registered(person);
      await named(person);
      await as(person).ask(REQUEST, { input: { registrationId: id, language: 'en' } });
    }
    const read = async (first: number) => {
      const statements = await readsOf(async () => {
        const { data } = await portal.as(desk).ask(REQUESTED, { status: 'REQUESTED', first });
        expect(data.forumEdition.invitationLetters.nodes).toHaveLength(first);
      });
      // Batched reads; beside them, events of the registrations are still being acted on.
      return statements.filter((statement) => statement.includes('$1::text[]'));
    };
    await read(1);

    const [one, three] = [await read(1), await read(3)];

    expect([one.length, three.length]).toEqual([3, 3]);
  });

  it('is joined by a certificate after the edition, and by a badge before it', async () => {
    const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const { data } = await as(saule).ask(
      `mutation ($input: IssueBadgeInput!) { issueBadge(input: $input) {
        __typename ... on IssueBadgeSuccess { badge { url } } } }`,
      { input: { registrationId } },
    );
    const { pathname: badge } = new URL(data.issueBadge.badge.url);
    const badges = await Promise.all([
      download(badge, saule?.token),
      download(badge, desk),
      download(badge, stranger?.token),
      download(badge),
    ]);
    expect(data.issueBadge.__typename).toBe('IssueBadgeSuccess');
    expect(badges.map(({ status }) => status)).toEqual([200, 200, 404, 401]);

    const { data: found } = await portal.ask('{ forumEdition(year: 2026) { id } }');
    await asDatabaseOwner(portal.owner, async (client) => {
      await client.query(`update forum.edition set status = 'FINISHED' where year = 2026`);
      await client.query(`update forum.registration set status = 'ATTENDED' where id = $1`, [registrationId]);
    });
    const issued = await admin.ask(
      `mutation ($input: IssueAttendanceCertificatesInput!) { issueAttendanceCertificates(input: $input) {
        __typename ... on IssueAttendanceCertificatesSuccess { issued withoutName } } }`,
      { input: { editionId: found.forumEdition.id } },
    );
    expect(issued.data.issueAttendanceCertificates).toMatchObject({ issued: 1, withoutName: 0 });
    const [registration] = (await as(saule).ask(MINE)).data.me.registrations.nodes;
    const { number, url } = registration.attendanceCertificate;
    expect(number).toBe('2026-A000001');
    const certificate = await download(`${url}?language=kk`, saule?.token);
    expect(await textOf(await certificate.bytes())).toContain('Ахметова Сәуле AKHMETOVA Saule');
    expect((await download(url, stranger?.token)).status).toBe(404);
  });

  function as(person: TestPerson | undefined) {
    return portal.as(person?.token ?? '');
  }

  async function registered(person: TestPerson | undefined): Promise<string> {
    const { data } = await portal.ask('{ forumEdition(year: 2026) { id } }');
    const answer = await as(person).ask(
      `mutation ($input: RegisterForForumInput!) { registerForForum(input: $input) {
        __typename ... on RegisterForForumSuccess { registration { id } } } }`,
      { input: { editionId: data.forumEdition.id, category: 'OPEN', consents: [] } },
    );
    return answer.data.registerForForum.registration.id;
  }

  /** Somebody tells their profile who they are; the forum learns of it by and by. */
  async function named(person: TestPerson | undefined): Promise<void> {
    const answer = await as(person).ask(
      'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { __typename } }',
      {
        input: {
          citizenship: 'KG',
          latinName: { family: 'Akhmetova', given: 'Saule' },
          nativeName: { family: 'Ахметова', given: 'Сәуле', language: 'kk' },
        },
      },
    );
    expect(answer.data.updateProfile.__typename).toBe('UpdateProfileSuccess');
    await vi.waitFor(() => asDatabaseOwner(portal.owner, isNoted(person?.personId)), { timeout: 10_000 });
  }

  function isNoted(personId: string | undefined) {
    return async (client: pg.Client) => {
      const { rows } = await client.query(
        'select from forum.registration where person_id = $1 and latin_name is not null',
        [personId],
      );
      expect(rows).toHaveLength(1);
    };
  }

  async function letterOf(person: TestPerson | undefined): Promise<{ url: string; verificationUrl: string }> {
    const { data } = await as(person).ask(MINE);
    return data.me.registrations.nodes[0].invitationLetter;
  }

  async function printed(): Promise<{ number: string; code: string }> {
    const { pathname, searchParams } = new URL((await letterOf(saule)).verificationUrl);
    return { number: pathname.split('/').at(-1) ?? '', code: searchParams.get('code') ?? '' };
  }

  /** The portal under test listens elsewhere than where its public address says. */
  function download(address: string, token?: string, headers: Record<string, string> = {}): Promise<Response> {
    const { pathname, search } = new URL(address, 'http://localhost');
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return fetch(`${portal.url}${pathname}${search}`, { headers: { ...headers, ...authorization } });
  }
});
