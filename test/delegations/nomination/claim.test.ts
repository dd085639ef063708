import { describe, expect, it } from 'vitest';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import { DelegationRole, QuotaCategory } from '../../../services/delegations/nomination/nomination.rules.ts';
import { substituteDelegate } from '../../../services/delegations/nomination/substitute/substitute-delegate.ts';
import { withdrawNomination } from '../../../services/delegations/nomination/withdraw/withdraw-nomination.ts';
import { decideClaim } from '../../../services/forum/claim/claim.rules.ts';
import { EditionStatus } from '../../../services/forum/edition/edition.rules.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import type { DomainEvent } from '../../../services/shared/events/event.ts';
import { newId } from '../../../services/shared/ids.ts';
import { countsOf, givenRegistration, NOW, register, STARTS } from '../../forum/waiting-list/editions.ts';
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

const { HEAD } = DelegationRole;
/** More than any handler takes. */
const MOST_STEPS = 40;
const focalPoint = (delegationId: string) => ({
  personId: 'person_focal',
  apiClientId: null,
  grants: [{ role: 'FOCAL_POINT' as const, scope: { kind: 'DELEGATION' as const, id: delegationId } }],
});

describe('a claim of a seat', () => {
  const terms = {
    status: EditionStatus.REGISTRATION_CLOSED,
    startsAt: STARTS,
    free: 1,
    isKept: false,
    waiting: 3,
    waitlistLimit: 3,
  };
  it.each([
    ['has a free seat, whoever waits, and when registration is closed to others', {}, { status: 'CONFIRMED' }],
    ['has a seat that is kept for its delegation', { free: 0, isKept: true }, { status: 'CONFIRMED' }],
    ['waits where no seat is free', { free: 0, waiting: 2 }, { status: 'WAITLISTED' }],
    ['is refused where the queue is full, too', { free: 0 }, { refusal: 'EDITION_FULL' }],
    ['is refused before the edition opens', { status: EditionStatus.ANNOUNCED }, { refusal: 'EDITION_CLOSED' }],
    ['is refused once it has begun', { startsAt: NOW }, { refusal: 'EDITION_CLOSED' }],
  ])('%s', (_case, change, decision) => expect(decideClaim({ ...terms, ...change }, NOW)).toEqual(decision));
});

