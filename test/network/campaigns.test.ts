import { describe, expect, it } from 'vitest';
import { checkDeed, DeedStatus } from '../../services/network/campaign/deed/deed.rules.ts';
import { fileDeed } from '../../services/network/campaign/deed/file-deed.ts';
import { moveDeed } from '../../services/network/campaign/deed/move-deed.ts';
import { NetworkSector } from '../../services/network/sector/sector.rules.ts';
import { marathonId } from '../../services/network/seed/campaigns.ts';
import { seedDemo } from '../../services/network/seed/demo.ts';
import { demoPersonId } from '../../services/network/seed/demo-register.ts';
import { network } from '../../services/network/subgraph.ts';
import { participant } from '../../services/shared/access/access.rules.ts';
import { askAs } from '../support/ask-as.ts';
import { useService } from '../support/database.ts';
import { operation } from '../support/operations.ts';
import { openPortal, transports } from '../support/portal.ts';
import { statementsOf } from '../support/statements.ts';
import { ADMINISTRATOR, auditOf } from './ask-network.ts';
import { aigul, givenOrganisation, NOW, nobody, stranger, TODAY } from './registers.ts';

const CREATE = `mutation ($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    __typename
    ... on UserError { code }
    ... on InvalidInput { violations { path code } }
    ... on CreateCampaignSuccess { campaign { id deeds participants origin } }
  }
}`;
const FILE = `mutation ($input: FileDeedInput!) {
  fileDeed(input: $input) {
    __typename
    ... on UserError { code }
    ... on InvalidInput { violations { path code message } }
    ... on DeedSuccess { deed { id status version viewerName: filedBy { id } organisation { id } region { code } allowedTransitions } }
  }
}`;
const MODERATE = `mutation ($input: ModerateDeedInput!) {
  moderateDeed(input: $input) {
    __typename
    ... on UserError { code }
    ... on InvalidInput { violations { path code } }
    ... on InvalidTransition { from to allowed }
    ... on VersionConflict { currentVersion }
    ... on DeedSuccess { deed { status version } }
  }
}`;
const CAMPAIGN = `query ($year: Int!) {
  campaigns(year: $year) {
    id deeds participants origin
    counted { deeds participants byRegion { region { code } deeds participants } bySector { sector deeds participants } }
    reported { deeds { value qualifier source { publishedOn } } participants { value qualifier } }
  }
}`;
const DEED = {
  on: '2026-10-09',
  regionCode: 'KZ-75',
  place: 'A park',
  sector: NetworkSector.ENVIRONMENT,
  participants: 7,
  description: null,
};
const OF_2026 = { year: 2026, startsOn: null, endsOn: null, sectors: [NetworkSector.ENVIRONMENT] };

describe('a deed', () => {
  it.each<[string, object, object, string[]]>([
    ['is well as it is given', {}, {}, []],
    ['is of today at the latest', { on: '2026-10-11' }, {}, ['on: in-future']],
    ['is of its year', { on: '2025-12-31' }, {}, ['on: before-it-begins']],
    ['is not before the campaign', { on: '2026-10-01' }, { startsOn: '2026-10-02' }, ['on: before-it-begins']],
    ['is not after the campaign', {}, { endsOn: '2026-10-08' }, ['on: after-it-ends']],
    ['is in a region that exists', { regionCode: 'KZ-99' }, {}, ['regionCode: unknown-region']],
    ['is somewhere', { place: ' ' }, {}, ['place: blank']],
    ['is about what the campaign is about', { sector: NetworkSector.SPORT }, {}, ['sector: other-sector']],
    ['is of somebody', { participants: 0 }, {}, ['participants: below-one']],
    ['is not of a whole country', { participants: 100_001 }, {}, ['participants: over-maximum']],
  ])('%s', (_case, deed, campaign, problems) =>
    expect(
      checkDeed({ ...DEED, ...deed }, { ...OF_2026, ...campaign }, ['KZ-75'], TODAY).map(
        ({ path, problem }) => `${path.join('.')}: ${problem}`,
      ),
    ).toEqual(problems),
  );
});

