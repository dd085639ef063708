import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeCapacity } from '../../../services/forum/edition/administration/capacity/change-capacity.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { acceptSeatOffer, declineSeatOffer } from '../../../services/forum/waiting-list/answer-seat-offer.ts';
import { expireSeatOffers } from '../../../services/forum/waiting-list/expire-seat-offers.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import { countsOf, givenEdition, NOW, offerOf, register } from './editions.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const HOUR_MS = 3_600_000;
const WAITLIST_LIMIT = 4;

/** What happens to an edition. `nth` picks one of those it can happen to, if there are any. */
type Step =
  | { readonly kind: 'register' }
  | { readonly kind: 'withdraw' | 'accept' | 'decline'; readonly nth: number }
  | { readonly kind: 'wait'; readonly hours: number }
  | { readonly kind: 'capacity'; readonly capacity: number };

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.constant({ kind: 'register' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('withdraw' as const, 'accept' as const, 'decline' as const),
      nth: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('capacity' as const), capacity: fc.integer({ min: 0, max: 6 }) }),
  },
);

interface Person {
  readonly personId: string;
  registrationId: string;
  state: 'claimed' | 'offered' | 'waiting' | 'gone';
  /** Hour at which the offer runs out. */
  until: number;
}

/** An edition as one would keep it on paper: whoever registered, in this order, and what they hold. */
class Paper {
  readonly people: Person[] = [];
  capacity: number;
  hour = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  in(state: Person['state']): Person[] {
    return this.people.filter((person) => person.state === state);
  }

  get counts() {
    const [claimed, offered, waiting] = (['claimed', 'offered', 'waiting'] as const).map((one) => this.in(one).length);
    const free = this.capacity - (claimed ?? 0) - (offered ?? 0);
    return { capacity: this.capacity, claimed, offered, waiting, free };
  }

  /** Every free seat is offered to whoever registered first of those who wait. */
  offer(): void {
    for (const person of this.in('waiting').slice(0, this.counts.free)) {
      person.state = 'offered';
      person.until = this.hour + 48;
    }
  }
}

it('holds the numbers of a simple model after each step of any life of an edition', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 4 }), fc.array(steps, { maxLength: 25 }), async (capacity, life) => {
      const editionId = await givenEdition(em(), { capacity, waitlistLimit: WAITLIST_LIMIT });
      const paper = new Paper(capacity);
      for (const step of life) {
        await take(step, paper, editionId);

        expect(await countsOf(em(), editionId)).toEqual(paper.counts);
      }
    }),
    { numRuns: 40 },
  );
});

async function take(step: Step, paper: Paper, editionId: string): Promise<void> {
  const now = () => new Date(NOW.getTime() + paper.hour * HOUR_MS);
  switch (step.kind) {
    case 'register': {
      const personId = newId('person');
      const { free, waiting } = paper.counts;
      const outcome = await register(em(), editionId, personId, now());
      const isSeated = free > 0 && waiting === 0;
      if (!isSeated && waiting === WAITLIST_LIMIT) {
        expect(outcome).toEqual({ refusal: 'full' });
        return;
      }
      const registrationId = 'registrationId' in outcome ? outcome.registrationId : '';
      paper.people.push({ personId, registrationId, state: isSeated ? 'claimed' : 'waiting', until: 0 });
      return;
    }
    case 'withdraw': {
      const person = nth([...paper.in('claimed'), ...paper.in('offered'), ...paper.in('waiting')], step.nth);
      if (!person) return;
      const { registrationId, personId: actorId } = person;
      await withdrawRegistration(em(), { actorId, registrationId, expectedVersion: null, reason: null }, now());
      person.state = 'gone';
      paper.offer();
      return;
    }
    case 'accept':
    case 'decline': {
      const person = nth(paper.in('offered'), step.nth);
      if (!person) return;
      const { offerId } = await offerOf(em(), person.registrationId);
      const command = { actorId: person.personId, idempotencyKey: null, seatOfferId: offerId, expectedVersion: null };
      await (step.kind === 'accept' ? acceptSeatOffer : declineSeatOffer)(em(), command, now());
      person.state = step.kind === 'accept' ? 'claimed' : 'gone';
      paper.offer();
      return;
    }
    case 'wait': {
      paper.hour += step.hours;
      await expireSeatOffers(em(), editionId, now());
      for (const person of paper.in('offered')) if (person.until <= paper.hour) person.state = 'gone';
      paper.offer();
      return;
    }
    case 'capacity': {
      const { claimed = 0, offered = 0 } = paper.counts;
      const command = {
        actorId: newId('person'),
        editionId,
        capacity: step.capacity,
        setsQuotasAside: null,
        expectedVersion: null,
      };
      await changeCapacity(em(), command, now());
      if (step.capacity < claimed + offered) return;
      paper.capacity = step.capacity;
      paper.offer();
    }
  }
}

function nth(people: readonly Person[], index: number): Person | undefined {
  return people[index % Math.max(people.length, 1)];
}
