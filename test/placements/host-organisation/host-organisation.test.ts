import { describe, expect, it } from 'vitest';
import { accreditHost } from '../../../services/placements/host-organisation/accreditation/accredit-host.ts';
import {
  expireAccreditation,
  expireAccreditations,
} from '../../../services/placements/host-organisation/accreditation/expire-accreditations.ts';
import { moveHost } from '../../../services/placements/host-organisation/accreditation/move-host.ts';
import {
  HostAccreditationStatus,
  hostTransitions,
  isAccredited,
  statusOn,
} from '../../../services/placements/host-organisation/host-organisation.rules.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';
import { silentLog } from '../../support/constants.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import { hostOfficer, partnerOf, placementOfficer } from '../given.ts';
import { asking, eventsOf, givenHost, NOW, stranger } from '../opening/given.ts';

const { PROSPECT, UNDER_REVIEW, ACCREDITED, SUSPENDED, EXPIRED, WITHDRAWN } = HostAccreditationStatus;

describe('the accreditation of a host', () => {
  it.each([
    [PROSPECT, [UNDER_REVIEW, WITHDRAWN]],
    [UNDER_REVIEW, [ACCREDITED, WITHDRAWN]],
    [ACCREDITED, [ACCREDITED, SUSPENDED, WITHDRAWN]],
    [SUSPENDED, [ACCREDITED, WITHDRAWN]],
    [EXPIRED, [ACCREDITED, WITHDRAWN]],
    [WITHDRAWN, []],
  ])('goes from %s to %j by hand', (from, to) => {
    expect(transitionsFrom(hostTransitions, from, 'placement-officer')).toEqual(to);
  });

  const host = { accreditationStatus: ACCREDITED, accreditedFrom: '2026-01-01', accreditationValidUntil: '2026-12-31' };

  it.each([
    ['2026-12-31', ACCREDITED],
    ['2027-01-01', EXPIRED],
  ])('is on %s %s, noted or not', (today, status) => expect(statusOn(host, today)).toBe(status));

  it.each([
    ['to its last day', host, '2026-05-01', '2026-12-31', true],
    ['not a day longer', host, '2026-05-01', '2027-01-01', false],
    ['not before its first day', host, '2025-12-31', '2026-06-01', false],
    ['not while suspended', { ...host, accreditationStatus: SUSPENDED }, '2026-05-01', '2026-06-01', false],
    ['from days nobody knows', { ...host, accreditedFrom: null }, '2020-05-01', '2026-06-01', true],
  ])('holds %s', (_case, accreditation, today, until, holds) => {
    expect(isAccredited(accreditation, { from: until, until }, today)).toBe(holds);
  });

  it('lets volunteers be offered while it is in force', () => {
    expect([
      isAccredited(host, { from: '2026-12-31', until: '2026-12-31' }, '2026-12-31'),
      isAccredited(host, { from: '2027-01-01', until: '2027-01-01' }, '2027-01-01'),
    ]).toEqual([true, false]);
  });
});

