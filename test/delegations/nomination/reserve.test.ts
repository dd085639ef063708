import { describe, expect, it } from 'vitest';
import { changeQuota } from '../../../services/delegations/delegation/desk/change-quota.ts';
import { tellReserve, tellReserves } from '../../../services/delegations/delegation/reserve/tell-reserve.ts';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import { returnUnusedQuota } from '../../../services/delegations/nomination/deadline/return-unused-quota.ts';
import { QuotaCategory } from '../../../services/delegations/nomination/nomination.rules.ts';
import { withdrawNomination } from '../../../services/delegations/nomination/withdraw/withdraw-nomination.ts';
import { changeCapacity } from '../../../services/forum/edition/administration/capacity/change-capacity.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { newId } from '../../../services/shared/ids.ts';
import { givenRegistration, NOW, register } from '../../forum/waiting-list/editions.ts';
import { admin } from '../delegation/given.ts';
import { type Desk, givenDelegation, givenNominee, registrationsOf, useDesk } from './desk.ts';

const desk = useDesk();

const seatsOf = async (editionId: string) => {
  const [row] = await desk.forum.execute<Record<string, number>[]>(
    'select capacity, claimed, offered, waiting, reserved, free from availability where id = ?',
    [editionId],
  );
  return row;
};
const statusesOf = async (editionId: string) =>
  (
    await desk.forum.execute<{ status: string; own: boolean }[]>(
      `select status, nomination_id is null as own from registration where edition_id = ? order by registered_at, id`,
      [editionId],
    )
  ).map(({ status, own }) => `${own ? 'open' : 'delegate'} ${status}`);
const tell = async (delegationId: string) => {
  await desk.delegations.transactional((tx) => tellReserve(tx, [delegationId], NOW));
  await desk.settle(2);
};
const claim = async (delegationId: string) => {
  const { nominationId, personId } = await givenNominee(desk, delegationId);
  await confirmNomination(
    desk.delegations,
    { actorId: personId, idempotencyKey: null, nominationId, expectedVersion: null },
    NOW,
  );
  return { nominationId, personId };
};
const leave = async (of: Desk, personId: string) => {
  const [registration] = await registrationsOf(of, personId);
  const command = { actorId: personId, registrationId: registration?.id ?? '', expectedVersion: null, reason: null };
  return withdrawRegistration(of.forum, command, NOW);
};
const quota = (delegationId: string, allocated: number) =>
  changeQuota(
    desk.delegations,
    { viewer: admin, delegationId, category: QuotaCategory.DELEGATE, allocated, expectedVersion: null },
    NOW,
  );
const calendar = (editionId: string, capacity: number | null, confirmationClosesAt: Date | null = null) =>
  desk.delegations.execute(
    `insert into edition_calendar (edition_id, year, time_zone, confirmation_closes_at, capacity, status, version)
     values (?, 2026, 'Asia/Almaty', ?, ?, 'REGISTRATION_OPEN', 1)`,
    [editionId, confirmationClosesAt, capacity],
  );

