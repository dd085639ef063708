import { describe, expect, it } from 'vitest';
import { RegistrationStatus } from '../../../services/forum/registration/registration.rules.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { receive } from '../../../services/shared/events/inbox.ts';
import { newId } from '../../../services/shared/ids.ts';
import type { EventPayload } from '../../../services/shared/journal/journal.entities.ts';
import { openNotice } from '../../../services/shared/mail/notice.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { statementsOf } from '../../support/statements.ts';
import { admin, ask, givenEdition, givenRegistrations, holder } from './desk.ts';

const NOW = new Date('2026-03-05T10:00:00Z');
const { CONFIRMED, WITHDRAWN, WAITLISTED } = RegistrationStatus;

const service = useService(forum, () => NOW);
const em = () => service.running.database.orm.em.fork();

const ANNOUNCEMENT =
  'id status version allowedTransitions mailed preview { recipients samples { locale subject text isFallback } }';
const DRAFT = `mutation ($input: DraftAnnouncementInput!) {
  draftAnnouncement(input: $input) {
    __typename
    ... on DraftAnnouncementSuccess { announcement { ${ANNOUNCEMENT} } }
    ... on InvalidInput { violations { path code } }
    ... on UserError { code }
  }
}`;
const moving = (act: string) => `mutation ($input: MoveAnnouncementInput!) {
  ${act}(input: $input) {
    __typename
    ... on MoveAnnouncementSuccess { announcement { ${ANNOUNCEMENT} } }
    ... on VersionConflict { currentVersion }
    ... on InvalidTransition { from to allowed }
    ... on UserError { code }
  }
}`;
const LIST = `query ($edition: [_Any!]!, $first: Int, $after: String) {
  _entities(representations: $edition) {
    ... on ForumEdition {
      announcements(first: $first, after: $after) { nodes { ${ANNOUNCEMENT} } pageInfo { hasNextPage endCursor } }
    }
  }
}`;

const TEXTS = {
  subject: [
    { locale: 'kk', text: 'Ашылу уақыты' },
    { locale: 'en', text: 'When we open' },
  ],
  text: [{ locale: 'en', text: 'The doors open at nine.\nBring your badge.' }],
};

async function drafted(editionId: string, more: object = {}, viewer: Viewer = admin) {
  const { data } = await ask(service.running, viewer, DRAFT, { input: { editionId, ...TEXTS, ...more } });
  return data.draftAnnouncement.announcement;
}

async function move(act: string, { id, version }: { id: string; version: number }) {
  const input = { announcementId: id, expectedVersion: version };
  const { data, errors } = await ask(service.running, admin, moving(act), { input });
  expect(errors).toEqual([]);
  return data[act];
}

async function sent(editionId: string, more: object = {}) {
  const held = await move('holdAnnouncement', await drafted(editionId, more));
  return (await move('sendAnnouncement', held.announcement)).announcement;
}

interface Published {
  readonly type: string;
  readonly payload: EventPayload;
}

/** Takes events out of the outbox, the oldest first. */
async function taken(type: string, about: string): Promise<Published[]> {
  return em().execute<Published[]>(
    `with gone as (
       delete from outbox_event where type = ? and ? in (payload ->> 'about', payload ->> 'announcementId')
       returning id, type, payload
     ) select type, payload from gone order by id`,
    [type, about],
  );
}

function deliver({ type, payload }: Published, id = newId('event')): Promise<void> {
  const { orm } = service.running.database;
  const event = { id, type, occurredAt: NOW.getTime(), payload };
  return receive({ service: 'forum', orm, handlers: forum.handlers, keys: TEST_KEYS, now: () => NOW }, event);
}

/** Delivers all there is to do until nothing is left. Returns how many times there was something. */
async function work(announcementId: string): Promise<number> {
  for (let turn = 0; ; turn++) {
    const due = await taken('AnnouncementMailingDue', announcementId);
    if (due.length === 0) return turn;
    for (const event of due) await deliver(event);
  }
}

async function mailed(announcementId: string): Promise<string[]> {
  const notices = await taken('NoticeDue', announcementId);
  return notices.map(({ payload }) => String(payload.personId)).toSorted();
}

async function statusOf(id: string) {
  const [row] = await em().execute('select status, recipients from announcement where id = ?', [id]);
  return row;
}

