import { describe, expect, it } from 'vitest';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import { ClearanceKind, ClearanceStage } from '../../../services/placements/clearance/clearance.rules.ts';
import { acceptPlacement } from '../../../services/placements/offer/answer/accept-placement.ts';
import { declinePlacement } from '../../../services/placements/offer/answer/decline-placement.ts';
import { expireOffers } from '../../../services/placements/offer/expire-offers.ts';
import { rescindOffer } from '../../../services/placements/offer/rescind/rescind-offer.ts';
import { EntitlementKind } from '../../../services/placements/opening/terms.rules.ts';
import { noteApplicationMoved } from '../../../services/placements/selection/reserve/note-freed-place.ts';
import { placements } from '../../../services/placements/subgraph.ts';
import { newId } from '../../../services/shared/ids.ts';
import { TEST_KEYS, useService } from '../../support/database.ts';
import {
  ENDS_ON,
  eventsOf,
  givenApplication,
  givenOffer,
  givenOpening,
  NOW,
  offer,
  offerOf,
  officer,
  positionsOf,
  STARTS_ON,
  somebody,
  statusesOf,
  traceOf,
} from './given.ts';

const { RESERVE, SUBMITTED, LONGLISTED, CLEARANCE } = ApplicationStatus;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const service = useService(placements, () => NOW);
const em = () => service.running.database.orm.em.fork();
const accept = (offerId: string, actorId: string, now = NOW, idempotencyKey: string | null = null) =>
  acceptPlacement(em(), { actorId, idempotencyKey, offerId }, now);
const decline = (offerId: string, actorId: string, now = NOW) =>
  declinePlacement(em(), { actorId, offerId, reason: null }, now);
const rescind = (offerId: string, now = NOW) =>
  rescindOffer(em(), { actorId: officer.personId, offerId, reason: 'Host has fewer rooms' }, now);
const ALLOWANCE = { kind: EntitlementKind.MONTHLY_ALLOWANCE, amountMinor: 100, currency: 'USD', note: {} };