describe('the marathon the portal begins with', () => {
  const service = useService(network, () => NOW);

  it('is told as its source reports it, and counts nothing itself', async () => {
    const { data, errors } = await askAs(service.running, nobody, CAMPAIGN, { year: 2025 });

    expect(errors).toEqual([]);
    expect(data.campaigns).toEqual([
      {
        id: marathonId(2025),
        deeds: 9_000,
        participants: 40_000,
        origin: 'REPORTED',
        counted: { deeds: 0, participants: 0, byRegion: [], bySector: [] },
        reported: {
          deeds: { value: 9_000, qualifier: 'MORE_THAN', source: { publishedOn: '2026-01-01' } },
          participants: { value: 40_000, qualifier: 'EXACT' },
        },
      },
    ]);
  });

  it('stays as it is reported when the portal counts a deed of it', async () => {
    const campaignId = marathonId(2025);
    const filed = await file({ ...DEED, campaignId, on: '2025-05-05' });
    await moderate(filed.deed.id, 'APPROVED');

    const { data } = await askAs(service.running, nobody, CAMPAIGN, { year: 2025 });

    expect(data.campaigns).toMatchObject([
      { deeds: 9_000, participants: 40_000, origin: 'REPORTED', counted: { deeds: 1, participants: 7 } },
    ]);
  });

  it('is called the same as in the article', async () => {
    const ask = '{ campaigns(year: 2025) { kk: name(locale: "kk") { text } sectors } }';

    const { data } = await askAs(service.running, nobody, ask);

    expect(data.campaigns).toEqual([
      { kk: { text: '«Игі істер марафоны»' }, sectors: ['SOCIAL', 'ENVIRONMENT', 'CULTURE'] },
    ]);
  });

  async function file(input: object) {
    const { data } = await askAs(service.running, aigul, FILE, { input });
    return data.fileDeed;
  }
  async function moderate(deedId: string, decision: string) {
    await askAs(service.running, ADMINISTRATOR, MODERATE, { input: { deedId, decision } });
  }
});