describe('a nominee who confirms', () => {
  const desk = useDesk();
  const confirm = (nominationId: string, actorId: string, expectedVersion: number | null = null) =>
    confirmNomination(desk.delegations, { actorId, idempotencyKey: null, nominationId, expectedVersion }, NOW);
  const withdraw = (nominationId: string, viewer: ReturnType<typeof focalPoint>) =>
    withdrawNomination(desk.delegations, { viewer, nominationId, expectedVersion: null, reason: null }, NOW);
  const substitute = (nominationId: string, successor: ReturnType<typeof nominee>) =>
    substituteDelegate(
      desk.delegations,
      POSTAGE,
      {
        actorId: 'person_focal',
        idempotencyKey: null,
        nominationId,
        successor,
        reason: 'Fell ill',
        mayCompose: () => true,
      },
      NOW,
    );
  const leave = async (personId: string) => {
    const [registration] = await registrationsOf(desk, personId);
    const command = { actorId: personId, registrationId: registration?.id ?? '', expectedVersion: null, reason: null };
    return withdrawRegistration(desk.forum, command, NOW);
  };

  it('has a seat of the forum, however often each word of it is delivered', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    const outcome = await confirm(nominationId, personId);
    const claiming = await nominationOf(desk, nominationId);
    await desk.settle(2);

    const [registration, ...others] = await registrationsOf(desk, personId);
    expect(outcome).toEqual({ nominationId });
    expect(claiming?.status).toBe('CLAIMING');
    expect(others).toEqual([]);
    expect(registration).toMatchObject({
      status: 'CONFIRMED',
      category: 'DELEGATE',
      delegation_id: delegationId,
      nomination_id: nominationId,
      priority_class: 1,
    });
    expect(await nominationOf(desk, nominationId)).toMatchObject({
      status: 'CONFIRMED',
      registration_id: registration?.id,
      claim_refusal: null,
    });
    expect(await countsOf(desk.forum, editionId)).toMatchObject({ claimed: 1 });
  });

  it('is registered whole or not at all, whichever step the word of it ends after', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);
    await confirm(nominationId, personId);

    let interruptions = 0;
    for (let events = await desk.take(); events.length > 0; events = await desk.take()) {
      for (const event of events) {
        for (let step = 0; step < MOST_STEPS; step++) {
          if (await desk.interrupt(event, step)) break;
          interruptions += 1;
        }
        await desk.deliver(event);
      }
    }

    expect(interruptions).toBeGreaterThan(5);
    expect(await registrationsOf(desk, personId)).toMatchObject([{ status: 'CONFIRMED' }]);
    expect((await nominationOf(desk, nominationId))?.status).toBe('CONFIRMED');
    expect(await countsOf(desk.forum, editionId)).toMatchObject({ claimed: 1 });
  });

  it('is not found by anybody else, and is told of a version that has changed', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    expect(await confirm(nominationId, newId('person'))).toEqual({ refusal: 'nomination-not-found' });
    expect(await confirm(nominationId, personId, 7)).toEqual({ refusal: 'version-conflict', currentVersion: 1 });
    expect((await nominationOf(desk, nominationId))?.status).toBe('NOMINATED');
  });

  it('claims once, however many times at once', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    await Promise.all(Array.from({ length: 10 }, () => confirm(nominationId, personId)));
    const claims = (await desk.take()).filter(({ type }) => type === 'SeatClaimed');

    expect(claims).toHaveLength(1);
  });

  it('waits at the head of the queue where every seat is taken', async () => {
    const { delegationId, editionId } = await givenDelegation(desk, { capacity: 1 });
    await givenRegistration(desk.forum, editionId);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    await confirm(nominationId, personId);
    await desk.settle();

    expect(await registrationsOf(desk, personId)).toMatchObject([{ status: 'WAITLISTED', priority_class: 1 }]);
    expect((await nominationOf(desk, nominationId))?.status).toBe('CONFIRMED');
  });

  it('hears of their own registration, made while the claim is under way, and may leave it and confirm again', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    await confirm(nominationId, personId);
    await register(desk.forum, editionId, personId);
    await desk.settle(2);
    const refused = await nominationOf(desk, nominationId);
    const [own] = await registrationsOf(desk, personId);
    await leave(personId);
    await desk.settle();
    await confirm(nominationId, personId);
    await desk.settle(2);

    expect(refused).toMatchObject({
      status: 'NOMINATED',
      claim_refusal: 'ALREADY_REGISTERED',
      refused_for_id: own?.id,
    });
    expect((await registrationsOf(desk, personId)).map(({ status }) => status).toSorted()).toEqual([
      'CONFIRMED',
      'WITHDRAWN',
    ]);
    expect(await nominationOf(desk, nominationId)).toMatchObject({ status: 'CONFIRMED', claim_refusal: null });
  });

  it('is registered once when they register by themself at the same moment', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const nominees = await Promise.all(Array.from({ length: 5 }, () => givenNominee(desk, delegationId)));
    for (const { nominationId, personId } of nominees) await confirm(nominationId, personId);
    const claims = (await desk.take()).filter(({ type }) => type === 'SeatClaimed');

    await Promise.all([
      ...claims.map((claim) => desk.deliver(claim)),
      ...nominees.map(({ personId }) => register(desk.forum, editionId, personId)),
    ]);
    await desk.settle();

    for (const { nominationId, personId } of nominees) {
      const active = await registrationsOf(desk, personId);
      expect(active).toHaveLength(1);
      const status = active[0]?.nomination_id === nominationId ? 'CONFIRMED' : 'NOMINATED';
      expect((await nominationOf(desk, nominationId))?.status).toBe(status);
    }
  });

  it.each([
    ['before the claim is heard', ['SeatReleased', 'SeatClaimed']],
    ['after it', ['SeatClaimed', 'SeatReleased']],
  ])('who leaves meanwhile has no seat, also when word of it comes %s', async (_when, order) => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    await confirm(nominationId, personId);
    await withdraw(nominationId, focalPoint(delegationId));
    const events = await desk.take();
    for (const type of order) for (const event of byType(events, type)) await desk.deliver(event);
    await desk.settle(2);

    expect((await nominationOf(desk, nominationId))?.status).toBe('WITHDRAWN');
    const active = (await registrationsOf(desk, personId)).filter(({ status }) => status !== 'CANCELLED');
    expect(active).toEqual([]);
    expect(await countsOf(desk.forum, editionId)).toMatchObject({ claimed: 0 });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 0, active: 0 });
  });

  it('who gives up the seat in the forum frees their place, also when word of it comes before the answer', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId);

    await confirm(nominationId, personId);
    for (const event of byType(await desk.take(), 'SeatClaimed')) await desk.deliver(event);
    await leave(personId);
    const events = await desk.take();
    for (const type of ['RegistrationEnded', 'SeatClaimAnswered']) {
      for (const event of byType(events, type)) await desk.deliver(event);
    }
    await desk.settle(2);

    expect(await nominationOf(desk, nominationId)).toMatchObject({ status: 'WITHDRAWN', registration_id: null });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 0, active: 0 });
    expect((await registrationsOf(desk, personId)).map(({ status }) => status)).toEqual(['WITHDRAWN']);
  });

  it('is replaced by a successor on the same place, and the seat is free again', async () => {
    const { delegationId, editionId } = await givenDelegation(desk, { delegates: 1 });
    const { nominationId, personId } = await givenNominee(desk, delegationId, { role: HEAD });
    await confirm(nominationId, personId);
    await desk.settle();
    await desk.delegations.execute(`update delegation set status = 'SUBMITTED' where id = ?`, [delegationId]);
    const successor = nominee({ role: HEAD });

    const left = await withdraw(nominationId, focalPoint(delegationId));
    const unled = await substitute(nominationId, nominee());
    const other = await substitute(nominationId, nominee({ role: HEAD, category: QuotaCategory.PRESS }));
    const outcomes = await Promise.all([1, 2].map(() => substitute(nominationId, successor)));
    const successorId = outcomes.flatMap((one) => ('successorId' in one ? [one.successorId] : []))[0] ?? '';
    const twice = await substitute(successorId, nominee({ role: HEAD }));
    await desk.settle(2);

    expect(left).toEqual({ refusal: 'head-successor-needed' });
    expect(unled).toEqual({ refusal: 'head-successor-needed' });
    expect(other).toEqual({ refusal: 'category-differs', category: 'DELEGATE' });
    expect(outcomes.filter((one) => 'successorId' in one)).toHaveLength(1);
    expect(outcomes.find((one) => 'refusal' in one)).toMatchObject({ refusal: 'invalid-transition', from: 'REPLACED' });
    expect(twice).toEqual({ refusal: 'already-substituted', nominationId: successorId });
    expect((await nominationOf(desk, nominationId))?.status).toBe('REPLACED');
    expect(await nominationOf(desk, successorId)).toMatchObject({ status: 'NOMINATED', role: 'HEAD' });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
    expect((await registrationsOf(desk, personId)).map(({ status }) => status)).toEqual(['CANCELLED']);
    expect(await countsOf(desk.forum, editionId)).toMatchObject({ claimed: 0 });
  });

  it('keeps the place of a successor against those who race for it', async () => {
    const { delegationId } = await givenDelegation(desk, { delegates: 1 });
    const { nominationId } = await givenNominee(desk, delegationId);

    const [outcome] = await Promise.all([
      substitute(nominationId, nominee()),
      ...Array.from({ length: 10 }, () => nominate(desk, delegationId, [nominee()])),
    ]);

    expect(outcome).toMatchObject({ replacedId: nominationId });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
  });

  it('has no seat any more once the delegation does not come', async () => {
    const { delegationId, editionId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId, { role: HEAD });
    await confirm(nominationId, personId);
    await desk.settle();
    await desk.delegations.execute(`update delegation set status = 'WITHDRAWN' where id = ?`, [delegationId]);
    const payload = { delegationId, editionId, from: 'NOMINATING', to: 'WITHDRAWN' };
    const event = { id: newId('event'), type: 'DelegationStatusChanged', occurredAt: NOW.getTime(), payload };

    await desk.deliver(event);
    await desk.deliver(event);
    await desk.settle(2);

    expect((await nominationOf(desk, nominationId))?.status).toBe('WITHDRAWN');
    expect((await registrationsOf(desk, personId)).map(({ status }) => status)).toEqual(['CANCELLED']);
    expect(await usedOf(desk, delegationId)).toEqual({ used: 0, active: 0 });
  });

  it('stays the named head of a submitted delegation without a seat', async () => {
    const { delegationId } = await givenDelegation(desk);
    const { nominationId, personId } = await givenNominee(desk, delegationId, { role: HEAD });
    await confirm(nominationId, personId);
    await desk.settle();
    await desk.delegations.execute(`update delegation set status = 'SUBMITTED' where id = ?`, [delegationId]);

    await leave(personId);
    await desk.settle(2);

    expect(await nominationOf(desk, nominationId)).toMatchObject({
      status: 'NOMINATED',
      role: 'HEAD',
      registration_id: null,
      claim_refusal: 'REGISTRATION_ENDED',
    });
    expect(await usedOf(desk, delegationId)).toEqual({ used: 1, active: 1 });
  });
});

function byType(events: readonly DomainEvent[], type: string): DomainEvent[] {
  return events.filter((event) => event.type === type);
}