describe('a draft', () => {
  it('shows how many would get it and what they would read', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, [{}, {}, { status: WITHDRAWN }, { personId: null }]);

    const announcement = await drafted(editionId, { filter: { status: [CONFIRMED] } });

    const text = 'The doors open at nine.\nBring your badge.';
    expect(announcement).toEqual({
      id: expect.stringMatching(/^announcement_/),
      status: 'DRAFT',
      version: 1,
      allowedTransitions: ['HELD', 'DISCARDED'],
      mailed: 0,
      preview: {
        recipients: 2,
        samples: [
          { locale: 'kk', subject: 'Ашылу уақыты', text, isFallback: true },
          { locale: 'ru', subject: 'When we open', text, isFallback: true },
          { locale: 'en', subject: 'When we open', text, isFallback: false },
        ],
      },
    });
  });

  it('is made once for a key', async () => {
    const editionId = await givenEdition(service.running);

    const drafts = await Promise.all(
      Array.from({ length: 6 }, () => drafted(editionId, { idempotencyKey: editionId })),
    );

    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
  });

  it('is refused with all that is wrong, and names are no group', async () => {
    const input = { editionId: 'none', subject: [], text: [{ locale: 'en', text: ' ' }], filter: { search: 'Ospan' } };

    const { data } = await ask(service.running, admin, DRAFT, { input: { ...input, idempotencyKey: ' ' } });

    const { violations } = data.draftAnnouncement;
    expect(violations.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code])).toEqual([
      ['input.idempotencyKey', 'BLANK'],
      ['input.filter.search', 'GROUP_BY_NAME'],
      ['input.subject', 'TEXT_MISSING'],
      ['input.text.0.text', 'BLANK'],
    ]);
  });

  it('cannot be sent before it is held', async () => {
    const draft = await drafted(await givenEdition(service.running));

    expect(await move('sendAnnouncement', draft)).toMatchObject({
      __typename: 'InvalidTransition',
      from: 'DRAFT',
      to: 'SENDING',
      allowed: ['HELD', 'DISCARDED'],
    });
    expect(await statusOf(draft.id)).toEqual({ status: 'DRAFT', recipients: 0 });
  });
});

describe('an announcement', () => {
  it('is held until it is sent, and then goes to those who pass its filter by then', async () => {
    const editionId = await givenEdition(service.running);
    const filter = { status: [CONFIRMED, WAITLISTED], country: ['KZ'] };
    await givenRegistrations(service.running, editionId, [{}]);
    const held = await move('holdAnnouncement', await drafted(editionId, { filter }));
    expect(held.announcement).toMatchObject({ status: 'HELD', preview: { recipients: 1 } });
    expect(await work(held.announcement.id)).toBe(0);
    const personId = newId('person');
    await givenRegistrations(service.running, editionId, [
      { personId, status: WAITLISTED },
      { status: WITHDRAWN },
      { citizenship: 'KG' },
    ]);

    const sending = await move('sendAnnouncement', held.announcement);
    await work(held.announcement.id);

    expect(sending.announcement).toMatchObject({ status: 'SENDING', preview: { recipients: 2 }, mailed: 0 });
    expect(await statusOf(held.announcement.id)).toEqual({ status: 'SENT', recipients: 2 });
    const people = await mailed(held.announcement.id);
    expect(people).toHaveLength(2);
    expect(people).toContain(personId);
  });

  it('says in each language what there is', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, [{}]);
    const { id } = await sent(editionId);
    await work(id);

    const [notice] = await taken('NoticeDue', id);

    const text = 'The doors open at nine.\nBring your badge.';
    const { about, sealed } = { about: null, sealed: null, ...notice?.payload };
    expect(openNotice(TEST_KEYS, { about, sealed })).toEqual({
      address: null,
      locale: null,
      subject: { kk: 'Ашылу уақыты', ru: 'When we open', en: 'When we open' },
      paragraphs: [{ kk: text, ru: text, en: text }],
      link: null,
    });
  });

  it('is written to nobody twice: who registered twice, or when it is worked on many times at once', async () => {
    const editionId = await givenEdition(service.running);
    const personId = newId('person');
    const crowd = Array.from({ length: 1_200 }, () => ({ registeredAt: NOW }));
    await givenRegistrations(service.running, editionId, [
      { personId, status: WITHDRAWN },
      { personId, status: CONFIRMED },
      ...crowd,
    ]);
    const { id } = await sent(editionId);

    const [due] = await taken('AnnouncementMailingDue', id);
    // The same event again and again, as a queue delivers it, and others like it.
    const event = newId('event');
    if (due)
      await Promise.all([...Array(6).fill(event), newId('event'), newId('event')].map((one) => deliver(due, one)));
    await work(id);

    const people = await mailed(id);
    expect(people).toHaveLength(1_201);
    expect(new Set(people).size).toBe(1_201);
    expect(await statusOf(id)).toEqual({ status: 'SENT', recipients: 1_201 });
  });

  it('is sent once, however many send it at once', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, [{}, {}, {}]);
    const { announcement } = await move('holdAnnouncement', await drafted(editionId));

    const answers = await Promise.all(Array.from({ length: 8 }, () => move('sendAnnouncement', announcement)));
    await work(announcement.id);

    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'MoveAnnouncementSuccess',
      ...Array(7).fill('VersionConflict'),
    ]);
    expect(await mailed(announcement.id)).toHaveLength(3);
  });

  it('is not written again after a failure half-way', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, Array(700).fill({}));
    const { id } = await sent(editionId);
    const [due] = await taken('AnnouncementMailingDue', id);
    if (!due) throw new Error('nothing is due');
    const { orm } = service.running.database;
    const failing = {
      AnnouncementMailingDue: async (...told: Parameters<NonNullable<(typeof forum.handlers)[string]>>) => {
        await forum.handlers.AnnouncementMailingDue?.(...told);
        await told[0].flush();
        throw new Error('the process is gone');
      },
    };
    const event = { id: newId('event'), ...due, occurredAt: NOW.getTime() };

    await expect(
      receive({ service: 'forum', orm, handlers: failing, keys: TEST_KEYS, now: () => NOW }, event),
    ).rejects.toThrow('the process is gone');
    await deliver(due, event.id);
    await work(id);

    const people = await mailed(id);
    expect(people).toHaveLength(700);
    expect(new Set(people).size).toBe(700);
  });

  it('leaves out who is erased', async () => {
    const editionId = await givenEdition(service.running);
    const personId = newId('person');
    await givenRegistrations(service.running, editionId, [{ personId }, {}]);
    await deliver({ type: 'ErasureRequested', payload: { personId, erasureId: newId('erasure') } });

    const { id, preview } = await sent(editionId);
    await work(id);

    expect(preview.recipients).toBe(1);
    expect(await mailed(id)).not.toContain(personId);
  });

  it('is discarded for good', async () => {
    const draft = await drafted(await givenEdition(service.running));
    const held = await move('holdAnnouncement', draft);

    const discarded = await move('discardAnnouncement', held.announcement);

    expect(discarded.announcement).toMatchObject({ status: 'DISCARDED', allowedTransitions: [], version: 3 });
    expect(await move('sendAnnouncement', discarded.announcement)).toMatchObject({ from: 'DISCARDED', allowed: [] });
    expect(await move('sendAnnouncement', draft)).toEqual({
      __typename: 'VersionConflict',
      currentVersion: 3,
      code: 'VERSION_CONFLICT',
    });
    expect(await move('sendAnnouncement', { id: 'none', version: 1 })).toEqual({
      __typename: 'AnnouncementNotFound',
      code: 'ANNOUNCEMENT_NOT_FOUND',
    });
  });

  it('keeps its words out of the journal', async () => {
    const editionId = await givenEdition(service.running);
    await givenRegistrations(service.running, editionId, [{}]);
    const { id } = await sent(editionId);
    await work(id);

    const journal = await em().execute('select to_jsonb(e)::text as entry from audit_entry e where subject_id = ?', [
      id,
    ]);
    const events = await em().execute('select payload::text as entry from outbox_event');

    expect(journal.map(({ entry }) => JSON.parse(entry).command).toSorted()).toEqual([
      'draftAnnouncement',
      'holdAnnouncement',
      'mailAnnouncement',
      'sendAnnouncement',
    ]);
    expect([...journal, ...events].filter(({ entry }) => /doors|badge|open at/.test(entry))).toEqual([]);
  });
});

