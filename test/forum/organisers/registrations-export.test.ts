import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import {
  downloadRegistrationsExport,
  registrationsExportFile,
} from '../../../services/forum/organisers/export/download-registrations-export.ts';
import { clearExports } from '../../../services/forum/organisers/export/export-upkeep.ts';
import { RegistrationsExport } from '../../../services/forum/organisers/export/registrations-export.entity.ts';
import { ExportFormat } from '../../../services/forum/organisers/export/registrations-export.rules.ts';
import {
  type RequestRegistrationsExport,
  requestRegistrationsExport,
} from '../../../services/forum/organisers/export/request-registrations-export.ts';
import { RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { ADMIN_ID, ALL, admin, ask, DESK_ID, givenEdition, givenRegistrations, holder } from './desk.ts';

const NOW = new Date('2026-03-05T10:00:00Z');
const LATER = new Date('2026-03-06T10:00:00Z');
const REASON = 'seating plan of the opening';

const service = useService(forum, () => NOW);
const em = () => service.running.database.orm.em.fork();

async function request(editionId: string, more: Partial<RequestRegistrationsExport> = {}) {
  const outcome = await requestRegistrationsExport(
    em(),
    {
      actorId: DESK_ID,
      editionId,
      filter: ALL,
      format: ExportFormat.CSV,
      withNeeds: false,
      knowsNeeds: false,
      reason: REASON,
      idempotencyKey: null,
      ...more,
    },
    NOW,
  );
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  return { id: outcome.exportId, token: outcome.token ?? '' };
}

/** Delivers an event to the forum, as its inbox does. */
function deliver(type: string, payload: Record<string, string>): Promise<void> {
  const event = { id: newId('event'), type, occurredAt: NOW.getTime(), payload };
  return receive({ service: 'forum', ...handling() }, event);
}

function handling() {
  return { orm: service.running.database.orm, handlers: forum.handlers, keys: TEST_KEYS, now: () => NOW };
}

const write = (exportId: string) => deliver('RegistrationsExportRequested', { exportId });
const erase = (personId: string) => deliver('ErasureRequested', { personId, erasureId: newId('erasure') });

async function ready(editionId: string, more: Partial<RequestRegistrationsExport> = {}) {
  const link = await request(editionId, more);
  await write(link.id);
  return link;
}

async function download({ id, token }: { id: string; token: string }, now = NOW): Promise<string> {
  const context = { ...handling(), em: em(), read: service.running.database.read, now: () => now, viewer: admin };
  const file = await registrationsExportFile(
    { ...context, locale: 'en', publicUrl: '', privateAddresses: false },
    { id, query: { token } },
  );
  if (typeof file === 'string') return file;
  if (!(file.body instanceof Readable)) throw new Error('the file is not streamed');
  return (await buffer(file.body)).toString();
}

async function rowOf(id: string) {
  const [row] = await em().execute(
    `select status, rows, downloads, filter, (select count(*)::int from export_chunk where export_id = ?) as chunks
     from registrations_export where id = ?`,
    [id, id],
  );
  return row ?? null;
}

describe('an export of registrations', () => {
  it('has those who pass the filter, the newest first', async () => {
    const editionId = await givenEdition(service.running);
    const ids = await givenRegistrations(service.running, editionId, [
      { family: 'Ospanova', affiliation: 'Red Crescent, Astana' },
      { status: RegistrationStatus.WITHDRAWN },
      { family: 'Abdirov', given: 'Timur', personId: null, citizenship: 'KG' },
    ]);

    const link = await ready(editionId, { filter: { ...ALL, status: [RegistrationStatus.CONFIRMED] } });

    expect(await download(link)).toBe(
      '\uFEFFid,status,category,nativeName,latinName,citizenship,affiliation,registeredAt\r\n' +
        `${ids[2]},CONFIRMED,OPEN,,ABDIROV TIMUR,KG,,2026-03-01T05:02:00+05:00\r\n` +
        `${ids[0]},CONFIRMED,OPEN,,OSPANOVA DANA,KZ,"Red Crescent, Astana",2026-03-01T05:00:00+05:00\r\n`,
    );
    expect(await rowOf(link.id)).toEqual({ status: 'READY', rows: 2, downloads: 1, filter: null, chunks: 1 });
  });

  it('tells needs only where they are asked for', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, [{ dietaryNeeds: 'no nuts' }]);
    const terms = { format: ExportFormat.JSONL, knowsNeeds: true };

    const [without, withNeeds] = [await ready(editionId, terms), await ready(editionId, { ...terms, withNeeds: true })];

    expect(await download(without)).not.toContain('no nuts');
    expect(JSON.parse(await download(withNeeds))).toMatchObject({ dietaryNeeds: 'no nuts' });
  });

  it('is kept in pieces where it is large, and read as one', async () => {
    const editionId = await givenEdition(service.running);
    await em().execute(
      `insert into registration (id, edition_id, person_id, category, status, registered_at, affiliation)
       select 'registration_' || ? || n, ?, 'person_' || ? || n, 'OPEN', 'CONFIRMED', now(), repeat('Ж', 30)
       from generate_series(1, 12000) as n`,
      [editionId, editionId, editionId],
    );

    const link = await ready(editionId);
    const lines = (await download(link)).split('\r\n');

    expect(lines).toHaveLength(12_002);
    expect(new Set(lines).size).toBe(12_002);
    expect((await rowOf(link.id))?.chunks).toBeGreaterThan(5);
  });

  it('is not there for whoever has a wrong token, and not yet before it is written', async () => {
    const editionId = await givenEdition(service.running);
    const link = await request(editionId);

    expect(await download(link)).toBe('not-found');
    await write(link.id);
    expect(await download({ ...link, token: 'x' })).toBe('not-found');
    expect(await download({ ...link, id: 'registrations_export_0' })).toBe('not-found');
    expect((await rowOf(link.id))?.downloads).toBe(0);
  });

  it('is gone after a day, with all that was in it', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, [{}]);
    const link = await ready(editionId);

    expect(await download(link, LATER)).toBe('expired');
    await clearExports(em(), LATER);

    expect(await rowOf(link.id)).toEqual({ status: 'EXPIRED', rows: 1, downloads: 0, filter: null, chunks: 0 });
    expect(await download(link)).toBe('expired');
  });

  it('is given up where nobody writes it', async () => {
    const link = await request(await givenEdition(service.running));

    await clearExports(em(), new Date('2026-03-05T11:00:01Z'));
    await write(link.id);

    expect(await rowOf(link.id)).toEqual({ status: 'FAILED', rows: null, downloads: 0, filter: null, chunks: 0 });
  });

  it('lets nobody download without end, however many come at once', async () => {
    const link = await ready(await givenEdition(service.running));

    const outcomes = await Promise.all(
      Array.from({ length: 25 }, () =>
        downloadRegistrationsExport(em(), { exportId: link.id, token: link.token }, NOW),
      ),
    );

    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(Array(5).fill({ refusal: 'export-expired' }));
  });

  it('is in the audit trail: who asked and why, whose link was used, and how often', async () => {
    const editionId = await givenEdition(service.running);
    const link = await ready(editionId);
    await download(link);

    const entries = await em().execute(
      `select command, actor_id, reason, changes from audit_entry where subject_id in (?, ?) order by id`,
      [editionId, link.id],
    );

    expect(entries).toEqual([
      { command: 'requestRegistrationsExport', actor_id: DESK_ID, reason: REASON, changes: expect.any(Array) },
      { command: 'writeRegistrationsExport', actor_id: null, reason: null, changes: expect.any(Array) },
      {
        command: 'downloadRegistrationsExport',
        actor_id: null,
        reason: null,
        changes: [
          { field: 'downloads', from: 0, to: 1 },
          { field: 'linkOf', from: null, to: DESK_ID },
        ],
      },
    ]);
  });

  it('is requested once for a key, and shows its token once', async () => {
    const editionId = await givenEdition(service.running);
    const command = { idempotencyKey: 'once' };

    const all = await Promise.all(Array.from({ length: 8 }, () => request(editionId, command)));

    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ token }) => token !== '')).toHaveLength(1);
  });
});

