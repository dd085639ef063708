import { describe, expect, it } from 'vitest';
import { ClearanceKind, ClearanceStage } from '../../../services/placements/clearance/clearance.rules.ts';
import { OpeningStatus } from '../../../services/placements/opening/opening.rules.ts';
import { EntitlementKind, NO_REQUIREMENTS } from '../../../services/placements/opening/terms.rules.ts';
import { type ChangeOpening, changeOpening } from '../../../services/placements/opening/write/change-opening.ts';
import { draftOpening } from '../../../services/placements/opening/write/draft-opening.ts';
import { duplicateOpening } from '../../../services/placements/opening/write/duplicate-opening.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import type { Viewer } from '../../../services/shared/access/access.rules.ts';
import { LanguageLevel } from '../../../services/shared/language/language-skill.rules.ts';
import { useService } from '../../support/database.ts';
import { hostOfficer, partnerOf, placementOfficer } from '../given.ts';
import {
  asking,
  DEADLINE,
  eventsOf,
  givenApplication,
  givenDeployment,
  givenHost,
  givenOffer,
  givenOpening,
  givenProgramme,
  NOW,
  openingNow,
  stranger,
  written,
} from './given.ts';

const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const ask = asking(() => service.running);
const change = (openingId: string, given: ChangeOpening['given'], viewer: Viewer = placementOfficer, now = NOW) =>
  changeOpening(em(), { viewer, openingId, expectedVersion: null, given }, now);
const LATER = new Date('2026-05-02T09:00:00.000Z');