describe('deeds of a campaign', () => {
  const service = useService(network, () => NOW);
  const em = () => service.running.database.orm.em.fork();

  it('are filed by people, wait for an administrator, and count once they are approved', async () => {
    const campaignId = await campaign();
    const filed = await file(aigul, { ...DEED, campaignId });
    const before = await countedOf(campaignId);

    const approved = await moderate({ deedId: filed.deed.id, decision: 'APPROVED', expectedVersion: 1 });

    expect(filed.deed).toEqual({
      id: expect.stringMatching(/^deed_/),
      status: 'FILED',
      version: 1,
      viewerName: { id: 'person_aigul' },
      organisation: null,
      region: { code: 'KZ-75' },
      allowedTransitions: ['WITHDRAWN'],
    });
    expect(approved.deed).toEqual({ status: 'APPROVED', version: 2 });
    expect(before).toEqual({ deeds: 0, participants: 0 });
    expect(await countedOf(campaignId)).toEqual({ deeds: 1, participants: 7 });
    expect(await auditOf(service.running, 'moderateDeed')).toMatchObject([
      { actor_id: 'person_of_office', subject_id: filed.deed.id, changes: [{ from: 'FILED', to: 'APPROVED' }] },
    ]);
  });

  it('count no more once they are rejected or taken back', async () => {
    const campaignId = await campaign();
    const [one, other] = [await approved(campaignId), await approved(campaignId)];

    const noReason = await moderate({ deedId: one, decision: 'REJECTED' });
    await moderate({ deedId: one, decision: 'REJECTED', reason: 'filed twice' });
    const withdraw = 'mutation ($input: WithdrawDeedInput!) { withdrawDeed(input: $input) { __typename } }';
    const strange = await askAs(service.running, stranger, withdraw, { input: { deedId: other } });
    const own = await askAs(service.running, aigul, withdraw, { input: { deedId: other } });

    expect(noReason.violations).toEqual([{ path: ['input', 'reason'], code: 'MISSING' }]);
    expect(strange.data.withdrawDeed.__typename).toBe('DeedNotFound');
    expect(own.data.withdrawDeed.__typename).toBe('DeedSuccess');
    expect(await countedOf(campaignId)).toEqual({ deeds: 0, participants: 0 });
  });

  it('are told everything that is wrong with them at once, and leave nothing', async () => {
    const campaignId = await campaign();

    const answer = await file(aigul, {
      campaignId,
      on: '2026-10-11',
      regionCode: 'KZ-99',
      place: '',
      sector: 'SPORT',
      participants: 0,
    });

    expect(answer.violations.map(({ path, code }: { path: string[]; code: string }) => [path.join('.'), code])).toEqual(
      [
        ['input.on', 'IN_FUTURE'],
        ['input.regionCode', 'UNKNOWN_REGION'],
        ['input.place', 'BLANK'],
        ['input.sector', 'OTHER_SECTOR'],
        ['input.participants', 'BELOW_ONE'],
      ],
    );
    expect(answer.violations[1].message).toContain('KZ-10, KZ-11');
    expect(await rowsOf(campaignId)).toEqual([]);
  });

  it('are filed in the name of an approved organisation by those who represent it', async () => {
    const campaignId = await campaign();
    const organisationId = await givenOrganisation(em, aigul);
    const input = { ...DEED, campaignId, organisationId };

    const filed = await file(aigul, input);
    const foreign = await file(stranger, input);
    const nowhere = await file(aigul, { ...DEED, campaignId: 'campaign_0' });

    expect(filed.deed.organisation).toEqual({ id: organisationId });
    expect([foreign.__typename, nowhere.__typename]).toEqual(['OrganisationNotFound', 'CampaignNotFound']);
    expect(await rowsOf(campaignId)).toHaveLength(1);
  });

  it('are filed once for an idempotency key', async () => {
    const campaignId = await campaign();
    const input = { ...DEED, campaignId, idempotencyKey: 'k' };

    const [first, again] = [await file(aigul, input), await file(aigul, input)];
    const other = await file(aigul, { ...input, participants: 8 });

    expect(again.deed.id).toBe(first.deed.id);
    expect(other.__typename).toBe('IdempotencyKeyReused');
  });

  it('are counted right, however many are filed, approved, rejected and taken back at once', async () => {
    const campaignId = await campaign();
    const filers = Array.from({ length: 24 }, (_, index) => participant(`person_filer_${index}`));
    const regionCodes = ['KZ-71', 'KZ-75', 'KZ-79'];

    await Promise.all(
      filers.map(async (viewer, index) => {
        const deed = { ...DEED, regionCode: regionCodes[index % 3] ?? '', participants: index + 1 };
        const command = { viewer, idempotencyKey: null, campaignId, organisationId: null, deed };
        const filed = await fileDeed(em(), command, { today: TODAY, regionCodes }, NOW);
        if ('refusal' in filed) throw new Error(filed.refusal);
        const step = { deedId: filed.deedId, reason: null, expectedVersion: null };
        const approve = { ...step, viewer: ADMINISTRATOR, command: 'moderateDeed', to: DeedStatus.APPROVED };
        await Promise.all([
          moveDeed(em(), approve, NOW),
          moveDeed(em(), approve, NOW),
          ...(index % 2
            ? [moveDeed(em(), { ...step, viewer, command: 'withdrawDeed', to: DeedStatus.WITHDRAWN }, NOW)]
            : []),
        ]);
      }),
    );

    const approvedRows = (await rowsOf(campaignId)).filter(({ status }) => status === 'APPROVED');
    expect(approvedRows).toHaveLength(12);
    const counted = await countedOf(campaignId, 'byRegion { deeds participants } bySector { deeds participants }');
    const participants = approvedRows.reduce((sum, row) => sum + row.participants, 0);
    expect(counted).toMatchObject({ deeds: 12, participants, bySector: [{ deeds: 12, participants }] });
    const inRegions: { deeds: number; participants: number }[] = counted.byRegion;
    expect(inRegions.reduce((sum, { deeds }) => sum + deeds, 0)).toBe(12);
    expect(inRegions.reduce((sum, one) => sum + one.participants, 0)).toBe(participants);
  });

  it('are decided by one of two administrators who decide at once', async () => {
    const campaignId = await campaign();
    const { deed } = await file(aigul, { ...DEED, campaignId });

    const answers = await Promise.all(
      ['APPROVED', 'APPROVED'].map((decision) => moderate({ deedId: deed.id, decision, expectedVersion: 1 })),
    );

    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['DeedSuccess', 'VersionConflict']);
    expect(await moderate({ deedId: deed.id, decision: 'APPROVED' })).toEqual({
      __typename: 'InvalidTransition',
      code: 'INVALID_TRANSITION',
      from: 'APPROVED',
      to: 'APPROVED',
      allowed: ['REJECTED'],
    });
  });

  it('are seen by anyone once approved, before by whoever filed them and administrators', async () => {
    const campaignId = await campaign();
    const { deed } = await file(aigul, { ...DEED, campaignId });
    const shown = await approved(campaignId);
    const ask = `query ($id: ID!, $campaign: ID!) {
      deed(id: $id) { id filedBy { id } }
      deeds(campaignId: $campaign, status: [FILED, APPROVED]) { totalCount nodes { id filedBy { id } } }
    }`;

    const [anyone, owner, office] = await Promise.all(
      [nobody, aigul, ADMINISTRATOR].map((viewer) =>
        askAs(service.running, viewer, ask, { id: deed.id, campaign: campaignId }),
      ),
    );

    const filedBy = { id: 'person_aigul' };
    expect(anyone?.data).toEqual({ deed: null, deeds: { totalCount: 1, nodes: [{ id: shown, filedBy: null }] } });
    expect(owner?.data).toEqual({
      deed: { id: deed.id, filedBy },
      deeds: { totalCount: 1, nodes: [{ id: shown, filedBy }] },
    });
    expect(office?.data.deeds.totalCount).toBe(2);
  });

  it.each([1, 3])('cost four statements with region, campaign and organisation, %s of them', async (first) => {
    const campaignId = await campaign();
    await Promise.all(Array.from({ length: 3 }, () => approved(campaignId)));
    const ask = `query ($campaign: ID!, $first: Int!) { deeds(campaignId: $campaign, first: $first) {
      totalCount nodes { region { name } campaign { deeds counted { deeds } } organisation { id } }
    } }`;

    const statements = await statementsOf(async () => {
      const { data } = await askAs(service.running, nobody, ask, { campaign: campaignId, first });
      expect(data.deeds.nodes).toHaveLength(first);
    });

    expect(statements).toHaveLength(4);
  });

  it('are of a campaign that an administrator has opened', async () => {
    const forbidden = await askAs(service.running, aigul, CREATE, { input: campaignInput() });
    const { data } = await askAs(service.running, ADMINISTRATOR, CREATE, {
      input: { ...campaignInput(), sectors: [], startsOn: '2025-01-01', endsOn: '2024-01-01', name: [] },
    });
    const unknown = await askAs(service.running, ADMINISTRATOR, CREATE, {
      input: { ...campaignInput(), deedsFigureKey: 'TREES' },
    });

    expect(forbidden.errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    expect(data.createCampaign.violations).toEqual([
      { path: ['input', 'name'], code: 'MISSING' },
      { path: ['input', 'sectors'], code: 'EMPTY' },
      { path: ['input', 'startsOn'], code: 'OUTSIDE_YEAR' },
      { path: ['input', 'endsOn'], code: 'OUTSIDE_YEAR' },
      { path: ['input', 'endsOn'], code: 'ENDS_BEFORE_IT_BEGINS' },
    ]);
    expect(unknown.data.createCampaign.violations).toEqual([
      { path: ['input', 'deedsFigureKey'], code: 'UNKNOWN_KEY' },
    ]);
  });

  function campaignInput() {
    return { year: 2026, name: [{ locale: 'en', text: 'Clean-up' }], sectors: ['ENVIRONMENT', 'SOCIAL'] };
  }

  async function campaign(): Promise<string> {
    const input = campaignInput();
    const { data } = await askAs(service.running, ADMINISTRATOR, CREATE, { input });
    expect(data.createCampaign.campaign).toMatchObject({ deeds: 0, participants: 0, origin: 'COUNTED' });
    return data.createCampaign.campaign.id;
  }

  async function file(viewer: typeof aigul, input: object) {
    const { data } = await askAs(service.running, viewer, FILE, { input });
    return data.fileDeed;
  }

  async function moderate(input: object) {
    const { data } = await askAs(service.running, ADMINISTRATOR, MODERATE, { input });
    return data.moderateDeed;
  }

  async function approved(campaignId: string): Promise<string> {
    const { deed } = await file(aigul, { ...DEED, campaignId });
    await moderate({ deedId: deed.id, decision: 'APPROVED' });
    return deed.id;
  }

  async function countedOf(campaignId: string, more = '') {
    const ask = `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on Campaign { counted { deeds participants ${more} } }
    } }`;
    const { data } = await askAs(service.running, nobody, ask, { r: [{ __typename: 'Campaign', id: campaignId }] });
    return data._entities[0].counted;
  }

  function rowsOf(campaignId: string): Promise<{ status: string; participants: number }[]> {
    return em().execute('select status, participants from deed where campaign_id = ?', [campaignId]);
  }
});