describe('erasing somebody', () => {
  it('takes away the exports of the editions they are registered for, and no others', async () => {
    const [theirs, another] = [await givenEdition(service.running), await givenEdition(service.running)];
    const personId = newId('person');
    await givenRegistrations(service.running, theirs, [{ personId, family: 'Erased' }, { family: 'Ospanova' }]);
    await givenRegistrations(service.running, another, [{}]);
    const [first, other] = [await ready(theirs), await ready(another)];
    const waiting = await request(theirs);

    await erase(personId);
    await write(waiting.id);

    expect(await download(first)).toBe('expired');
    expect((await rowOf(first.id))?.chunks).toBe(0);
    expect(await download(other)).toContain('OSPANOVA');
    expect(await download(waiting)).not.toContain('ERASED');
  });

  it('leaves them in no file, whatever is written at that moment', async () => {
    for (let round = 0; round < 8; round++) {
      const editionId = await givenEdition(service.running);
      const personId = newId('person');
      await givenRegistrations(service.running, editionId, [{ personId, family: 'Erased' }, {}]);
      const links = await Promise.all(Array.from({ length: 4 }, () => request(editionId)));

      await Promise.all([...links.map(({ id }) => write(id)), erase(personId)]);

      for (const link of links) expect(await download(link)).not.toContain('ERASED');
    }
  });

  it('takes away what they asked for themselves', async () => {
    const actorId = newId('person');
    const link = await ready(await givenEdition(service.running), { actorId });

    await erase(actorId);

    expect(await rowOf(link.id)).toBeNull();
  });
});

