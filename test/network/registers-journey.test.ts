import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPortal, type Portal, transports } from '../support/portal.ts';

describe.each(transports)('the registers of the network, subgraphs %s', (transport) => {
  let portal: Portal;
  let admin: ReturnType<Portal['as']>;
  let volunteer: ReturnType<Portal['as']>;
  beforeAll(async () => {
    portal = await openPortal(transport);
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    volunteer = portal.as(await portal.signIn('volunteer@demo.erikti.example'));
  });
  afterAll(() => portal?.close());

  it('lead from an organisation to the volunteer record on a public page', async () => {
    const [founder, helper] = (await portal.givenPeople(2)).map(({ token }) => portal.as(token));
    if (!founder || !helper) throw new Error('two people are there');
    const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10);
    const text = (said: string) => [{ locale: 'kk', text: said }];

    const organisation = await done(founder, 'submitOrganisation', 'SubmitOrganisationInput', {
      name: text('Жолдас'),
      regionCode: 'KZ-55',
      sector: 'EDUCATION',
    });
    const organisationId = organisation.organisation.id;
    const decision = 'APPROVED';
    await done(admin, 'moderateOrganisation', 'ModerateOrganisationInput', { organisationId, decision });
    const { project } = await done(founder, 'submitProject', 'SubmitProjectInput', {
      organisationId,
      title: text('Оқу сағаты'),
      regionCode: 'KZ-55',
      sector: 'EDUCATION',
      startsOn: today,
      endsOn: today,
    });
    const projectId = project.id;
    await done(admin, 'moderateProject', 'ModerateProjectInput', { projectId, decision });
    await done(founder, 'startProject', 'ProjectStepInput', { projectId });
    await done(helper, 'joinProject', 'JoinProjectInput', { projectId });
    const { hours } = await done(helper, 'recordHours', 'RecordHoursInput', { projectId, on: today, minutes: 90 });
    await done(founder, 'verifyHours', 'VolunteerHoursInput', { hoursIds: [hours.id] });
    await done(helper, 'publishVolunteerRecord', 'PublishVolunteerRecordInput', { consentVersion: '2026-10' });

    const me = await helper.ask('{ me { id volunteerRecord { hours page { slug } } } }');
    const { slug } = me.data.me.volunteerRecord.page;
    const page = await portal.ask(
      `query ($slug: String!) { volunteerRecord(slug: $slug) {
        hours person { id } projects { project { title { text } region { code } organisation { name { text } } } }
      } }`,
      { slug },
    );
    const found = await portal.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id: projectId });

    expect(me.data.me.volunteerRecord.hours).toBe(1.5);
    expect(page.errors).toEqual([]);
    expect(page.data.volunteerRecord).toEqual({
      hours: 1.5,
      person: { id: me.data.me.id },
      projects: [
        {
          project: {
            title: { text: 'Оқу сағаты' },
            region: { code: 'KZ-55' },
            organisation: { name: { text: 'Жолдас' } },
          },
        },
      ],
    });
    expect(found.data.node).toEqual({ __typename: 'Project', id: projectId });
    const feed = await (await fetch(`${portal.url}/files/network/feed/kk`)).text();
    const { entry } = new XMLParser({ parseTagValue: false }).parse(feed).feed;
    expect(entry.map(({ title }: { title: string }) => title)).toContain('Жоба: Оқу сағаты (жүріп жатыр)');
  });

  it('count a deed of the marathon once an administrator has approved it', async () => {
    const year = Number(new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 4));
    const ask = `{ campaigns(year: ${year}) { id isDemo deeds participants origin } }`;
    const [before] = (await portal.ask(ask)).data.campaigns;

    const { deed } = await done(volunteer, 'fileDeed', 'FileDeedInput', {
      campaignId: before.id,
      on: `${year}-01-01`,
      regionCode: 'KZ-33',
      place: 'Талдықорған',
      sector: 'CULTURE',
      participants: 4,
    });
    const [filed] = (await portal.ask(ask)).data.campaigns;
    await done(admin, 'moderateDeed', 'ModerateDeedInput', { deedId: deed.id, decision: 'APPROVED' });
    const [after] = (await portal.ask(ask)).data.campaigns;
    const mine = await volunteer.ask('{ me { filedDeeds(first: 1) { totalCount } } }');

    expect(filed).toEqual(before);
    expect(after).toEqual({ ...before, deeds: before.deeds + 1, participants: before.participants + 4 });
    expect(mine.data.me.filedDeeds.totalCount).toBe(3);
  });

  /** Does an act that nothing stands in the way of, and returns what it answers. */
  async function done(who: ReturnType<Portal['as']>, act: string, inputType: string, input: object) {
    const fields = {
      submitOrganisation: '... on OrganisationSuccess { organisation { id } }',
      submitProject: '... on ProjectSuccess { project { id } }',
      recordHours: '... on RecordHoursSuccess { hours { id } }',
      fileDeed: '... on DeedSuccess { deed { id } }',
    };
    const more = Object.entries(fields).find(([name]) => name === act)?.[1] ?? '';
    const { data, errors } = await who.ask(
      `mutation ($input: ${inputType}!) { ${act}(input: $input) { __typename ${more} ... on UserError { code } } }`,
      { input },
    );
    expect(errors).toEqual([]);
    expect(data[act]).toEqual({ ...data[act], __typename: expect.stringMatching(/Success$/) });
    return data[act];
  }
});
