import { describe, expect, it } from 'vitest';
import { forgetNotesVerbales } from '../../../services/delegations/delegation/note-verbale/forget-notes-verbales.ts';
import { returnUnusedQuota } from '../../../services/delegations/nomination/deadline/return-unused-quota.ts';
import { seedDemo } from '../../../services/delegations/seed/demo.ts';
import { delegations } from '../../../services/delegations/subgraph.ts';
import { namedId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import { fileOf } from '../protocol/given.ts';
import { admin, givenDelegation, givenNote, NOW, schedule, tell } from './given.ts';

const service = useService(delegations, () => NOW);
const em = () => service.running.database.orm.em.fork();

const ARCHIVED = new Date('2024-06-01T09:00:00.000Z');

async function notesOf(delegationId: string) {
  const rows = await em().execute(
    `select id, deleted_at is not null as deleted, uploaded_by_id is not null as uploader,
       exists (select from note_verbale_content where note_verbale_id = id) as content
     from note_verbale where delegation_id = ? order by id`,
    [delegationId],
  );
  return rows;
}

async function givenArchived(archivedAt: Date | null) {
  const { id, editionId } = await givenDelegation(service.running);
  const noteId = await givenNote(em(), admin, id);
  const status = archivedAt ? 'ARCHIVED' : 'FINISHED';
  await tell(service.running, 'EditionScheduled', {
    ...schedule(editionId),
    ...{ status, archivedAt: archivedAt?.toISOString() ?? null, version: 2 },
  });
  return { id, editionId, noteId };
}

describe('notes verbales', () => {
  it('go 24 months after their edition is archived, and that there was one is kept', async () => {
    const due = await givenArchived(ARCHIVED);
    const later = await givenArchived(new Date(ARCHIVED.getTime() + 1));
    const ahead = await givenArchived(null);
    const file = { kind: 'notes-verbales', id: due.noteId };
    const before = await fileOf(service.running, admin, file);

    const forgotten = [await forgetNotesVerbales(em(), NOW), await forgetNotesVerbales(em(), NOW)];

    expect(typeof before).toBe('object');
    expect(forgotten).toEqual([1, 0]);
    expect(await notesOf(due.id)).toEqual([{ id: due.noteId, deleted: true, uploader: false, content: false }]);
    expect(await notesOf(later.id)).toEqual([{ id: later.noteId, deleted: false, uploader: true, content: true }]);
    expect(await notesOf(ahead.id)).toEqual([{ id: ahead.noteId, deleted: false, uploader: true, content: true }]);
    expect(await fileOf(service.running, admin, file)).toBe('expired');
    const entries = await em().execute(`select subject_id from audit_entry where command = 'forgetNoteVerbale'`);
    expect(entries).toEqual([{ subject_id: due.noteId }]);
  });

  it('go once, whatever the number of processes that delete them at the same moment', async () => {
    const { id } = await givenArchived(ARCHIVED);
    for (let note = 0; note < 5; note += 1) {
      await em().execute(
        `insert into note_verbale (id, delegation_id, content_type, size, uploaded_at)
         values (?, ?, 'application/pdf', 1, ?)`,
        [`note_verbale_${note}`, id, NOW],
      );
    }

    const forgotten = await Promise.all([1, 2, 3].map(() => forgetNotesVerbales(em(), NOW)));

    expect(forgotten.reduce((sum, count) => sum + count, 0)).toBe(6);
  });

  it('learn when their edition was archived, also from word of a version that was known before', async () => {
    const { id, editionId } = await givenArchived(null);
    const change = { status: 'ARCHIVED', archivedAt: ARCHIVED.toISOString(), version: 2 };

    await tell(service.running, 'EditionScheduled', { ...schedule(editionId), ...change });
    await forgetNotesVerbales(em(), NOW);

    expect(await notesOf(id)).toMatchObject([{ deleted: true }]);
  });
});

it('gives a demonstration whose deadlines have run out its places back, until its new calendar is told', async () => {
  const editionId = namedId('forum_edition', '2026');
  const delegationId = namedId('delegation', '2026/KG');
  await em().execute(`insert into country (code) select unnest(string_to_array('AM AZ BY KG KZ MD RU TJ TM UZ', ' '))
    on conflict do nothing`);
  await seedDemo(em(), NOW);
  const closed = new Date(NOW.getTime() - 1).toISOString();
  const change = { confirmationClosesAt: closed, nominationClosesAt: closed, version: 1_000_000 };
  await tell(service.running, 'EditionScheduled', { ...schedule(editionId), ...change });
  const placesOf = () =>
    em().execute('select category, allocated from quota where delegation_id = ? order by category', [delegationId]);
  const whole = await placesOf();
  await returnUnusedQuota(em(), NOW);
  const returned = await placesOf();

  await seedDemo(em(), NOW);
  await returnUnusedQuota(em(), NOW);

  expect(whole).toEqual([
    { category: 'DELEGATE', allocated: 10 },
    { category: 'PRESS', allocated: 3 },
    { category: 'STAFF', allocated: 2 },
  ]);
  expect(returned).toEqual([
    { category: 'DELEGATE', allocated: 1 },
    { category: 'PRESS', allocated: 0 },
    { category: 'STAFF', allocated: 0 },
  ]);
  expect(await placesOf()).toEqual(whole);
  expect(await em().execute('select from edition_calendar where edition_id = ?', [editionId])).toEqual([]);
});
