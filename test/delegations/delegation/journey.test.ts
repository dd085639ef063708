import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCalendar } from '../../../services/forum/seed/demo-calendar.rules.ts';
import { addressKey } from '../../../services/shared/events/sealed-payload.ts';
import { namedId } from '../../../services/shared/ids.ts';
import { TEST_KEYS } from '../../support/database.ts';
import type { TestPerson } from '../../support/people.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';
import { PDF, PNG } from './given.ts';

const EDITION = namedId('forum_edition', '2026');
/** As the demonstration brings it. */
const calendar = demoCalendar(new Date());
const PATIENCE_MS = 15_000;

/** The contract's own words. */
const INVITE = `mutation InviteDelegation($input: InviteDelegationInput!) {
  inviteDelegation(input: $input) {
    __typename
    ... on InviteDelegationSuccess { delegation { id status country { code } quotas { category allocated } } }
    ... on UserError { code message }
    ... on InvalidInput { violations { path code message } }
  }
}`;
const DESK = `query DelegationDesk($id: ID!) {
  delegation(id: $id) {
    id
    version
    country { code name }
    edition { id year }
    partyType
    status
    allowedTransitions
    focalPoints { person { id displayName } designatedAt }
    head { id person { id displayName } }
    deadlines { nomination confirmation substitution credentials }
    quotas { category allocated used free }
  }
}`;
const SUBMIT = `mutation SubmitDelegation($input: SubmitDelegationInput!) {
  submitDelegation(input: $input) {
    __typename
    ... on SubmitDelegationSuccess { delegation { id status } }
    ... on InvalidTransition { code message from to allowed }
    ... on UserError { code message }
  }
}`;
const UPLOAD = `mutation ($input: UploadNoteVerbaleInput!) { uploadNoteVerbale(input: $input) {
  __typename ... on UserError { code } ... on WrongFileType { expected found }
  ... on UploadNoteVerbaleSuccess { noteVerbale { id contentType size url } } } }`;
const DESIGNATE = `mutation ($input: DesignateFocalPointInput!) { designateFocalPoint(input: $input) {
  __typename ... on UserError { code } ... on InvalidInput { violations { path code } }
  ... on FocalPointSuccess { focalPoint { id status person { id } } delegation { status version } } } }`;
const CONFIRM = `mutation ($input: ConfirmFocalPointInput!) { confirmFocalPoint(input: $input) {
  __typename ... on UserError { code } ... on FocalPointSuccess { focalPoint { status } delegation { status } } } }`;
const REMOVE = `mutation ($input: RemoveFocalPointInput!) { removeFocalPoint(input: $input) {
  __typename ... on UserError { code } ... on FocalPointSuccess { focalPoint { status until } } } }`;
const QUOTA = `mutation ($input: ChangeQuotaInput!) { changeQuota(input: $input) {
  __typename ... on UserError { code } ... on QuotaBelowUsed { used }
  ... on ChangeQuotaSuccess { delegation { quotas { category allocated } } } } }`;

