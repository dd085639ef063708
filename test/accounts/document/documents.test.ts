import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../services/shared/ids.ts';
import { query } from '../../audit/owner.ts';
import { operation } from '../../support/operations.ts';
import type { TestPerson } from '../../support/people.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { readsOf } from '../../support/statements.ts';
import { placesOf } from '../../support/whole-database.ts';

const RECORD = `mutation ($input: RecordIdentityDocumentInput!) {
  recordIdentityDocument(input: $input) {
    __typename
    ... on RecordIdentityDocumentSuccess {
      document { id kind issuingCountry { code name } numberMasked expiresOn heldForEditionId }
    }
    ... on InvalidInput { violations { path code message } }
    ... on TooManyDocuments { limit }
    ... on UserError { code message }
  }
}`;
const REVEAL = `mutation ($input: RevealDocumentNumberInput!) {
  revealDocumentNumber(input: $input) {
    __typename
    ... on RevealDocumentNumberSuccess { documentId number }
    ... on InvalidInput { violations { path code message } }
    ... on UserError { code }
  }
}`;
const DELETE = `mutation ($input: DeleteIdentityDocumentInput!) {
  deleteIdentityDocument(input: $input) {
    __typename ... on DeleteIdentityDocumentSuccess { documentId } ... on UserError { code }
  }
}`;
const OF_PERSONS = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Person { identityDocuments { id numberMasked expiresOn } } }
}`;
const TRAIL = operation('15-audit-trail');

const NUMBER = 'N99887766';
const given = { kind: 'PASSPORT', issuingCountry: 'KZ', number: 'n 9988-7766', expiresOn: '2099-05-01' };
const reason = 'comparing with the visa list';

describe.each(transports)('identity documents, subgraphs %s', (transport) => {
  const logged: string[] = [];
  let portal: Portal;
  let editionId: string;
  const officers = new Map<string, ReturnType<Portal['as']>>();
  const officer = (name: string) => officers.get(name) ?? portal.as('');
  beforeAll(async () => {
    const log = pino(
      { level: 'trace' },
      new Writable({ write: (line, _encoding, done) => done(void logged.push(`${line}`)) }),
    );
    portal = await openPortal(transport, { log });
    for (const name of ['accreditation', 'placements', 'admin', 'desk']) {
      officers.set(name, portal.as(await portal.signIn(`${name}@demo.erikti.example`)));
    }
    const { data } = await portal.ask('{ forumEdition(year: 2026) { id } }');
    editionId = data.forumEdition.id;
  });
  afterAll(() => portal?.close());

  it('are kept, and shown to their holder with the number masked', async () => {
    const holder = await someone();

    const { data, errors } = await portal.as(holder.token).ask(RECORD, { input: given });

    expect(errors).toEqual([]);
    const { document } = data.recordIdentityDocument;
    expect(document).toEqual({
      id: expect.stringMatching(/^identity_document_/),
      kind: 'PASSPORT',
      issuingCountry: { code: 'KZ', name: 'Kazakhstan' },
      numberMasked: '••••766',
      expiresOn: '2099-05-01',
      heldForEditionId: null,
    });
    const mine = await portal.as(holder.token).ask('{ me { identityDocuments { id numberMasked } } }');
    expect(mine.data.me.identityDocuments).toEqual([{ id: document.id, numberMasked: '••••766' }]);
  });

  it('have a number that is nowhere in the database, whatever is done with them', async () => {
    const holder = await someone();
    const input = { ...given, idempotencyKey: 'once', heldForEditionId: editionId };
    const { id } = await recorded(holder, input);
    await recorded(holder, input);
    await portal.as(holder.token).ask('{ me { identityDocuments { numberMasked } } }');
    await officer('admin').ask(REVEAL, { input: { documentId: id, reason } });
    await officer('admin').ask(REVEAL, { input: { documentId: id, reason: 'x' } });
    await portal.as(holder.token).ask(DELETE, { input: { documentId: id } });
    await recorded(holder, { ...given, idempotencyKey: 'stays' });

    const clear = [NUMBER, given.number, Buffer.from(NUMBER).toString('base64').replace(/=+$/, '')];
    // A plain hash would be found by trying all numbers.
    const hashes = (['hex', 'base64url'] as const).map((form) => createHash('sha256').update(NUMBER).digest(form));
    expect(await placesOf(portal.owner, [...clear, ...hashes])).toEqual([]);
    expect(await placesOf(portal.owner, [id])).toContain(`accounts.audit_entry: ${id}`);
  });

  it('are the same for the same key and input, and refused for another number', async () => {
    const holder = await someone();
    const send = (change: object) =>
      portal.as(holder.token).ask(RECORD, { input: { ...given, idempotencyKey: 'twice', ...change } });

    const [first, second] = await Promise.all([send({}), send({ number: NUMBER })]);
    const other = await send({ number: 'N99887767' });

    expect(first?.data.recordIdentityDocument.__typename).toBe('RecordIdentityDocumentSuccess');
    expect(second?.data).toEqual(first?.data);
    expect(other.data.recordIdentityDocument.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await documentsOf(holder)).toHaveLength(1);
  });

  it('are refused with everything that is wrong at once, in the language of the client', async () => {
    const holder = await someone();
    const input = { ...given, number: '12?', expiresOn: '2020-01-01', heldForEditionId: 'opening_1' };

    const headers = { authorization: `Bearer ${holder.token}`, 'accept-language': 'ru' };
    const { data } = await portal.ask(RECORD, { input }, headers);

    expect(data.recordIdentityDocument).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      message: 'В данных 3 ошибки.',
      violations: [
        {
          path: ['input', 'number'],
          code: 'NUMBER_CHARACTERS',
          message: 'Пишите как в документе: только латинские буквы A–Z и цифры.',
        },
        { path: ['input', 'expiresOn'], code: 'EXPIRED', message: 'Срок действия этого документа истёк.' },
        { path: ['input', 'heldForEditionId'], code: 'NOT_AN_EDITION', message: 'Это не идентификатор форума.' },
      ],
    });
    expect(await documentsOf(holder)).toEqual([]);
  });

  it('are at most ten of one person, also when they race', async () => {
    const holder = await someone();

    const answers = await Promise.all(
      Array.from({ length: 13 }, (_, index) =>
        portal.as(holder.token).ask(RECORD, { input: { ...given, number: `A${1000 + index}` } }),
      ),
    );

    const outcomes = answers.map(({ data }) => data.recordIdentityDocument);
    expect(outcomes.filter(({ limit }) => limit === 10).map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => 'TOO_MANY_DOCUMENTS'),
    );
    expect(await documentsOf(holder)).toHaveLength(10);
  });

  it('are shown masked to officers whose grant reaches them, and revealed to fewer', async () => {
    const holder = await someone();
    const free = await recorded(holder, given);
    const held = await recorded(holder, { ...given, number: 'K1234', heldForEditionId: editionId });

    const seen: Record<string, unknown> = {};
    for (const name of officers.keys()) {
      const shown = await officer(name).ask(OF_PERSONS, { ids: [holder.personId] });
      const numbers = [];
      for (const { id } of [free, held]) {
        const { data, errors } = await officer(name).ask(REVEAL, { input: { documentId: id, reason } });
        const answer = data?.revealDocumentNumber;
        numbers.push(answer?.number ?? answer?.code ?? errors[0]?.extensions.code);
      }
      const documents: { numberMasked: string }[] | null = shown.data.nodes[0].identityDocuments;
      const masked = documents?.map(({ numberMasked }) => numberMasked) ?? shown.errors[0]?.extensions.code;
      seen[name] = { masked, numbers };
    }

    expect(seen).toEqual({
      accreditation: { masked: ['••••34'], numbers: ['DOCUMENT_NOT_FOUND', 'K1234'] },
      placements: { masked: ['••••766', '••••34'], numbers: ['FORBIDDEN', 'FORBIDDEN'] },
      admin: { masked: ['••••766', '••••34'], numbers: [NUMBER, 'K1234'] },
      desk: { masked: 'FORBIDDEN', numbers: ['FORBIDDEN', 'FORBIDDEN'] },
    });
  });

  it('leave in the audit trail who had a number revealed, and why; attempts that were refused leave nothing', async () => {
    const holder = await someone();
    const { id } = await recorded(holder, given);
    const me = await officer('admin').ask('{ me { id } }');

    await officer('admin').ask(REVEAL, { input: { documentId: id, reason } });
    await officer('accreditation').ask(REVEAL, { input: { documentId: id, reason } });
    await officer('admin').ask(REVEAL, { input: { documentId: id, reason: 'short' } });

    const { data } = await officer('admin').ask(TRAIL, { subject: id });
    expect(data.auditTrail.nodes).toMatchObject([
      { actor: { id: me.data.me.id }, command: 'revealDocumentNumber', service: 'accounts', changes: [], reason },
      {
        actor: { id: holder.personId },
        command: 'recordIdentityDocument',
        changes: [
          { field: 'person', from: null, to: holder.personId },
          { field: 'kind', from: null, to: 'PASSPORT' },
          { field: 'heldForEdition', from: null, to: null },
        ],
        reason: null,
      },
    ]);
  });

  it.each([
    ['none', '          ', 'REASON_TOO_SHORT', 'Give a reason of at least 10 characters.'],
    ['a short one', '  visa list ', 'REASON_TOO_SHORT', 'Give a reason of at least 10 characters.'],
    ['a long one', 'x'.repeat(501), 'REASON_TOO_LONG', 'At most 500 characters.'],
    ['more than a line', 'visa list\nof May', 'CONTROL_CHARACTER', 'Write one line, without control characters.'],
  ])('are not revealed for %s as a reason', async (_case, wrong, code, message) => {
    const { id } = await recorded(await someone(), given);

    const { data } = await officer('admin').ask(REVEAL, { input: { documentId: id, reason: wrong } });

    expect(data.revealDocumentNumber).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      violations: [{ path: ['input', 'reason'], code, message }],
    });
  });

  it('are not opened once they were tampered with, and nobody is said to have seen them', async () => {
    const [holder, other] = [await someone(), await someone()];
    const { id } = await recorded(holder, given);
    const { id: othersId } = await recorded(other, { ...given, number: 'OTHER123' });
    await query(
      portal,
      `update accounts.identity_document set number =
         (select number from accounts.identity_document where id = $2) where id = $1`,
      [id, othersId],
    );

    const revealed = await officer('admin').ask(REVEAL, { input: { documentId: id, reason } });
    const shown = await officer('admin').ask(OF_PERSONS, { ids: [holder.personId] });

    expect(revealed.data).toBeNull();
    expect(revealed.errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(shown.data.nodes[0].identityDocuments).toEqual([{ id, numberMasked: null, expiresOn: '2099-05-01' }]);
    const { data } = await officer('admin').ask(TRAIL, { subject: id });
    expect(data.auditTrail.nodes.map(({ command }: { command: string }) => command)).toEqual([
      'recordIdentityDocument',
    ]);
  });

  it('are deleted by their holder alone', async () => {
    const [holder, other] = [await someone(), await someone()];
    const { id } = await recorded(holder, given);

    const byOther = await portal.as(other.token).ask(DELETE, { input: { documentId: id } });
    const before = await documentsOf(holder);
    const byHolder = await portal.as(holder.token).ask(DELETE, { input: { documentId: id } });
    const again = await portal.as(holder.token).ask(DELETE, { input: { documentId: id } });

    expect(byOther.data.deleteIdentityDocument).toEqual({ __typename: 'DocumentNotFound', code: 'DOCUMENT_NOT_FOUND' });
    expect(before).toEqual([id]);
    expect(byHolder.data.deleteIdentityDocument).toMatchObject({ documentId: id });
    expect(again.data.deleteIdentityDocument.code).toBe('DOCUMENT_NOT_FOUND');
    expect(await documentsOf(holder)).toEqual([]);
    const { data } = await officer('admin').ask(TRAIL, { subject: id });
    expect(data.auditTrail.nodes[0]).toMatchObject({
      command: 'deleteIdentityDocument',
      actor: { id: holder.personId },
    });
  });

  it('go when the edition is over that they were kept for, and no more are taken for it', async () => {
    const holder = await someone();
    const over = newId('forum_edition');
    const held = await recorded(holder, { ...given, heldForEditionId: over });
    const free = await recorded(holder, given);

    await query(
      portal,
      `insert into forum.outbox_event (id, type, occurred_at, payload)
       values ($1, 'EditionFinished', now(), jsonb_build_object('editionId', $2::text))`,
      [newId('event'), over],
    );
    await expect.poll(() => documentsOf(holder), { timeout: 10_000 }).toEqual([free.id]);

    const late = await portal.as(holder.token).ask(RECORD, { input: { ...given, heldForEditionId: over } });
    expect(late.data.recordIdentityDocument.code).toBe('EDITION_IS_OVER');
    const { data } = await officer('admin').ask(TRAIL, { subject: held.id });
    expect(data.auditTrail.nodes[0]).toMatchObject({
      command: 'deleteDocumentsOfEdition',
      actor: null,
      changes: [{ field: 'person', from: holder.personId, to: null }],
    });
  });

  it('have told no log their number, faults included', () => {
    expect(logged.filter((line) => line.includes('SealBroken'))).not.toEqual([]);
    expect(logged.filter((line) => line.includes(NUMBER) || line.includes(given.number))).toEqual([]);
  });

  async function someone(): Promise<TestPerson> {
    const [person] = await portal.givenPeople(1);
    if (!person) throw new Error('nobody came');
    return person;
  }

  async function recorded(holder: TestPerson, input: object): Promise<{ id: string }> {
    const { data } = await portal.as(holder.token).ask(RECORD, { input });
    return data.recordIdentityDocument.document;
  }

  async function documentsOf({ personId }: TestPerson): Promise<string[]> {
    const rows = await query<{ id: string }>(
      portal,
      'select id from accounts.identity_document where person_id = $1 order by recorded_at, id',
      [personId],
    );
    return rows.map(({ id }) => id);
  }
});

describe('the statements behind the documents of people', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal('in-process');
  });
  afterAll(() => portal?.close());

  it('are as many for three people as for one', async () => {
    const people = await portal.givenPeople(3);
    for (const { token } of people) {
      for (const number of ['A1234', 'B1234']) await portal.as(token).ask(RECORD, { input: { ...given, number } });
    }
    const admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const ids = people.map(({ personId }) => personId);
    await admin.ask(OF_PERSONS, { ids });

    const counts = [];
    for (const some of [ids.slice(0, 1), ids]) {
      const statements = await readsOf(() => admin.ask(OF_PERSONS, { ids: some }));
      counts.push(statements.length);
    }

    expect(counts).toEqual([3, 3]);
  });
});
