import type { EntityManager } from '@mikro-orm/postgresql';
import { describe, expect, it } from 'vitest';
import { confirmNomination } from '../../../services/delegations/nomination/confirm/confirm-nomination.ts';
import { substituteDelegate } from '../../../services/delegations/nomination/substitute/substitute-delegate.ts';
import { withdrawNomination } from '../../../services/delegations/nomination/withdraw/withdraw-nomination.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { countsOf, givenRegistration, NOW, register } from '../../forum/waiting-list/editions.ts';
import { admin } from '../delegation/given.ts';
import {
  endingAfter,
  givenDelegation,
  givenNominee,
  INTERRUPTION,
  nominationOf,
  nominee,
  POSTAGE,
  registrationsOf,
  useDesk,
  usedOf,
} from './desk.ts';

const desk = useDesk();
/** More than any handler or use case takes. */
const MOST_STEPS = 60;

interface Claim {
  readonly editionId: string;
  readonly delegationId: string;
  readonly nominationId: string;
  readonly personId: string;
}

async function givenClaim(seats: { capacity?: number; waitlistLimit?: number } = {}): Promise<Claim> {
  const { editionId, delegationId } = await givenDelegation(desk, seats);
  return { editionId, delegationId, ...(await givenNominee(desk, delegationId)) };
}

const confirm = (claim: Claim, em = desk.delegations) =>
  confirmNomination(
    em,
    {
      actorId: claim.personId,
      idempotencyKey: `confirm ${claim.nominationId}`,
      nominationId: claim.nominationId,
      expectedVersion: null,
    },
    NOW,
  );
const withdraw = ({ nominationId }: Claim, em = desk.delegations) =>
  withdrawNomination(
    em,
    { viewer: { ...admin, personId: 'person_focal' }, nominationId, expectedVersion: null, reason: null },
    NOW,
  );
const substitute = ({ nominationId }: Claim, em = desk.delegations) =>
  substituteDelegate(
    em,
    POSTAGE,
    {
      actorId: 'person_focal',
      idempotencyKey: `substitute ${nominationId}`,
      nominationId,
      successor: nominee({ email: `after.${nominationId.replace('_', '-')}@state.example` }),
      reason: 'Fell ill',
      mayCompose: () => true,
    },
    NOW,
  );
const leaveForum = async ({ personId }: Claim) => {
  const [registration] = await registrationsOf(desk, personId);
  const command = { actorId: personId, registrationId: registration?.id ?? '', expectedVersion: null, reason: null };
  return withdrawRegistration(desk.forum, command, NOW);
};

/** Has the process end after each statement of an act, start anew, and the client ask once more. */
async function crashing(act: (em: EntityManager) => Promise<unknown>): Promise<number> {
  for (let step = 0; step < MOST_STEPS; step++) {
    try {
      await act(endingInWork(desk.delegations, step));
      return step;
    } catch (error) {
      if (!(error instanceof Error) || error.message !== INTERRUPTION) throw error;
    }
  }
  throw new Error(`an act takes more than ${MOST_STEPS} statements`);
}

function endingInWork(em: EntityManager, steps: number): EntityManager {
  return new Proxy(em, {
    get(target, property) {
      if (property !== 'transactional') return Reflect.get(target, property, target);
      return (work: (tx: EntityManager) => Promise<unknown>) =>
        target.transactional((tx) => work(endingAfter(tx, steps)));
    },
  });
}

/**
 * Brings every word to whoever acts on it; the process that takes it ends after each statement, again and again, then the
 * relay ends before it notes the delivery and delivers once more. Says after which words and how often it ended.
 */
async function settleCrashing(): Promise<ReadonlyMap<string, number>> {
  const interruptions = new Map<string, number>();
  for (let events = await desk.take(); events.length > 0; events = await desk.take()) {
    for (const event of events) {
      let step = 0;
      for (; step < MOST_STEPS && !(await desk.interrupt(event, step)); step++);
      if (step > 0) interruptions.set(event.type, step);
      await desk.deliver(event);
      await desk.deliver(event);
    }
  }
  return interruptions;
}

