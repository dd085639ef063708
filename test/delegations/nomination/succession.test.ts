import { describe, expect, it } from 'vitest';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import { DelegationRole, QuotaCategory } from '../../../services/delegations/nomination/nomination.rules.ts';
import { type AppointHead, appointHead } from '../../../services/delegations/nomination/succession/appoint-head.ts';
import {
  type PromoteAlternate,
  promoteAlternate,
} from '../../../services/delegations/nomination/succession/promote-alternate.ts';
import { NOW } from '../../forum/waiting-list/editions.ts';
import {
  givenDelegation,
  givenNominee,
  nominate,
  nominationOf,
  nominee,
  POSTAGE,
  registrationsOf,
  useDesk,
  usedOf,
} from './desk.ts';

const { HEAD, DEPUTY_HEAD, DELEGATE, ADVISER } = DelegationRole;
const desk = useDesk();
const by = { actorId: 'person_focal', idempotencyKey: null, reason: null, mayCompose: () => true };
const appoint = (nominationId: string, change: Partial<AppointHead> = {}) =>
  appointHead(
    desk.delegations,
    { ...by, nominationId, formerHeadRole: DELEGATE, expectedVersion: null, ...change },
    NOW,
  );
const promote = (nominationId: string, change: Partial<PromoteAlternate> = {}) =>
  promoteAlternate(desk.delegations, POSTAGE, { ...by, nominationId, insteadOfId: null, ...change }, NOW);
const confirm = (nominationId: string, actorId: string) =>
  confirmNomination(desk.delegations, { actorId, idempotencyKey: null, nominationId, expectedVersion: null }, NOW);
const submit = (delegationId: string) =>
  desk.delegations.execute(`update delegation set status = 'SUBMITTED' where id = ?`, [delegationId]);
const headsOf = async (delegationId: string) =>
  (
    await desk.delegations.execute<{ id: string }[]>(
      `select id from nomination where delegation_id = ? and role = 'HEAD' and uses_quota(status)`,
      [delegationId],
    )
  ).map(({ id }) => id);
const headEvents = async () =>
  (await desk.take())
    .filter(({ type }) => type.startsWith('HeadOfDelegation'))
    .map(({ type, payload }) => [type, payload.personId]);

describe('the head of a delegation', () => {
  it('hands the office over to somebody of the delegation in one act, and their names follow', async () => {
    const { delegationId } = await givenDelegation(desk);
    const head = await givenNominee(desk, delegationId, { role: HEAD });
    const deputy = await givenNominee(desk, delegationId, { role: DEPUTY_HEAD });
    for (const { nominationId, personId } of [head, deputy]) await confirm(nominationId, personId);
    await desk.settle();
    await submit(delegationId);

    const outcome = await appoint(deputy.nominationId, { formerHeadRole: ADVISER });
    const again = await appoint(deputy.nominationId);

    expect(outcome).toEqual({ headId: deputy.nominationId, formerHeadId: head.nominationId });
    expect(again).toEqual({ headId: deputy.nominationId, formerHeadId: null });
    expect(await headsOf(delegationId)).toEqual([deputy.nominationId]);
    expect(await nominationOf(desk, head.nominationId)).toMatchObject({ status: 'CONFIRMED', role: 'ADVISER' });
    expect(await headEvents()).toEqual([
      ['HeadOfDelegationEnded', head.personId],
      ['HeadOfDelegationNamed', deputy.personId],
    ]);
    expect(await usedOf(desk, delegationId)).toEqual({ used: 2, active: 2 });
  });

  it('may leave with it, and the seat is free; the name of a successor who has not confirmed stays their own', async () => {
    const { delegationId } = await givenDelegation(desk);
    const head = await givenNominee(desk, delegationId, { role: HEAD });
    const deputy = await givenNominee(desk, delegationId, { role: DEPUTY_HEAD });
    await confirm(head.nominationId, head.personId);
    await desk.settle();
    await submit(delegationId);

    await appoint(deputy.nominationId, { formerHeadRole: null });
    const events = await desk.take();
    for (const event of events) await desk.deliver(event);

    expect(events.map(({ type }) => type).filter((type) => type.startsWith('HeadOf'))).toEqual([
      'HeadOfDelegationEnded',
    ]);
    expect(await headsOf(delegationId)).toEqual([deputy.nominationId]);
    expect((await nominationOf(desk, head.nominationId))?.status).toBe('WITHDRAWN');
    expect((await registrationsOf(desk, head.personId)).map(({ status }) => status)).toEqual(['CANCELLED']);
  });

  it('is one when several are appointed at once, also while one is nominated', async () => {
    const { delegationId } = await givenDelegation(desk, { delegates: 20 });
    const members = [];
    for (let index = 0; index < 5; index++) members.push(await givenNominee(desk, delegationId));

    const [named, ...outcomes] = await Promise.all([
      nominate(desk, delegationId, [nominee({ role: HEAD })]),
      ...members.map(({ nominationId }) => appoint(nominationId)),
    ]);
    const [first, second] = members;
    await submit(delegationId);
    await Promise.all([appoint(first?.nominationId ?? ''), appoint(second?.nominationId ?? '')]);

    expect('results' in named).toBe(true);
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual([]);
    expect(await headsOf(delegationId)).toHaveLength(1);
  });

  it('is not appointed by strangers, from among those who left or stand by, from an old version, or too late', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const head = await givenNominee(desk, delegationId, { role: HEAD });
    const member = await givenNominee(desk, delegationId);
    const alternate = await givenNominee(desk, delegationId, { isAlternate: true });
    const gone = await givenNominee(desk, delegationId);
    await desk.delegations.execute(`update nomination set status = 'WITHDRAWN' where id = ?`, [gone.nominationId]);

    expect(await appoint(member.nominationId, { mayCompose: () => false })).toEqual({
      refusal: 'nomination-not-found',
    });
    expect(await appoint(gone.nominationId)).toEqual({ refusal: 'nomination-ended', status: 'WITHDRAWN' });
    expect(await appoint(alternate.nominationId)).toEqual({ refusal: 'alternate-stands-by' });
    expect(await appoint(member.nominationId, { expectedVersion: 9 })).toEqual({
      refusal: 'version-conflict',
      currentVersion: 1,
    });
    await desk.delegations.execute(
      `insert into edition_calendar (edition_id, year, time_zone, substitution_closes_at, status, version)
       values (?, 2026, 'Asia/Almaty', ?, 'REGISTRATION_OPEN', 1)`,
      [editionId, NOW],
    );
    expect(await appoint(member.nominationId)).toEqual({
      refusal: 'nomination-closed',
      status: 'NOMINATING',
      closedAt: NOW.toISOString(),
      timeZone: 'Asia/Almaty',
    });
    expect(await headsOf(delegationId)).toEqual([head.nominationId]);
  });
});