describe('a host organisation', () => {
  const service = useService(placements, () => NOW);
  const em = () => service.running.database.orm.em.fork();
  const ask = asking(() => service.running);
  const actorId = placementOfficer.personId ?? '';
  const move = (hostOrganisationId: string, to: HostAccreditationStatus, expectedVersion: number | null = null) =>
    moveHost(em(), { actorId, command: 'moveHost', hostOrganisationId, to, reason: null, expectedVersion }, NOW);
  const accredit = (hostOrganisationId: string, validFrom: string | null, validUntil: string) =>
    accreditHost(em(), { actorId, hostOrganisationId, validFrom, validUntil, expectedVersion: null }, NOW);
  const hostNow = async (id: string) => {
    const [row] = await em().execute(
      `select accreditation_status as status, accredited_from::text as "from", accreditation_valid_until::text as until
       from host_organisation where id = ?`,
      [id],
    );
    return row;
  };

  it('is proposed, reviewed, accredited, suspended, reinstated, renewed and withdrawn', async () => {
    const PROPOSE = `mutation ($input: ProposeHostInput!) { proposeHost(input: $input) {
      __typename ... on HostOrganisationSuccess { hostOrganisation { id accreditation { status } allowedTransitions } } } }`;
    const input = { name: ' School ', country: 'ke', timeZone: 'Africa/Nairobi', idempotencyKey: 'school' };

    const [first, second] = [
      await ask(placementOfficer, PROPOSE, { input }),
      await ask(placementOfficer, PROPOSE, { input }),
    ];

    expect(second).toEqual(first);
    const { id, ...shown } = first.hostOrganisation;
    expect(shown).toEqual({ accreditation: { status: 'PROSPECT' }, allowedTransitions: ['UNDER_REVIEW', 'WITHDRAWN'] });
    expect(await move(id, UNDER_REVIEW)).toEqual({ hostOrganisationId: id });
    expect(await accredit(id, '2026-05-01', '2026-12-31')).toEqual({ hostOrganisationId: id });
    expect(await move(id, SUSPENDED)).toEqual({ hostOrganisationId: id });
    expect(await move(id, ACCREDITED)).toEqual({ hostOrganisationId: id });
    expect(await accredit(id, null, '2027-12-31')).toEqual({ hostOrganisationId: id });
    expect(await hostNow(id)).toEqual({ status: 'ACCREDITED', from: '2026-05-01', until: '2027-12-31' });
    expect(await move(id, WITHDRAWN)).toEqual({ hostOrganisationId: id });
    expect(await eventsOf(em(), 'hostOrganisationId', id)).toEqual(
      ['PROSPECT', 'UNDER_REVIEW', 'ACCREDITED', 'SUSPENDED', 'ACCREDITED', 'ACCREDITED', 'WITHDRAWN'].map(
        (status) => `HostOrganisationMoved ${status}`,
      ),
    );
  });

  it.each([
    ['ends before it begins', '2026-06-01', '2026-06-01', 'ends-before-it-begins'],
    ['is over already', '2026-01-01', '2026-04-30', 'in-past'],
  ])('is not accredited for days of which the last %s', async (_case, validFrom, validUntil, problem) => {
    const id = await givenHost(em(), { status: 'UNDER_REVIEW', until: null });

    const outcome = await accredit(id, validFrom, validUntil);

    expect(outcome).toEqual({ refusal: 'invalid', violations: [{ path: ['validUntil'], problem }] });
    expect(await hostNow(id)).toEqual({ status: 'UNDER_REVIEW', from: null, until: null });
  });

  it('is not renewed before it was accredited, nor while suspended', async () => {
    const [prospect, suspended] = [
      await givenHost(em(), { status: 'UNDER_REVIEW', until: null }),
      await givenHost(em(), { status: 'SUSPENDED' }),
    ];

    expect(await accredit(prospect, null, '2027-12-31')).toMatchObject({ refusal: 'invalid-transition' });
    expect(await accredit(suspended, null, '2028-12-31')).toMatchObject({ refusal: 'invalid-transition' });

    expect([await hostNow(prospect), await hostNow(suspended)]).toMatchObject([
      { until: null },
      { until: '2027-12-31' },
    ]);
  });

  it('is moved by one of many', async () => {
    const id = await givenHost(em());

    const outcomes = await Promise.all([1, 2, 3].map(() => move(id, SUSPENDED)));

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(await eventsOf(em(), 'hostOrganisationId', id)).toEqual(['HostOrganisationMoved SUSPENDED']);
  });

  it('has expired the day after its last one there, before anybody notes it, and is noted once', async () => {
    const [over, lasting] = [
      await givenHost(em(), { until: '2026-04-30' }),
      await givenHost(em(), { until: '2026-05-01' }),
    ];
    const STATUS = 'query ($id: ID!) { hostOrganisation(id: $id) { accreditation { status validUntil } } }';

    expect(await ask(null, STATUS, { id: over })).toEqual({
      accreditation: { status: 'EXPIRED', validUntil: '2026-04-30' },
    });
    expect(await ask(null, STATUS, { id: lasting })).toMatchObject({ accreditation: { status: 'ACCREDITED' } });
    expect(await hostNow(over)).toMatchObject({ status: 'ACCREDITED' });
    const upkeep = () => expireAccreditations.run({ em: em(), keys: TEST_KEYS, now: () => NOW, log: silentLog });
    await Promise.all([upkeep(), upkeep()]);

    expect([await hostNow(over), await hostNow(lasting)]).toMatchObject([
      { status: 'EXPIRED' },
      { status: 'ACCREDITED' },
    ]);
    expect(await eventsOf(em(), 'hostOrganisationId', over)).toEqual(['HostOrganisationMoved EXPIRED']);
    // The first instant of May 2 in Nairobi is three hours before that of Greenwich.
    expect(await expireAccreditation(em(), lasting, new Date('2026-05-01T20:59:59.999Z'))).toBe(false);
    expect(await expireAccreditation(em(), lasting, new Date('2026-05-01T21:00:00.000Z'))).toBe(true);
  });

  it('is shown to those who may see it: a prospect to its officers and those who run placements', async () => {
    const [prospect, turnedDown, known] = [
      await givenHost(em(), { status: 'PROSPECT', until: null }),
      await givenHost(em(), { status: 'WITHDRAWN', until: null }),
      await givenHost(em(), { status: 'SUSPENDED' }),
    ];
    const LIST = `query { hostOrganisations(first: 100) { totalCount nodes { id } } }`;
    const seenBy = async (viewer: Parameters<typeof ask>[0]) => {
      const { totalCount, nodes } = await ask(viewer, LIST);
      const ids: string[] = nodes.map(({ id }: { id: string }) => id);
      expect(totalCount).toBe(ids.length);
      return [prospect, turnedDown, known].map((id) => ids.includes(id));
    };

    expect(await seenBy(placementOfficer)).toEqual([true, true, true]);
    expect(await seenBy(hostOfficer(prospect))).toEqual([true, false, true]);
    for (const viewer of [null, stranger, partnerOf('KE'), hostOfficer(known)])
      expect(await seenBy(viewer)).toEqual([false, false, true]);
  });

  it('is listed by country and by where it is now', async () => {
    const [over, valid] = [await givenHost(em(), { until: '2026-04-30' }), await givenHost(em())];
    const LIST = `query ($filter: HostOrganisationFilter) { hostOrganisations(filter: $filter, first: 100) { nodes { id } } }`;
    const listed = async (filter: object) => {
      const { nodes } = await ask(null, LIST, { filter });
      const ids: string[] = nodes.map(({ id }: { id: string }) => id);
      return [over, valid].map((id) => ids.includes(id));
    };

    expect(await listed({ statuses: ['EXPIRED'] })).toEqual([true, false]);
    expect(await listed({ statuses: ['ACCREDITED'], countries: ['KE'] })).toEqual([false, true]);
    expect(await listed({ countries: ['TH'] })).toEqual([false, false]);
  });
});