describe('asking for an export', () => {
  const REQUEST = `mutation ($input: RequestRegistrationsExportInput!) {
    requestRegistrationsExport(input: $input) {
      __typename
      ... on RequestRegistrationsExportSuccess { export { status rows expiresAt url withNeeds } }
      ... on InvalidInput { violations { path code message } }
      ... on UserError { code message }
    }
  }`;
  const asked = (viewer: Parameters<typeof ask>[1], input: object) =>
    ask(service.running, viewer, REQUEST, { input: { format: 'CSV', reason: REASON, ...input } });

  it('answers with a link that works for a day', async () => {
    const editionId = await givenEdition(service.running);

    const { data } = await asked(holder('REGISTRATION_DESK', editionId), { editionId });

    expect(data.requestRegistrationsExport.export).toEqual({
      status: 'QUEUED',
      rows: null,
      expiresAt: '2026-03-06T10:00:00.000Z',
      url: expect.stringMatching(/\/files\/forum\/registration-exports\/registrations_export_\w+\?token=[\w-]{43}$/),
      withNeeds: false,
    });
  });

  it('keeps needs from the desk', async () => {
    const editionId = await givenEdition(service.running);
    const input = { editionId, withNeeds: true };

    const desk = await asked(holder('REGISTRATION_DESK', editionId), input);
    const officer = await asked(holder('ACCREDITATION_OFFICER', editionId), input);

    expect(desk.data.requestRegistrationsExport).toEqual({
      __typename: 'NeedsWithheld',
      code: 'NEEDS_WITHHELD',
      message: 'What participants need is not shown to the registration desk. Ask for the file without it.',
    });
    expect(officer.data.requestRegistrationsExport).toMatchObject({ export: { withNeeds: true } });
    expect(await em().count(RegistrationsExport, { edition: editionId })).toBe(1);
  });

  it('says all that is wrong with it at once', async () => {
    const input = { editionId: 'none', reason: 'because', idempotencyKey: ' ', filter: { search: 'x' } };

    const { data } = await asked(admin, input);

    const { violations } = data.requestRegistrationsExport;
    expect(violations.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code])).toEqual([
      ['input.idempotencyKey', 'BLANK'],
      ['input.filter.search', 'SEARCH_TOO_SHORT'],
      ['input.reason', 'REASON_TOO_SHORT'],
    ]);
  });

  it.each([
    ['an edition that there is not', admin, 'none', 'EDITION_NOT_FOUND'],
    ['another edition than the desk’s', holder('REGISTRATION_DESK', 'forum_edition_1'), 'forum_edition_2', 'FORBIDDEN'],
  ])('is refused for %s', async (_case, viewer, editionId, code) => {
    const { data, errors } = await asked(viewer, { editionId });

    expect(data?.requestRegistrationsExport?.code ?? errors[0]?.extensions?.code).toBe(code);
    expect(await em().count(RegistrationsExport, { requestedById: ADMIN_ID })).toBe(0);
  });
});