describe('seats that quotas promise', () => {
  it('are kept from those who register by themselves, and taken by those whom the delegation brings', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 4, delegates: 3 });
    await tell(delegationId);
    const kept = await seatsOf(editionId);

    await givenRegistration(desk.forum, editionId);
    await givenRegistration(desk.forum, editionId);
    const full = await seatsOf(editionId);
    await claim(delegationId);
    await desk.settle(2);

    expect(kept).toEqual({ capacity: 4, claimed: 0, offered: 0, waiting: 0, reserved: 3, free: 1 });
    expect(full).toEqual({ capacity: 4, claimed: 1, offered: 0, waiting: 1, reserved: 3, free: 0 });
    expect(await seatsOf(editionId)).toEqual({ capacity: 4, claimed: 2, offered: 0, waiting: 1, reserved: 2, free: 0 });
    expect(await statusesOf(editionId)).toEqual(['open CONFIRMED', 'open WAITLISTED', 'delegate CONFIRMED']);
  });

  it('are never taken by others when all race for them', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 6, waitlistLimit: 50, delegates: 3 });
    await tell(delegationId);
    for (let nominee = 0; nominee < 3; nominee++) await claim(delegationId);
    const claims = (await desk.take()).filter(({ type }) => type === 'SeatClaimed');

    await Promise.all([
      ...Array.from({ length: 20 }, () => register(desk.forum, editionId, newId('person'))),
      ...claims.map((event) => desk.deliver(event)),
    ]);
    await desk.settle(2);

    expect(claims).toHaveLength(3);
    expect((await statusesOf(editionId)).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => 'delegate CONFIRMED'),
      ...Array.from({ length: 3 }, () => 'open CONFIRMED'),
      ...Array.from({ length: 17 }, () => 'open WAITLISTED'),
    ]);
    expect(await seatsOf(editionId)).toMatchObject({ claimed: 6, reserved: 0, free: 0 });
  });

  it('stay with the delegation when one of its people leaves, and go to another of it who waits', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 1, delegates: 2 });
    const first = await claim(delegationId);
    await desk.settle();
    const second = await claim(delegationId);
    await desk.settle();
    await tell(delegationId);
    await givenRegistration(desk.forum, editionId);
    const waiting = await seatsOf(editionId);

    await leave(desk, first.personId);
    await desk.settle(2);

    expect(waiting).toEqual({ capacity: 1, claimed: 1, offered: 0, waiting: 2, reserved: 0, free: 0 });
    expect((await registrationsOf(desk, second.personId)).map(({ status }) => status)).toEqual(['OFFERED']);
    expect(await seatsOf(editionId)).toEqual({ capacity: 1, claimed: 0, offered: 1, waiting: 1, reserved: 0, free: 0 });
  });

  it('are offered to those who wait as soon as the deadline gives them back, and a place that is given up later, too', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 3, delegates: 3 });
    await calendar(editionId, 3, NOW);
    await desk.delegations.execute('update edition_calendar set confirmation_closes_at = null where edition_id = ?', [
      editionId,
    ]);
    await tell(delegationId);
    const comes = await claim(delegationId);
    await desk.settle();
    for (let person = 0; person < 3; person++) await givenRegistration(desk.forum, editionId);
    const before = await seatsOf(editionId);
    await desk.delegations.execute('update edition_calendar set confirmation_closes_at = ? where edition_id = ?', [
      NOW,
      editionId,
    ]);

    await returnUnusedQuota(desk.delegations, NOW);
    await desk.settle(2);
    const returned = await seatsOf(editionId);
    const viewer = { ...admin, personId: 'person_administrator' };
    await withdrawNomination(
      desk.delegations,
      { viewer, nominationId: comes.nominationId, expectedVersion: null, reason: null },
      NOW,
    );
    await desk.settle(2);

    expect(before).toEqual({ capacity: 3, claimed: 1, offered: 0, waiting: 3, reserved: 2, free: 0 });
    expect(returned).toEqual({ capacity: 3, claimed: 1, offered: 2, waiting: 1, reserved: 0, free: 0 });
    expect(await seatsOf(editionId)).toEqual({ capacity: 3, claimed: 0, offered: 3, waiting: 0, reserved: 0, free: 0 });
  });

  it('are what was told last, in whatever order and however often the words come', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 20, delegates: 2 });
    await tell(delegationId);
    await quota(delegationId, 5);
    const five = await desk.take();
    await quota(delegationId, 4);
    const four = await desk.take();

    for (const event of [...four, ...five, ...four]) await desk.deliver(event);
    await tellReserves(desk.delegations, NOW);
    await desk.settle(2);

    expect(await seatsOf(editionId)).toMatchObject({ reserved: 4, free: 16 });
  });

  it('are kept whole or not at all, whichever statement the word of them ends after', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 3, delegates: 2 });
    await tell(delegationId);
    for (let person = 0; person < 2; person++) await givenRegistration(desk.forum, editionId);
    await quota(delegationId, 1);
    const [event] = (await desk.take()).filter(({ type }) => type === 'SeatsReserved');
    if (!event) throw new Error('the quota is told to nobody');

    let interruptions = 0;
    while (!(await desk.interrupt(event, interruptions))) {
      interruptions += 1;
      expect(await seatsOf(editionId)).toMatchObject({ claimed: 1, offered: 0, waiting: 1, reserved: 2, free: 0 });
    }
    await desk.deliver(event);

    expect(interruptions).toBeGreaterThan(3);
    expect(await seatsOf(editionId)).toMatchObject({ claimed: 1, offered: 1, waiting: 0, reserved: 1, free: 0 });
  });

  it('wait for seats that come free where others hold them already', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 2, delegates: 2 });
    const people = [newId('person'), newId('person')];
    for (const personId of people) await register(desk.forum, editionId, personId);
    await givenRegistration(desk.forum, editionId);
    await tell(delegationId);
    const taken = await seatsOf(editionId);

    await leave(desk, people[0] ?? '');

    expect(taken).toEqual({ capacity: 2, claimed: 2, offered: 0, waiting: 1, reserved: 0, free: 0 });
    expect(await seatsOf(editionId)).toEqual({ capacity: 2, claimed: 1, offered: 0, waiting: 1, reserved: 1, free: 0 });
  });

  it('are there before the seats are set, and hold capacity up when it is lowered', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 5, delegates: 2 });
    await desk.forum.execute('delete from availability where id = ?', [editionId]);
    await tell(delegationId);
    await desk.forum.execute('insert into availability (id, capacity, waitlist_limit) values (?, 5, 5)', [editionId]);
    await givenRegistration(desk.forum, editionId);
    const command = { actorId: 'person_administrator', editionId, setsQuotasAside: null, expectedVersion: null };

    const refused = await changeCapacity(desk.forum, { ...command, capacity: 2 }, NOW);
    const lowered = await changeCapacity(desk.forum, { ...command, capacity: 3 }, NOW);

    expect(refused).toEqual({ refusal: 'capacity-below-claimed', claimed: 1, offered: 0, reserved: 2 });
    expect(lowered).toEqual({ editionId });
    expect(await seatsOf(editionId)).toEqual({ capacity: 3, claimed: 1, offered: 0, waiting: 0, reserved: 2, free: 0 });
    const told = (await desk.take()).filter(({ type }) => type === 'EditionScheduled');
    expect(told.map(({ payload }) => payload.capacity)).toEqual([3]);
  });

  it('are kept only where the edition says so, and offered at once when it says so no more', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 3, delegates: 2 });
    await tell(delegationId);
    await register(desk.forum, editionId, newId('person'));
    await givenRegistration(desk.forum, editionId);
    const command = { actorId: 'person_administrator', editionId, capacity: 3, expectedVersion: null };
    const kept = await seatsOf(editionId);

    const opened = await changeCapacity(desk.forum, { ...command, setsQuotasAside: false }, NOW);
    const open = await seatsOf(editionId);
    const closed = await changeCapacity(desk.forum, { ...command, setsQuotasAside: true }, NOW);

    expect([opened, closed]).toEqual([{ editionId }, { editionId }]);
    expect(kept).toEqual({ capacity: 3, claimed: 1, offered: 0, waiting: 1, reserved: 2, free: 0 });
    expect(open).toEqual({ capacity: 3, claimed: 1, offered: 1, waiting: 0, reserved: 0, free: 1 });
    expect(await seatsOf(editionId)).toEqual({ capacity: 3, claimed: 1, offered: 1, waiting: 0, reserved: 1, free: 0 });
  });

  it('are given back when the delegation does not come', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 3, delegates: 2 });
    await tell(delegationId);
    await desk.delegations.execute(`update delegation set status = 'DECLINED' where id = ?`, [delegationId]);
    const payload = { delegationId, editionId, from: 'INVITED', to: 'DECLINED' };

    await desk.deliver({ id: newId('event'), type: 'DelegationStatusChanged', occurredAt: NOW.getTime(), payload });
    await desk.settle(2);

    expect(await seatsOf(editionId)).toMatchObject({ reserved: 0, free: 3 });
  });
});

describe('quotas of an edition', () => {
  it('never promise more seats together than it has, also when two are raised at once', async () => {
    const { editionId, delegationId } = await givenDelegation(desk, { capacity: 10, delegates: 3 });
    const other = await givenDelegation(desk, { editionId, delegates: 3 });
    const gone = await givenDelegation(desk, { editionId, delegates: 5, status: 'DECLINED' });
    await calendar(editionId, 10);

    const beyond = await quota(delegationId, 8);
    const outcomes = await Promise.all([quota(delegationId, 6), quota(other.delegationId, 6)]);
    const less = await quota(delegationId, 2);

    const exceeded = { refusal: 'quotas-exceed-capacity', capacity: 10, allocated: 3, free: 7 };
    expect(beyond).toEqual({ ...exceeded, allocated: 6, free: 4 });
    expect(outcomes.filter((outcome) => 'delegationId' in outcome)).toHaveLength(1);
    expect(outcomes.find((outcome) => 'refusal' in outcome)).toEqual({ ...exceeded, allocated: 9, free: 1 });
    expect(less).toEqual({ delegationId });
    expect(gone.editionId).toBe(editionId);
  });
});