describe('an offer', () => {
  it('holds a position and the money of the programme until it is declined', async () => {
    const travel = { kind: EntitlementKind.TRAVEL, amountMinor: 50, currency: 'USD', note: {} };
    const abroad = { ...travel, currency: 'KZT', amountMinor: 9_999 };
    const entitlements = [ALLOWANCE, travel, abroad];
    const opening = await givenOpening(em(), { budget: 1_000, entitlements });
    const committed = async () =>
      (await em().execute('select committed_minor::int as sum from programme where id = ?', [opening.programmeId]))[0];

    const { id, offerId, person } = await givenOffer(em(), opening.id);

    expect(await statusesOf(em(), id)).toEqual(['OFFERED']);
    expect(await positionsOf(em(), opening.id)).toEqual({ total: 1, offered: 1, filled: 0, free: 0 });
    expect(await committed()).toEqual({ sum: 650 });
    expect(await decline(offerId, person.personId)).toEqual({ applicationId: id });
    expect(await decline(offerId, person.personId)).toEqual({ applicationId: id });
    expect(await positionsOf(em(), opening.id)).toEqual({ total: 1, offered: 0, filled: 0, free: 1 });
    expect(await committed()).toEqual({ sum: 0 });
    expect(await statusesOf(em(), id)).toEqual(['DECLINED']);
    expect(await eventsOf(em(), id)).toEqual(['ApplicationMoved OFFERED', 'ApplicationMoved DECLINED']);
  });

  it('stands ten days, as long as asked, and never into the first day of service', async () => {
    const expiryOf = async (startsOn: string, expiresAt: Date | null) => {
      const opening = await givenOpening(em(), { startsOn });
      const { id } = await givenOffer(em(), opening.id, { expiresAt });
      const [row] = await em().execute<{ expires_at: string }[]>(
        'select expires_at from offer where application_id = ?',
        [id],
      );
      return new Date(row?.expires_at ?? 0).toISOString();
    };

    expect(await expiryOf(STARTS_ON, null)).toBe('2026-06-11T09:00:00.000Z');
    expect(await expiryOf(STARTS_ON, later(5))).toBe('2026-06-01T09:05:00.000Z');
    expect(await expiryOf('2026-06-05', null)).toBe('2026-06-04T21:00:00.000Z');
  });

  it('is refused, with nothing changed, where something stands in the way', async () => {
    const police = { kind: ClearanceKind.POLICE_RECORD, stage: ClearanceStage.BEFORE_OFFER };
    const visa = { kind: ClearanceKind.VISA, stage: ClearanceStage.BEFORE_TRAVEL };
    const cases: [Parameters<typeof givenOpening>[1], ApplicationStatus, object][] = [
      [{}, LONGLISTED, { refusal: 'invalid-transition', from: 'LONGLISTED', to: 'OFFERED' }],
      [{ status: 'CANCELLED' }, CLEARANCE, { refusal: 'selection-closed', status: 'CANCELLED' }],
      [{ startsOn: '2026-06-01' }, CLEARANCE, { refusal: 'selection-closed', startsOn: '2026-06-01' }],
      [
        { clearances: [police, visa] },
        CLEARANCE,
        { refusal: 'clearances-outstanding', outstanding: [{ kind: 'POLICE_RECORD', status: 'REQUIRED' }] },
      ],
      [
        { accreditedUntil: '2027-03-30' },
        CLEARANCE,
        { refusal: 'host-not-accredited', status: 'ACCREDITED', validUntil: '2027-03-30' },
      ],
      [{ accreditation: 'SUSPENDED' }, CLEARANCE, { refusal: 'host-not-accredited', status: 'SUSPENDED' }],
      [{ programmeStatus: 'SUSPENDED' }, CLEARANCE, { refusal: 'programme-not-open', status: 'SUSPENDED' }],
      [
        { budget: 599, entitlements: [ALLOWANCE] },
        CLEARANCE,
        { refusal: 'budget-exhausted', budget: 599, committed: 0, needed: 600, currency: 'USD' },
      ],
    ];
    for (const [terms, status, refusal] of cases) {
      const opening = await givenOpening(em(), terms);
      const { id } = await givenApplication(em(), opening.id, { status });
      const before = await traceOf(em());

      expect(await offer(em(), id)).toMatchObject(refusal);
      expect(await traceOf(em())).toEqual(before);
      expect(await statusesOf(em(), id)).toEqual([status]);
    }
  });

  it('is refused for a time that is over or comes too late, for old terms, a stranger and another deployment', async () => {
    const opening = await givenOpening(em(), { positions: 3 });
    const old = await givenApplication(em(), opening.id, { termsVersion: 0 });
    const serving = await givenOffer(em(), (await givenOpening(em())).id);
    await accept(serving.offerId, serving.person.personId);
    const { id } = await givenApplication(em(), opening.id, { person: serving.person });
    const before = await traceOf(em());

    expect(await offer(em(), id, { expiresAt: NOW })).toEqual({ refusal: 'expiry-out-of-bounds', problem: 'PAST' });
    expect(await offer(em(), id, { expiresAt: new Date('2026-10-02') })).toMatchObject({ problem: 'AFTER_START' });
    expect(await offer(em(), old.id)).toMatchObject({ refusal: 'terms-not-confirmed', currentTermsVersion: 1 });
    expect(await offer(em(), id)).toMatchObject({
      refusal: 'overlapping-deployment',
      startsOn: STARTS_ON,
      endsOn: ENDS_ON,
    });
    expect(await offer(em(), id, { viewer: somebody() })).toEqual({ refusal: 'application-not-found' });
    expect(await traceOf(em())).toEqual(before);
  });

  it('is made for the last position once, and for the last of the budget once, however many officers try', async () => {
    const opening = await givenOpening(em(), { positions: 1 });
    const rivals = await Promise.all([1, 2, 3, 4].map(() => givenApplication(em(), opening.id)));
    const rich = await givenOpening(em(), { positions: 5, budget: 600, entitlements: [ALLOWANCE] });
    const { programmeId } = rich;
    const poor = await givenOpening(em(), { positions: 5, entitlements: [ALLOWANCE], programmeId });
    const paid = [await givenApplication(em(), rich.id), await givenApplication(em(), poor.id)];

    const places = await Promise.all(rivals.map(({ id }) => offer(em(), id)));
    const means = await Promise.all(paid.map(({ id }) => offer(em(), id)));

    expect(places.filter((one) => 'applicationId' in one)).toHaveLength(1);
    expect(places.filter((one) => 'refusal' in one).map((one) => ('refusal' in one ? one : null))).toEqual(
      Array(3).fill({ refusal: 'positions-exhausted', positions: { total: 1, offered: 1, filled: 0, free: 0 } }),
    );
    expect(means.filter((one) => 'refusal' in one)).toMatchObject([{ refusal: 'budget-exhausted', committed: 600 }]);
  });

  it('is made once for a key', async () => {
    const opening = await givenOpening(em(), { positions: 3 });
    const { id } = await givenApplication(em(), opening.id);
    const idempotencyKey = newId('key');

    const outcomes = await Promise.all([1, 2, 3].map(() => offer(em(), id, { idempotencyKey })));

    expect(outcomes).toEqual(Array(3).fill({ applicationId: id }));
    expect(await offer(em(), id, { idempotencyKey, expiresAt: later(9) })).toEqual({
      refusal: 'idempotency-key-reused',
    });
    expect(await positionsOf(em(), opening.id)).toMatchObject({ offered: 1 });
  });
});