describe('an alternate', () => {
  it('takes no place of the quota, leads nobody and has no seat while they stand by', async () => {
    const { delegationId, editionId } = await givenDelegation(desk, { delegates: 1 });
    await givenNominee(desk, delegationId);
    const alternate = await givenNominee(desk, delegationId, { isAlternate: true });

    const confirmed = await confirm(alternate.nominationId, alternate.personId);
    const head = await nominate(desk, delegationId, [nominee({ isAlternate: true, role: HEAD })]);
    const elsewhere = await nominate(desk, delegationId, [
      nominee({ isAlternate: true, category: QuotaCategory.PRESS }),
    ]);

    expect(confirmed).toEqual({ refusal: 'alternate-stands-by' });
    expect('results' in head && head.results[0]?.refusal).toEqual({
      refusal: 'invalid-row',
      violations: [{ path: ['isAlternate'], problem: 'alternate-head' }],
    });
    expect('results' in elsewhere && elsewhere.results[0]?.refusal).toMatchObject({ refusal: 'quota-exceeded' });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 2 });
    await desk.settle();
    expect(await registrationsOf(desk, alternate.personId)).toEqual([]);
    await expect(
      desk.delegations.execute(`update nomination set role = 'HEAD' where id = ?`, [alternate.nominationId]),
    ).rejects.toThrow(/nomination_alternate_leads_nobody/);
    expect(editionId).toMatch(/^forum_edition_/);
  });

  it('takes over place and role of somebody who leaves, in one act, and claims a seat', async () => {
    const { delegationId } = await givenDelegation(desk, { delegates: 1 });
    const head = await givenNominee(desk, delegationId, { role: HEAD });
    const alternate = await givenNominee(desk, delegationId, { isAlternate: true });
    await confirm(head.nominationId, head.personId);
    await desk.settle();
    await submit(delegationId);

    const outcome = await promote(alternate.nominationId, { insteadOfId: head.nominationId });
    const claimed = await confirm(alternate.nominationId, alternate.personId);
    await desk.settle(2);

    expect(outcome).toEqual({ promotedId: alternate.nominationId, replacedId: head.nominationId });
    expect(claimed).toEqual({ nominationId: alternate.nominationId });
    expect((await nominationOf(desk, head.nominationId))?.status).toBe('REPLACED');
    expect(await headsOf(delegationId)).toEqual([alternate.nominationId]);
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
    expect(await registrationsOf(desk, alternate.personId)).toMatchObject([{ status: 'CONFIRMED' }]);
    expect(await promote(alternate.nominationId)).toEqual({ refusal: 'not-an-alternate' });
  });

  it('takes the last free place when five race for it, and one leaver’s place when two do', async () => {
    const { delegationId } = await givenDelegation(desk, { delegates: 2 });
    const member = await givenNominee(desk, delegationId);
    const alternates = [];
    for (let index = 0; index < 5; index++) {
      alternates.push((await givenNominee(desk, delegationId, { isAlternate: true })).nominationId);
    }

    const outcomes = await Promise.all(alternates.map((id) => promote(id)));
    const [one, two] = alternates.filter((_id, index) => 'refusal' in (outcomes[index] ?? {}));
    const rivals = await Promise.all([one, two].map((id) => promote(id ?? '', { insteadOfId: member.nominationId })));

    expect(outcomes.filter((outcome) => 'promotedId' in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => 'refusal' in outcome)).toEqual(
      Array.from({ length: 4 }, () => ({ refusal: 'quota-exceeded', category: 'DELEGATE', allocated: 2, used: 2 })),
    );
    expect(rivals.filter((outcome) => 'promotedId' in outcome)).toHaveLength(1);
    expect(rivals.find((outcome) => 'refusal' in outcome)).toMatchObject({
      refusal: 'invalid-transition',
      from: 'REPLACED',
    });
    expect((await usedOf(desk, delegationId))?.used).toBe(2);
  });
});
