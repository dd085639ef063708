import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedId } from '../../../services/shared/ids.ts';
import { operation } from '../../support/operations.ts';
import { openPortal, type Portal, transports } from '../../support/portal.ts';
import { asDatabaseOwner } from '../../support/whole-database.ts';

const REGISTER = operation('04-register');
const REGISTRATIONS = operation('16-registrations');
const EDITION = namedId('forum_edition', '2026');
const REQUEST_EXPORT = `mutation ($input: RequestRegistrationsExportInput!) {
  requestRegistrationsExport(input: $input) { ... on RequestRegistrationsExportSuccess { export { id status url } } }
}`;
const EXPORT = 'query ($id: ID!) { node(id: $id) { ... on RegistrationsExport { status rows downloads url } } }';
const DRAFT = `mutation ($input: DraftAnnouncementInput!) {
  draftAnnouncement(input: $input) { ... on DraftAnnouncementSuccess { announcement { id version preview { recipients } } } }
}`;
const MOVE = (act: string) => `mutation ($input: MoveAnnouncementInput!) {
  ${act}(input: $input) { ... on MoveAnnouncementSuccess { announcement { id status version } } }
}`;
const ANNOUNCEMENT = `query ($id: ID!) {
  node(id: $id) { ... on Announcement { state: status mailed preview { recipients } } }
}`;

describe.each(transports)('the organisers’ desk, subgraphs %s', (transport) => {
  let portal: Portal;
  let desk: ReturnType<Portal['as']>;
  let admin: ReturnType<Portal['as']>;
  let registrations: string[];
  beforeAll(async () => {
    portal = await openPortal(transport);
    desk = portal.as(await portal.signIn('desk@demo.erikti.example'));
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    const people = await portal.givenPeople(3);
    const answers = [];
    for (const { token } of people) {
      const input = { editionId: EDITION, category: 'OPEN', consents: [], affiliation: '+7 volunteers' };
      answers.push(await portal.as(token).ask(REGISTER, { input }));
    }
    registrations = answers.map(({ data }) => data.registerForForum.registration.id);
    await asDatabaseOwner(portal.owner, (client) =>
      client.query('update forum.registration set delegation_id = $1 where id = $2', [
        namedId('delegation', '2026/KG'),
        registrations[0],
      ]),
    );
  });
  afterAll(() => portal?.close());

  it('lists who is registered, with names and delegations of other services', async () => {
    const { data, errors } = await desk.ask(REGISTRATIONS, { editionId: EDITION, first: 2 });

    expect(errors).toEqual([]);
    const { totalCount, nodes, pageInfo } = data.forumEditionById.registrations;
    expect(totalCount).toBe(3);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([registrations[2], registrations[1]]);
    expect(nodes[0]).toMatchObject({ status: 'CONFIRMED', person: { displayName: 'Tester' }, delegation: null });
    const rest = await desk.ask(REGISTRATIONS, { editionId: EDITION, after: pageInfo.endCursor });
    expect(rest.data.forumEditionById.registrations.nodes).toMatchObject([
      { id: registrations[0], delegation: { country: { code: 'KG' } } },
    ]);
  });

  it('lets nobody else see them', async () => {
    const [somebody] = await portal.givenPeople(1);

    const { data, errors } = await portal.as(somebody?.token ?? '').ask(REGISTRATIONS, { editionId: EDITION });

    expect(data.forumEditionById.registrations).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('gives out a file, for a day', async () => {
    const input = { editionId: EDITION, format: 'CSV', reason: 'seating plan of the opening' };
    const { data } = await desk.ask(REQUEST_EXPORT, { input });
    const { id, url } = data.requestRegistrationsExport.export;
    const link = url.replace('http://localhost', portal.url);
    await expect.poll(async () => (await desk.ask(EXPORT, { id })).data.node.status, { timeout: 10_000 }).toBe('READY');

    const response = await fetch(link);
    const file = Buffer.from(await response.arrayBuffer()).toString();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('registrations-2026.csv');
    expect(file.split('\r\n').slice(1, 4)).toEqual(
      registrations.toReversed().map((one) => expect.stringMatching(`^${one},CONFIRMED,OPEN,.*,'\\+7 volunteers,20`)),
    );
    expect((await desk.ask(EXPORT, { id })).data.node).toEqual({ status: 'READY', rows: 3, downloads: 1, url: null });

    await asDatabaseOwner(portal.owner, (client) =>
      client.query(
        `update forum.registrations_export set requested_at = now() - interval '2 days', expires_at = now() - interval '1 day'`,
      ),
    );
    expect((await fetch(link)).status).toBe(410);
    expect((await fetch(link.replace(/token=./, 'token='))).status).toBe(404);
    expect((await desk.ask(EXPORT, { id })).data.node.status).toBe('EXPIRED');
  });

  it('holds a mail to a group until it is sent', async () => {
    const text = [{ locale: 'ru', text: 'Двери открываются в девять.' }];
    const input = { editionId: EDITION, filter: { status: ['CONFIRMED'] }, subject: text, text };
    const draft = (await admin.ask(DRAFT, { input })).data.draftAnnouncement.announcement;
    expect(draft.preview.recipients).toBe(3);

    const held = await admin.ask(MOVE('holdAnnouncement'), {
      input: { announcementId: draft.id, expectedVersion: draft.version },
    });
    const { version } = held.data.holdAnnouncement.announcement;
    await admin.ask(MOVE('sendAnnouncement'), { input: { announcementId: draft.id, expectedVersion: version } });

    await expect
      .poll(async () => (await admin.ask(ANNOUNCEMENT, { id: draft.id })).data.node, { timeout: 10_000 })
      .toEqual({ state: 'SENT', mailed: 3, preview: { recipients: 3 } });
  });
});