describe('the demonstration', () => {
  const service = useService(network, () => NOW);

  it('stays one, however often the portal starts, and says what it is', async () => {
    const { orm } = service.running.database;
    await seedDemo(orm.em.fork(), NOW);
    await seedDemo(orm.em.fork(), NOW);

    const ask = `{
      campaigns(year: 2026) { isDemo deeds participants origin }
      deeds { totalCount nodes { isDemo } }
      organisations { totalCount nodes { isDemo } }
      projects { totalCount nodes { isDemo status grants { status granted { minorUnits currency } report } } }
      smallGrants { totalCount }
    }`;
    const { data, errors } = await askAs(service.running, nobody, ask);

    expect(errors).toEqual([]);
    expect(data.campaigns).toEqual([{ isDemo: true, deeds: 3, participants: 38, origin: 'COUNTED' }]);
    expect(data.deeds).toEqual({ totalCount: 3, nodes: Array(3).fill({ isDemo: true }) });
    expect(data.organisations).toEqual({ totalCount: 2, nodes: Array(2).fill({ isDemo: true }) });
    const grant = { status: 'ACCEPTED', granted: { minorUnits: 60_000_000, currency: 'KZT' }, report: null };
    expect(data.projects).toEqual({
      totalCount: 3,
      nodes: [
        { isDemo: true, status: 'APPROVED', grants: [] },
        { isDemo: true, status: 'RUNNING', grants: [] },
        { isDemo: true, status: 'CLOSED', grants: [grant] },
      ],
    });
    expect(data.smallGrants.totalCount).toBe(1);
  });
});