describe('a draft of an opening', () => {
  it('is written by an officer of its host, in the country and zone of the host', async () => {
    const [hostOrganisationId, programmeId] = [
      await givenHost(em(), { status: 'PROSPECT', until: null }),
      await givenProgramme(em()),
    ];

    const outcome = await draftOpening(
      em(),
      { viewer: hostOfficer(hostOrganisationId), idempotencyKey: null, programmeId, hostOrganisationId, written },
      NOW,
    );

    if ('refusal' in outcome) throw new Error(outcome.refusal);
    const [row] = await em().execute('select status, country_code, time_zone, city from opening where id = ?', [
      outcome.openingId,
    ]);
    expect(row).toEqual({ status: 'DRAFT', country_code: 'KE', time_zone: 'Africa/Nairobi', city: 'Kisumu' });
    expect(await eventsOf(em(), 'openingId', outcome.openingId)).toEqual(['OpeningMoved DRAFT']);
  });

  it('is written once for a key, also by two at once', async () => {
    const [hostOrganisationId, programmeId] = [await givenHost(em()), await givenProgramme(em())];
    const command = { viewer: placementOfficer, idempotencyKey: 'one', programmeId, hostOrganisationId, written };

    const outcomes = await Promise.all([1, 2, 3].map(() => draftOpening(em(), command, NOW)));

    expect(outcomes).toEqual([outcomes[0], outcomes[0], outcomes[0]]);
    expect(
      await em().execute('select id from opening where host_organisation_id = ?', [hostOrganisationId]),
    ).toHaveLength(1);
    expect(await draftOpening(em(), { ...command, written: { ...written, positions: 2 } }, NOW)).toEqual({
      refusal: 'idempotency-key-reused',
    });
  });

  it.each([
    ['an officer of another host', () => hostOfficer('host_organisation_other'), 'host-organisation-not-found'],
    ['a partner of the country', () => partnerOf('KE'), 'host-organisation-not-found'],
    ['a stranger', () => stranger, 'host-organisation-not-found'],
  ])('is not written by %s', async (_who, viewer, refusal) => {
    const [hostOrganisationId, programmeId] = [await givenHost(em()), await givenProgramme(em())];
    const command = { viewer: viewer(), idempotencyKey: null, programmeId, hostOrganisationId, written };

    expect(await draftOpening(em(), command, NOW)).toEqual({ refusal });

    expect(await em().execute('select id from opening where host_organisation_id = ?', [hostOrganisationId])).toEqual(
      [],
    );
  });

  it('is of no programme that its writer may not know of', async () => {
    const [hostOrganisationId, programmeId] = [await givenHost(em()), await givenProgramme(em(), { status: 'DRAFT' })];
    const command = { idempotencyKey: null, programmeId, hostOrganisationId, written };

    expect(await draftOpening(em(), { ...command, viewer: hostOfficer(hostOrganisationId) }, NOW)).toEqual({
      refusal: 'programme-not-found',
    });
    expect(await draftOpening(em(), { ...command, viewer: placementOfficer }, NOW)).toEqual({
      openingId: expect.any(String),
    });
  });

  it('tells all that is wrong with it at once', async () => {
    const [hostOrganisationId, programmeId] = [await givenHost(em()), await givenProgramme(em(), { budget: 100 })];
    const input = {
      programmeId,
      hostOrganisationId,
      title: [{ locale: 'zz', text: '' }],
      sector: 'TEACHING',
      city: ' ',
      startsOn: '2026-09-01',
      endsOn: '2026-09-01',
      applicationDeadline: '2026-08-31T21:00:00.000Z',
      positions: 0,
      requirements: {
        citizenships: ['KZ', 'kz'],
        minimumAge: 15,
        maximumAge: 10,
        languages: [{ language: 'zz', level: 'B2' }],
        skills: ['First Aid'],
      },
      entitlements: [
        { kind: 'TRAVEL', amount: -1, currency: 'ABC' },
        { kind: 'MEALS', amount: 5 },
        { kind: 'TRAINING', currency: 'KES' },
      ],
      clearances: [
        { kind: 'VISA', stage: 'BEFORE_TRAVEL' },
        { kind: 'VISA', stage: 'BEFORE_OFFER' },
      ],
    };

    const answer = await ask(
      placementOfficer,
      `mutation ($input: DraftOpeningInput!) { draftOpening(input: $input) {
        __typename ... on InvalidInput { violations { path code } } } }`,
      { input },
    );

    expect(
      answer.violations.map(({ path, code }: { path: string[]; code: string }) => `${path.slice(1).join('.')} ${code}`),
    ).toEqual([
      'title.0.locale UNKNOWN_LANGUAGE',
      'title.0.text BLANK',
      'city BLANK',
      'positions BELOW_MINIMUM',
      'requirements.citizenships.1 REPEATED',
      'requirements.minimumAge BELOW_MINIMUM',
      'requirements.maximumAge BELOW_MINIMUM',
      'requirements.minimumAge MINIMUM_ABOVE_MAXIMUM',
      'requirements.languages.0.language UNKNOWN_LANGUAGE',
      'requirements.skills.0 NOT_A_SKILL',
      'entitlements.0.amount BELOW_MINIMUM',
      'entitlements.0.currency UNKNOWN_CURRENCY',
      'entitlements.1.currency MISSING',
      'entitlements.2.amount MISSING',
      'entitlements.2.currency OTHER_CURRENCY',
      'clearances.1.kind REPEATED',
      'endsOn ENDS_BEFORE_IT_BEGINS',
      'applicationDeadline AFTER_START',
    ]);
    expect(await em().execute('select id from opening where host_organisation_id = ?', [hostOrganisationId])).toEqual(
      [],
    );
  });

  it('is of a programme that sends volunteers to the country of its host', async () => {
    const [hostOrganisationId, programmeId] = [await givenHost(em()), await givenProgramme(em())];
    await em().execute(`update programme set host_countries = '{TR}' where id = ?`, [programmeId]);

    const outcome = await draftOpening(
      em(),
      { viewer: placementOfficer, idempotencyKey: null, programmeId, hostOrganisationId, written },
      NOW,
    );

    expect(outcome).toEqual({
      refusal: 'invalid',
      violations: [{ path: ['programmeId'], problem: 'outside-programme', limits: { country: 'KE' } }],
    });
  });

  it('is copied from another opening of the host, with dates of its own', async () => {
    const model = await givenOpening(em(), OpeningStatus.CANCELLED);
    const dates = {
      startsOn: '2027-01-01',
      endsOn: '2027-06-30',
      applicationDeadline: new Date('2026-11-01T00:00:00Z'),
    };
    const command = {
      viewer: hostOfficer(model.hostId),
      idempotencyKey: null,
      openingId: model.openingId,
      programmeId: null,
      ...dates,
    };

    const outcome = await duplicateOpening(em(), command, NOW);

    if ('refusal' in outcome) throw new Error(outcome.refusal);
    const [row] = await em().execute(
      `select status, city, positions, starts_on::text as starts, title from opening where id = ?`,
      [outcome.openingId],
    );
    expect(row).toEqual({
      status: 'DRAFT',
      city: 'Kisumu',
      positions: 3,
      starts: '2027-01-01',
      title: { en: 'Teaching' },
    });
    expect(await duplicateOpening(em(), { ...command, viewer: stranger }, NOW)).toEqual({
      refusal: 'opening-not-found',
    });
  });
});