describe('a place that comes free', () => {
  const givenReserve = async () => {
    const opening = await givenOpening(em());
    const offered = await givenOffer(em(), opening.id);
    const second = await givenApplication(em(), opening.id, { status: RESERVE, rank: 2 });
    const first = await givenApplication(em(), opening.id, { status: RESERVE, rank: 1 });
    return { opening, offered, first, second };
  };

  it.each([
    ['declined', (id: string, personId: string) => decline(id, personId)],
    ['taken back', (id: string) => rescind(id)],
    ['expired', () => expireOffers(em(), later(20_000))],
  ])('when an offer is %s goes to the first of the reserve', async (_how, end) => {
    const { offered, first, second } = await givenReserve();

    await end(offered.offerId, offered.person.personId);

    expect(await statusesOf(em(), first.id, second.id)).toEqual(['PREFERRED', 'RESERVE']);
    expect(await eventsOf(em(), first.id)).toEqual(['ApplicationMoved PREFERRED', 'ReserveOpened']);
  });

  it('is for whoever is chosen and waits, before the reserve', async () => {
    const { opening, offered, first } = await givenReserve();
    await givenApplication(em(), opening.id, { status: CLEARANCE });

    await decline(offered.offerId, offered.person.personId);

    expect(await statusesOf(em(), first.id)).toEqual(['RESERVE']);
  });
});

describe('an acceptance', () => {
  it('makes a deployment, withdraws the other applications, and opens their places to the reserves', async () => {
    const [one, other, third] = [await givenOpening(em()), await givenOpening(em()), await givenOpening(em())];
    const { id, offerId, person } = await givenOffer(em(), one.id);
    const rival = await givenOffer(em(), other.id, { person });
    const early = await givenApplication(em(), third.id, { person, status: SUBMITTED });
    const next = await givenApplication(em(), other.id, { status: RESERVE, rank: 1 });

    const outcome = await accept(offerId, person.personId);

    expect(outcome).toMatchObject({ withdrawnIds: [rival.id, early.id].sort() });
    expect(await statusesOf(em(), id, rival.id, early.id, next.id)).toEqual([
      'ACCEPTED',
      'WITHDRAWN',
      'WITHDRAWN',
      'PREFERRED',
    ]);
    expect(await positionsOf(em(), one.id)).toEqual({ total: 1, offered: 0, filled: 1, free: 0 });
    expect(await positionsOf(em(), other.id)).toEqual({ total: 1, offered: 0, filled: 0, free: 1 });
    expect(
      await em().execute(
        'select status, starts_on::text, ends_on::text, person_id from deployment where application_id = ?',
        [id],
      ),
    ).toEqual([{ status: 'PREPARING', starts_on: STARTS_ON, ends_on: ENDS_ON, person_id: person.personId }]);
    expect(await em().execute('select outcome from application where id = ?', [rival.id])).toEqual([
      { outcome: 'PLACED_ELSEWHERE' },
    ]);
    expect(await eventsOf(em(), id)).toEqual([
      'ApplicationMoved OFFERED',
      'ApplicationMoved ACCEPTED',
      'DeploymentMoved PREPARING',
    ]);
  });

  it('is refused for somebody else, after the offer has expired or ended, and while another deployment is there', async () => {
    const opening = await givenOpening(em(), { positions: 3 });
    const mine = await givenOffer(em(), opening.id, { expiresAt: later(5) });
    const taken = await givenOffer(em(), opening.id);
    await rescind(taken.offerId);
    const before = await traceOf(em());

    expect(await accept(mine.offerId, somebody().personId)).toEqual({ refusal: 'offer-not-found' });
    expect(await accept(mine.offerId, mine.person.personId, later(5))).toEqual({
      refusal: 'offer-expired',
      expiredAt: '2026-06-01T09:05:00.000Z',
    });
    expect(await accept(taken.offerId, taken.person.personId)).toEqual({ refusal: 'offer-ended', status: 'RESCINDED' });
    expect(await decline(mine.offerId, mine.person.personId, later(6))).toMatchObject({ refusal: 'offer-expired' });
    expect(await traceOf(em())).toEqual(before);
    expect(await positionsOf(em(), opening.id)).toEqual({ total: 3, offered: 1, filled: 0, free: 2 });
  });

  it('is one alone, of two that somebody makes at once, on days that meet or not', async () => {
    const [one, other] = [await givenOpening(em()), await givenOpening(em())];
    const first = await givenOffer(em(), one.id);
    const { person } = first;
    const second = await givenOffer(em(), other.id, { person });

    const outcomes = await Promise.all([
      accept(first.offerId, person.personId),
      accept(second.offerId, person.personId),
    ]);

    expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([
      { refusal: 'offer-ended', status: 'DECLINED' },
    ]);
    expect((await statusesOf(em(), first.id, second.id)).sort()).toEqual(['ACCEPTED', 'WITHDRAWN']);
  });

  it('is made once for a key, however many times it is sent at once', async () => {
    const opening = await givenOpening(em(), { positions: 2 });
    const { id, offerId, person } = await givenOffer(em(), opening.id);
    const key = newId('key');

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => accept(offerId, person.personId, NOW, key)));

    expect(new Set(outcomes.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ withdrawnIds: [] });
    expect(await em().execute('select count(*)::int as n from deployment where application_id = ?', [id])).toEqual([
      { n: 1 },
    ]);
  });

  it('or the expiry, or the officer who takes it back: one of them has the offer, and it is counted once', async () => {
    for (const rival of [(id: string) => rescind(id), () => expireOffers(em(), later(5))]) {
      const opening = await givenOpening(em());
      const { id, offerId, person } = await givenOffer(em(), opening.id, { expiresAt: later(5) });

      const [outcome] = await Promise.all([accept(offerId, person.personId, later(4)), rival(offerId)]);

      const isAccepted = !('refusal' in outcome);
      const [status] = await statusesOf(em(), id);
      expect(status === 'ACCEPTED').toBe(isAccepted);
      expect(await positionsOf(em(), opening.id)).toMatchObject({
        offered: 0,
        filled: isAccepted ? 1 : 0,
        free: isAccepted ? 0 : 1,
      });
    }
  });

  it('of several people crossing one another’s openings ends, whatever the order', async () => {
    const openings = await Promise.all([1, 2, 3].map(() => givenOpening(em(), { positions: 4 })));
    const people = Array.from({ length: 4 }, somebody);
    const offers: { offerId: string; personId: string }[] = [];
    for (const [index, person] of people.entries()) {
      for (const [place, opening] of openings.entries()) {
        const { offerId } = await givenOffer(em(), opening.id, { person });
        if (place === index % openings.length) offers.push({ offerId, personId: person.personId });
      }
    }

    const outcomes = await Promise.all(offers.map(({ offerId, personId }) => accept(offerId, personId)));

    expect(outcomes.every((outcome) => !('refusal' in outcome) && outcome.withdrawnIds.length === 2)).toBe(true);
  });
});