describe.each(transports)('a delegation, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  let officer: ReturnType<Portal['as']>;
  let envoy: TestPerson;
  let stranger: TestPerson;
  let delegationId: string;
  let focalPointId: string;
  beforeAll(async () => {
    portal = await openPortal(transport);
    const [one, other] = await portal.givenPeople(2);
    if (!one || !other) throw new Error('two people are there');
    [envoy, stranger] = [one, other];
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    officer = portal.as(await portal.signIn('accreditation@demo.erikti.example'));
    await until(
      async () => (await admin.ask(DESK, { id: namedId('delegation', '2026/KG') })).data.delegation.deadlines,
    );
  });
  afterAll(() => portal?.close());

  it('is invited, and asks everything wrong to be put right at once', async () => {
    const input = {
      idempotencyKey: 'an invitation',
      editionId: EDITION,
      country: 'RS',
      partyType: 'OBSERVER',
      quotas: [{ category: 'DELEGATE', allocated: 4 }],
      focalPointEmail: `${envoy.personId}@test.example`,
    };

    const invited = await admin.ask(INVITE, { input });
    const repeated = await admin.ask(INVITE, { input });
    const again = await admin.ask(INVITE, { input: { ...input, idempotencyKey: null, partyType: 'MEMBER' } });
    const quotas = [{ category: 'DELEGATE', allocated: -1 }];
    const wrong = await admin.ask(INVITE, { input: { ...input, country: 'XK', idempotencyKey: ' ', quotas } });

    expect(invited.errors).toEqual([]);
    expect(invited.data.inviteDelegation).toEqual({
      __typename: 'InviteDelegationSuccess',
      delegation: {
        id: expect.any(String),
        status: 'INVITED',
        country: { code: 'RS' },
        quotas: [{ category: 'DELEGATE', allocated: 4 }],
      },
    });
    delegationId = invited.data.inviteDelegation.delegation.id;
    expect(repeated.data).toEqual(invited.data);
    expect(again.data.inviteDelegation).toMatchObject({ __typename: 'DelegationExists', code: 'DELEGATION_EXISTS' });
    expect(wrong.data?.inviteDelegation?.violations?.map(({ code }: { code: string }) => code) ?? wrong.errors).toEqual(
      ['BLANK', 'UNKNOWN_COUNTRY', 'OUT_OF_RANGE'],
    );
  });

  it('names its focal point by a note verbale, once the address of the invitation is proven', async () => {
    const upload = { delegationId, fileName: 'note.pdf', content: PDF.toString('base64') };
    const early = await as(envoy).ask(UPLOAD, { input: upload });
    await proven(envoy);
    await until(
      async () => (await as(envoy).ask(DESK, { id: delegationId })).data.delegation.allowedTransitions.length,
    );

    const wrong = await as(envoy).ask(UPLOAD, { input: { ...upload, content: PNG.toString('base64') } });
    const good = await as(envoy).ask(UPLOAD, { input: upload });
    const { id: noteVerbaleId, url } = good.data.uploadNoteVerbale.noteVerbale;
    const both = await as(envoy).ask(DESIGNATE, { input: { delegationId, noteVerbaleId } });
    const named = await as(envoy).ask(DESIGNATE, {
      input: { delegationId, noteVerbaleId, email: `${envoy.personId}@test.example` },
    });

    expect(early.data.uploadNoteVerbale.code).toBe('DELEGATION_NOT_FOUND');
    expect(wrong.data.uploadNoteVerbale).toEqual({
      __typename: 'WrongFileType',
      code: 'WRONG_FILE_TYPE',
      expected: ['application/pdf'],
      found: 'image/png',
    });
    expect(url).toBe(`http://localhost/files/delegations/notes-verbales/${noteVerbaleId}`);
    expect(both.data.designateFocalPoint.violations).toEqual([{ path: ['input', 'email'], code: 'ONE_OF' }]);
    expect(named.data.designateFocalPoint).toMatchObject({
      focalPoint: { status: 'DESIGNATED', person: { id: envoy.personId } },
      delegation: { status: 'FOCAL_POINT_PENDING' },
    });
    focalPointId = named.data.designateFocalPoint.focalPoint.id;

    const files = await Promise.all([envoy.token, stranger.token, null].map((token) => fetched(noteVerbaleId, token)));
    expect(files.map(({ status }) => status)).toEqual([200, 404, 401]);
    expect(files[0]?.headers.get('content-type')).toBe('application/pdf');
    expect(Buffer.from((await files[0]?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(PDF);
  });

  it('takes a note verbale of the largest size, and gives it out whole', async () => {
    const content = Buffer.concat([PDF, Buffer.alloc(700_000 - PDF.length, 7)]);

    const { data } = await as(envoy).ask(UPLOAD, {
      input: { delegationId, fileName: 'note.pdf', content: content.toString('base64') },
    });
    const file = await fetched(data.uploadNoteVerbale.noteVerbale.id, envoy.token);

    expect(data.uploadNoteVerbale.noteVerbale.size).toBe(700_000);
    expect(content.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
  });

  it('is run by its focal point once an accreditation officer has confirmed them', async () => {
    const byEnvoy = await as(envoy).ask(CONFIRM, { input: { focalPointId } });
    const confirmed = await officer.ask(CONFIRM, { input: { focalPointId } });
    await until(async () => {
      const { data } = await as(envoy).ask(DESK, { id: delegationId });
      return data.delegation.allowedTransitions.includes('NOMINATING');
    });
    const { data, errors } = await as(envoy).ask(DESK, { id: delegationId });
    const seen = await as(stranger).ask(DESK, { id: delegationId });

    expect(byEnvoy.data.confirmFocalPoint.code).toBe('FOCAL_POINT_NOT_FOUND');
    expect(confirmed.data.confirmFocalPoint).toMatchObject({
      focalPoint: { status: 'CONFIRMED' },
      delegation: { status: 'FOCAL_POINT_CONFIRMED' },
    });
    expect(errors).toEqual([]);
    expect(data.delegation).toEqual({
      id: delegationId,
      version: expect.any(Number),
      country: { code: 'RS', name: 'Serbia' },
      edition: { id: EDITION, year: 2026 },
      partyType: 'OBSERVER',
      status: 'FOCAL_POINT_CONFIRMED',
      allowedTransitions: ['NOMINATING', 'WITHDRAWN'],
      focalPoints: [
        { person: { id: envoy.personId, displayName: 'Tester' }, designatedAt: expect.stringMatching(/Z$/) },
      ],
      head: null,
      deadlines: {
        nomination: calendar.nominationClosesAt.toISOString(),
        confirmation: calendar.confirmationClosesAt.toISOString(),
        substitution: calendar.substitutionClosesAt.toISOString(),
        credentials: calendar.credentialsCloseAt.toISOString(),
      },
      quotas: [{ category: 'DELEGATE', allocated: 4, used: 0, free: 4 }],
    });
    expect(seen.data.delegation).toEqual({
      ...data.delegation,
      allowedTransitions: [],
      focalPoints: [],
      deadlines: null,
    });
  });

  it('of the demonstration is seen by its focal point with its head, and submitted once', async () => {
    const id = namedId('delegation', '2026/KG');
    const kyrgyz = portal.as(await portal.signIn('focal-point.kg@demo.erikti.example'));

    const desk = await kyrgyz.ask(DESK, { id });
    const { version, focalPoints, head } = desk.data.delegation;
    const input = { delegationId: id, expectedVersion: version };
    const foreign = await kyrgyz.ask(SUBMIT, { input: { delegationId } });
    const submitted = await kyrgyz.ask(SUBMIT, { input });
    const stale = await kyrgyz.ask(SUBMIT, { input });
    const twice = await kyrgyz.ask(SUBMIT, { input: { delegationId: id } });

    expect(focalPoints).toHaveLength(1);
    expect(head.person.displayName).toEqual(expect.any(String));
    expect(foreign.data.submitDelegation.code).toBe('DELEGATION_NOT_FOUND');
    expect(submitted.data.submitDelegation).toEqual({
      __typename: 'SubmitDelegationSuccess',
      delegation: { id, status: 'SUBMITTED' },
    });
    expect(stale.data.submitDelegation.code).toBe('VERSION_CONFLICT');
    expect(twice.data.submitDelegation).toMatchObject({
      code: 'INVALID_TRANSITION',
      from: 'SUBMITTED',
      to: 'SUBMITTED',
      allowed: ['WITHDRAWN'],
    });
  });

  it('has no fewer places than are used', async () => {
    const input = { delegationId: namedId('delegation', '2026/TJ'), category: 'DELEGATE', allocated: 0 };

    const below = await admin.ask(QUOTA, { input });
    const more = await admin.ask(QUOTA, { input: { ...input, category: 'GUEST', allocated: 7 } });
    const byOthers = await officer.ask(QUOTA, { input });

    expect(below.data.changeQuota).toEqual({ __typename: 'QuotaBelowUsed', code: 'QUOTA_BELOW_USED', used: 1 });
    expect(more.data.changeQuota.delegation.quotas).toContainEqual({ category: 'GUEST', allocated: 7 });
    expect(byOthers.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is run no longer by a focal point who was removed', async () => {
    const { data } = await as(envoy).ask(REMOVE, { input: { focalPointId } });
    const desk = await as(envoy).ask(DESK, { id: delegationId });
    const former = await officer.ask(
      'query ($id: ID!) { delegation(id: $id) { focalPoints(former: true) { status until } } }',
      { id: delegationId },
    );

    expect(data.removeFocalPoint.focalPoint.status).toBe('ENDED');
    expect(desk.data.delegation).toMatchObject({ deadlines: null, focalPoints: [], allowedTransitions: [] });
    expect(former.data.delegation.focalPoints).toEqual([{ status: 'ENDED', until: expect.stringMatching(/Z$/) }]);
  });

  function as({ token }: TestPerson) {
    return portal.as(token);
  }

  function fetched(id: string, token: string | null): Promise<Response> {
    const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
    return fetch(`${portal.url}/files/delegations/notes-verbales/${id}`, { headers });
  }

  /** Has somebody prove the address they signed up with, as accounts notes it when they sign in. */
  async function proven({ personId }: TestPerson): Promise<void> {
    await asDatabaseOwner(portal.owner, (client) =>
      client.query(
        `insert into accounts.outbox_event (id, type, occurred_at, payload)
         values ($1, 'AddressNoted', now(), jsonb_build_object('personId', $2::text, 'addressKey', $3::text))`,
        [`event_${personId}`, personId, addressKey(TEST_KEYS, `${personId}@test.example`)],
      ),
    );
  }
});

async function until(isSo: () => Promise<unknown>): Promise<void> {
  for (const latest = Date.now() + PATIENCE_MS; !(await isSo()); ) {
    if (Date.now() > latest) throw new Error('it did not come to this in time');
    await setTimeout(100);
  }
}