describe('what an opening says', () => {
  it('is changed by an officer of its host while it is a draft, and by those who run placements after that', async () => {
    const { openingId, hostId } = await givenOpening(em(), OpeningStatus.DRAFT);
    const officer = hostOfficer(hostId);

    expect(await change(openingId, { city: 'Nairobi' }, officer)).toEqual({ openingId });
    await em().execute(`update opening set status = 'IN_REVIEW' where id = ?`, [openingId]);
    expect(await change(openingId, { city: 'Mombasa' }, officer)).toEqual({
      refusal: 'opening-not-changeable',
      status: 'IN_REVIEW',
    });
    expect(await change(openingId, { city: 'Mombasa' }, stranger)).toEqual({ refusal: 'opening-not-found' });
    expect(await change(openingId, { city: 'Lamu' })).toEqual({ openingId });
  });

  it.each([OpeningStatus.FILLED, OpeningStatus.PARTLY_FILLED, OpeningStatus.UNFILLED, OpeningStatus.CANCELLED])(
    'stays as it is once it is %s',
    async (status) => {
      const { openingId } = await givenOpening(em(), status);
      const before = await openingNow(em(), openingId);

      expect(await change(openingId, { positions: 9 })).toEqual({ refusal: 'opening-not-changeable', status });

      expect(await openingNow(em(), openingId)).toEqual(before);
    },
  );

  it('is changed by one of many who read the same version', async () => {
    const { openingId } = await givenOpening(em());
    const { version } = await openingNow(em(), openingId);

    const outcomes = await Promise.all(
      [4, 5, 6, 7].map((positions) =>
        changeOpening(
          em(),
          { viewer: placementOfficer, openingId, expectedVersion: version, given: { positions } },
          NOW,
        ),
      ),
    );

    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(
      Array.from({ length: 3 }, () => ({ refusal: 'version-conflict', currentVersion: version + 1 })),
    );
  });

  it('has no fewer positions than are offered and filled', async () => {
    const { openingId } = await givenOpening(em());
    await givenOffer(em(), openingId);
    await givenDeployment(em(), openingId);

    expect(await change(openingId, { positions: 1 })).toEqual({ refusal: 'positions-taken', offered: 1, filled: 1 });

    expect((await openingNow(em(), openingId)).positions).toBe(3);
    expect(await change(openingId, { positions: 2 })).toEqual({ openingId });
  });

  it('never has fewer, whatever is offered at the same moment', async () => {
    const { openingId } = await givenOpening(em());
    const offer = () =>
      em().transactional(async (tx) => {
        await tx.execute('select from opening where id = ? for update', [openingId]);
        await givenOffer(tx, openingId);
      });

    await Promise.allSettled([
      offer(),
      change(openingId, { positions: 1 }),
      offer(),
      change(openingId, { positions: 2 }),
      offer(),
    ]);

    const [row] = await em().execute<{ total: number; offered: number; free: number }[]>(
      'select total, offered, free from opening_positions where opening_id = ?',
      [openingId],
    );
    expect(row).toEqual({ total: expect.any(Number), offered: expect.any(Number), free: expect.any(Number) });
    expect(row?.free).toBeGreaterThanOrEqual(0);
    expect(row?.total).toBe((await openingNow(em(), openingId)).positions);
  });

  it('takes applications no shorter than till now once it is published', async () => {
    const { openingId } = await givenOpening(em());

    expect(await change(openingId, { applicationDeadline: NOW })).toEqual({
      refusal: 'invalid',
      violations: [{ path: ['applicationDeadline'], problem: 'in-past' }],
    });
  });

  it('changes nothing, and tells nobody, where it is the same', async () => {
    const { openingId } = await givenOpening(em());
    const before = await openingNow(em(), openingId);
    const told = await eventsOf(em(), 'openingId', openingId);

    expect(
      await change(openingId, { city: 'Kisumu', positions: 3, startsOn: '2026-09-01', applicationDeadline: DEADLINE }),
    ).toEqual({ openingId });

    expect(await openingNow(em(), openingId)).toEqual(before);
    expect(await eventsOf(em(), 'openingId', openingId)).toEqual(told);
  });
});