it('is refused by the database where another deployment is made on these days at that very moment', async () => {
  const opening = await givenOpening(em());
  const { id, offerId, person } = await givenOffer(em(), opening.id);
  const { programmeId, hostId } = opening;
  const elsewhere = await givenOpening(em());
  const isWritten = Promise.withResolvers<void>();
  const mayCommit = Promise.withResolvers<void>();
  const rival = em().transactional(async (tx) => {
    await tx.execute(
      `insert into deployment (id, opening_id, programme_id, host_organisation_id, country_code, person_id, status,
         starts_on, ends_on, made_at) values (?, ?, ?, ?, 'KE', ?, 'PREPARING', ?, ?, ?)`,
      ['deployment_rival', elsewhere.id, programmeId, hostId, person.personId, ENDS_ON, '2027-06-30', NOW],
    );
    isWritten.resolve();
    await mayCommit.promise;
  });
  await isWritten.promise;

  const accepting = accept(offerId, person.personId);
  const waits = `select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await em().execute(waits))[0]).toEqual({ waiting: 1 });
  mayCommit.resolve();
  await rival;

  expect(await accepting).toEqual({
    refusal: 'overlapping-deployment',
    deploymentId: 'deployment_rival',
    startsOn: ENDS_ON,
    endsOn: '2027-06-30',
  });
  expect(await statusesOf(em(), id)).toEqual(['OFFERED']);
  expect(await positionsOf(em(), opening.id)).toEqual({ total: 1, offered: 1, filled: 0, free: 0 });
});

it('leaves no offer open on an application that ended in another room, and gives its place to the reserve', async () => {
  const opening = await givenOpening(em());
  const { id, offerId } = await givenOffer(em(), opening.id);
  const next = await givenApplication(em(), opening.id, { status: RESERVE, rank: 1 });
  await em().execute(`update application set status = 'WITHDRAWN' where id = ?`, [id]);
  const payload = { applicationId: id, from: 'OFFERED', to: 'WITHDRAWN' };
  const event = { id: newId('event'), type: 'ApplicationMoved', occurredAt: NOW.getTime(), payload };

  for (let time = 0; time < 2; time++) {
    await em().transactional((tx) => noteApplicationMoved(tx, event, NOW, TEST_KEYS));
  }

  expect(await em().execute('select status from offer where id = ?', [offerId])).toEqual([{ status: 'DECLINED' }]);
  expect(await statusesOf(em(), next.id)).toEqual(['PREFERRED']);
  expect(await offerOf(em(), id)).toBe(offerId);
});