describe('the outbox', () => {
  it('lists an edition’s announcements, the newest first, at one cost for 3 and 50', async () => {
    const editionId = await givenEdition(service.running);
    await Promise.all(Array.from({ length: 52 }, () => drafted(editionId)));
    const list = (first: number) =>
      ask(service.running, admin, LIST, { edition: [{ __typename: 'ForumEdition', id: editionId }], first });

    const few = await statementsOf(() => list(3));
    const many = await statementsOf(() => list(50));
    const { data } = await list(50);

    expect(data._entities[0].announcements.nodes).toHaveLength(50);
    expect(data._entities[0].announcements.pageInfo.hasNextPage).toBe(true);
    // The edition, the page, and how many mails of each are written.
    expect(few.length).toBe(3);
    expect(many).toEqual(few);
  });

  it('is for administrators alone', async () => {
    const editionId = await givenEdition(service.running);
    const { id } = await drafted(editionId);
    const edition = [{ __typename: 'ForumEdition', id: editionId }];
    const node = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Announcement { id } } }`;
    const of = [{ __typename: 'Announcement', id }];

    for (const viewer of [holder('REGISTRATION_DESK', editionId), holder('ACCREDITATION_OFFICER', null)]) {
      const list = await ask(service.running, viewer, LIST, { edition });
      const draft = await ask(service.running, viewer, DRAFT, { input: { editionId, ...TEXTS } });
      const send = await ask(service.running, viewer, moving('holdAnnouncement'), {
        input: { announcementId: id, expectedVersion: 1 },
      });
      const found = await ask(service.running, viewer, node, { of });

      const codes = [list, draft, send].map(({ errors }) => errors[0]?.extensions?.code);
      expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
      expect(found.data._entities).toEqual([null]);
    }
    expect(await statusOf(id)).toEqual({ status: 'DRAFT', recipients: 0 });
    expect((await ask(service.running, admin, node, { of })).data._entities).toEqual([{ id }]);
  });
});