describe('the demonstration of a portal that has erased its people', () => {
  const service = useService(network, () => NOW);

  it('brings none of them back', async () => {
    const em = service.running.database.orm.em.fork();
    await em.execute(
      `insert into erased_person (person_id, erased_at) select person_id, now() from unnest(?::text[]) as gone (person_id)`,
      [`{${['participant', 'volunteer', 'desk'].map(demoPersonId).join(',')}}`],
    );

    await seedDemo(em.fork(), NOW);

    const [left] = await em.execute(
      `select (select count(*)::integer from organisation) as organisations,
         (select count(*)::integer from organisation_representative) as representatives,
         (select count(*)::integer from participation) as participations, (select count(*)::integer from deed) as deeds`,
    );
    expect(left).toEqual({ organisations: 2, representatives: 0, participations: 0, deeds: 0 });
  });
});

describe('the page of the network', () => {
  it('has its campaigns as clients ask for them, the same over both transports', async () => {
    const pages = await Promise.all(
      transports.map(async (transport) => {
        const portal = await openPortal(transport, { demo: false });
        const { data, errors } = await portal.ask(operation('12-network'), { year: 2025, locale: 'kk' });
        await portal.close();
        return { data, errors };
      }),
    );

    expect(pages.map(({ errors }) => errors)).toEqual([[], []]);
    expect(JSON.stringify(pages[1])).toBe(JSON.stringify(pages[0]));
    expect(pages[0]?.data.campaigns).toEqual([
      { name: { text: '«Игі істер марафоны»' }, deeds: 9_000, participants: 40_000 },
    ]);
  });
});