describe('the terms of an opening', () => {
  const HISTORY = `query ($id: ID!) { opening(id: $id) { termsVersion termsHistory { number changed changedAt city endsOn
    requirements { minimumAge } entitlements { kind amount } clearances { kind } } } }`;

  it('are one version until somebody applies, and a new one with each change after that', async () => {
    const { openingId } = await givenOpening(em());
    await change(openingId, { city: 'Nairobi' });
    expect((await openingNow(em(), openingId)).terms).toBe(1);
    await givenApplication(em(), openingId);

    await change(openingId, { title: [{ locale: 'en', text: 'Other words' }], positions: 4 });
    expect((await openingNow(em(), openingId)).terms).toBe(1);
    await change(openingId, {
      requirements: { ...NO_REQUIREMENTS, minimumAge: 21, languages: [{ language: 'en', level: LanguageLevel.B1 }] },
      endsOn: '2027-03-31',
    });
    const given = {
      entitlements: [{ kind: EntitlementKind.TRAVEL, amount: 100, currency: 'USD', note: [] }],
      clearances: [{ kind: ClearanceKind.VISA, stage: ClearanceStage.BEFORE_TRAVEL }],
    };
    await change(openingId, given, placementOfficer, LATER);
    const { termsVersion, termsHistory } = await ask(null, HISTORY, { id: openingId });
    expect(termsVersion).toBe(3);
    const none = { requirements: { minimumAge: null }, entitlements: [], clearances: [] };
    const asked = { minimumAge: 21 };
    expect(termsHistory).toEqual([
      { number: 1, changed: [], changedAt: null, city: 'Nairobi', endsOn: '2027-02-28', ...none },
      {
        ...none,
        number: 2,
        changed: ['endsOn', 'requirements'],
        changedAt: NOW.toISOString(),
        city: 'Nairobi',
        endsOn: '2027-03-31',
        requirements: asked,
      },
      {
        number: 3,
        changed: ['entitlements', 'clearances'],
        changedAt: LATER.toISOString(),
        city: 'Nairobi',
        endsOn: '2027-03-31',
        requirements: asked,
        entitlements: [{ kind: 'TRAVEL', amount: 100 }],
        clearances: [{ kind: 'VISA' }],
      },
    ]);
    const told = await em().execute<{ version: number }[]>(
      `select (payload -> 'termsVersion')::integer as version from outbox_event
       where type = 'OpeningTermsChanged' and payload ->> 'openingId' = ? order by id`,
      [openingId],
    );
    expect(told.map(({ version }) => version)).toEqual([2, 3]);
  });

  it('are numbered by the database, whoever changes them, and upwards alone', async () => {
    const { openingId } = await givenOpening(em());
    await givenApplication(em(), openingId);

    await em().execute(`update opening set city = 'Lamu' where id = ?`, [openingId]);

    expect((await openingNow(em(), openingId)).terms).toBe(2);
    await expect(em().execute('update opening set terms_version = 1 where id = ?', [openingId])).rejects.toThrow(
      'the terms of an opening are numbered upwards',
    );
  });
});