/** Where both sides stand. */
async function stateOf({ editionId, delegationId, nominationId, personId }: Claim) {
  const nomination = await nominationOf(desk, nominationId);
  const registrations = await registrationsOf(desk, personId);
  return {
    nomination: nomination?.status,
    reason: nomination?.claim_refusal,
    hasRegistration: nomination?.registration_id !== null,
    registrations: registrations.map(({ status }) => status).toSorted(),
    claimed: (await countsOf(desk.forum, editionId))?.claimed,
    used: (await usedOf(desk, delegationId))?.used,
  };
}

describe('a claim, the process ending after every statement on its way', () => {
  it('is made whole or not at all', async () => {
    const claim = await givenClaim();

    const steps = await crashing((em) => confirm(claim, em));
    const before = await stateOf(claim);
    const claims = (await desk.take()).filter(({ type }) => type === 'SeatClaimed');

    expect(steps).toBeGreaterThan(3);
    expect(claims).toHaveLength(1);
    expect(before).toMatchObject({ nomination: 'CLAIMING', registrations: [], used: 1 });
  });

  it('ends with a seat on both sides', async () => {
    const claim = await givenClaim();
    await confirm(claim);

    const interruptions = await settleCrashing();

    expect([...interruptions.keys()].toSorted()).toEqual(expect.arrayContaining(['SeatClaimAnswered', 'SeatClaimed']));
    expect(await stateOf(claim)).toEqual({
      nomination: 'CONFIRMED',
      reason: null,
      hasRegistration: true,
      registrations: ['CONFIRMED'],
      claimed: 1,
      used: 1,
    });
  });

  it.each([
    ['no seat and no place in the queue', 'EDITION_FULL', { capacity: 1, waitlistLimit: 0 }, []],
    ['a registration of their own', 'ALREADY_REGISTERED', { capacity: 2, waitlistLimit: 0 }, ['CONFIRMED']],
  ])('ends refused on both sides where there is %s, and may be made again', async (_case, reason, seats, own) => {
    const claim = await givenClaim(seats);
    if (own.length > 0) await register(desk.forum, claim.editionId, claim.personId);
    else await givenRegistration(desk.forum, claim.editionId);
    await confirm(claim);

    const interruptions = await settleCrashing();

    expect(interruptions.get('SeatClaimAnswered')).toBeGreaterThan(1);
    expect(await stateOf(claim)).toEqual({
      nomination: 'NOMINATED',
      reason,
      hasRegistration: false,
      registrations: own,
      claimed: 1,
      used: 1,
    });
  });

  it.each([
    ['withdrawn', 'WITHDRAWN', 0, withdraw],
    ['replaced', 'REPLACED', 1, substitute],
  ] as const)(
    'is compensated in the forum when the nomination is %s, before or after the answer',
    async (_how, status, used, act) => {
      for (const isAnswered of [false, true]) {
        const claim = await givenClaim();
        await confirm(claim);
        if (isAnswered) await desk.settle();

        await crashing((em) => act(claim, em));
        const interruptions = await settleCrashing();

        expect(interruptions.get('SeatReleased')).toBeGreaterThan(1);
        expect(await stateOf(claim)).toMatchObject({
          nomination: status,
          registrations: ['CANCELLED'],
          claimed: 0,
          used,
        });
      }
    },
  );

  it('is compensated in the delegation when the seat is given up in the forum, before or after the answer', async () => {
    for (const isAnswered of [false, true]) {
      const claim = await givenClaim();
      await confirm(claim);
      const answers = [];
      for (const event of await desk.take()) await desk.deliver(event);
      if (isAnswered) await desk.settle();
      else answers.push(...(await desk.take()));
      await leaveForum(claim);

      const interruptions = await settleCrashing();
      for (const event of answers) await desk.deliver(event);
      await settleCrashing();

      expect(interruptions.get('RegistrationEnded')).toBeGreaterThan(1);
      expect(await stateOf(claim)).toMatchObject({
        nomination: 'WITHDRAWN',
        registrations: ['WITHDRAWN'],
        claimed: 0,
        used: 0,
      });
    }
  });
});
