import { describe, expect, it } from 'vitest';
import { changeCapacity } from '../../../services/forum/edition/administration/capacity/change-capacity.ts';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { acceptSeatOffer } from '../../../services/forum/waiting-list/answer-seat-offer.ts';
import { expireSeatOffers } from '../../../services/forum/waiting-list/expire-seat-offers.ts';
import { newId } from '../../../services/shared/ids.ts';
import { useService } from '../../support/database.ts';
import {
  countsOf,
  givenEdition,
  givenRegistration,
  givenWaitingGroup,
  NOW,
  offerOf,
  register,
  stateOf,
} from './editions.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const minute = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const TWO_DAYS = minute(48 * 60);

async function withdraw(registrationId: string, now = NOW) {
  const actorId = (await stateOf(em(), registrationId))?.person_id ?? '';
  return withdrawRegistration(em(), { actorId, registrationId, expectedVersion: null, reason: null }, now);
}

const accept = (offer: { offerId: string; personId: string }, now = NOW, idempotencyKey: string | null = null) =>
  acceptSeatOffer(
    em(),
    { actorId: offer.personId, idempotencyKey, seatOfferId: offer.offerId, expectedVersion: null },
    now,
  );

describe('seats are never oversold and never undersold', () => {
  it('while people register, withdraw and more seats come, all at once', async () => {
    const editionId = await givenEdition(em(), { capacity: 10, waitlistLimit: 100 });
    const seated: string[] = [];
    for (let n = 0; n < 10; n += 1) seated.push(await givenRegistration(em(), editionId));

    await Promise.all([
      ...seated.map((id) => withdraw(id)),
      ...Array.from({ length: 40 }, () => register(em(), editionId, newId('person'))),
      changeCapacity(
        em(),
        { actorId: newId('person'), editionId, setsQuotasAside: null, capacity: 15, expectedVersion: null },
        NOW,
      ),
      expireSeatOffers(em(), editionId, NOW),
    ]);

    const counts = await countsOf(em(), editionId);
    // Everybody who stayed has a seat, an offer or a place in the queue; no seat is free while somebody waits.
    expect(counts).toMatchObject({ capacity: 15, free: 0, waiting: 25 });
    expect((counts?.claimed ?? 0) + (counts?.offered ?? 0)).toBe(15);
  });

  it('while offers are taken and run out at the same moment', async () => {
    const editionId = await givenEdition(em(), { capacity: 5, waitlistLimit: 100 });
    const seated: string[] = [];
    for (let n = 0; n < 5; n += 1) seated.push(await givenRegistration(em(), editionId));
    const queue: string[] = [];
    for (let n = 0; n < 20; n += 1) queue.push(await givenRegistration(em(), editionId, minute(n)));
    for (const id of seated) await withdraw(id);
    const offers = await Promise.all(queue.slice(0, 5).map((id) => offerOf(em(), id)));
    const lastMoment = new Date(TWO_DAYS.getTime() - 1);

    const outcomes = await Promise.all([
      ...offers.map((offer) => accept(offer, lastMoment)),
      ...Array.from({ length: 5 }, () => expireSeatOffers(em(), editionId, TWO_DAYS)),
    ]);

    const taken = outcomes.filter((outcome) => typeof outcome === 'object' && 'registrationIds' in outcome).length;
    expect(await countsOf(em(), editionId)).toEqual({
      capacity: 5,
      claimed: taken,
      offered: 5 - taken,
      waiting: 10 + taken,
      free: 0,
    });
  });
});

it('gives one person one active registration, over however many doors they come at once', async () => {
  const editionId = await givenEdition(em(), { capacity: 5, waitlistLimit: 5 });
  const personId = newId('person');

  const outcomes = await Promise.all(Array.from({ length: 20 }, () => register(em(), editionId, personId)));

  expect(outcomes.filter((outcome) => !('refusal' in outcome))).toHaveLength(1);
  expect(outcomes.filter((outcome) => 'refusal' in outcome && outcome.refusal === 'already-registered')).toHaveLength(
    19,
  );
  expect(await countsOf(em(), editionId)).toEqual({ capacity: 5, claimed: 1, offered: 0, waiting: 0, free: 4 });
});

it('acts once for one idempotency key, however often and fast it is sent', async () => {
  const editionId = await givenEdition(em(), { capacity: 1, waitlistLimit: 5 });
  const seated = await givenRegistration(em(), editionId);
  const waiting = await givenRegistration(em(), editionId, minute(1));
  await withdraw(seated);
  const offer = await offerOf(em(), waiting);

  const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept(offer, NOW, 'the one key')));

  const confirmed = await em().execute(
    `select count(*)::int as count from audit_entry where subject_id = ? and command = 'acceptSeatOffer'`,
    [waiting],
  );
  expect(outcomes).toEqual(Array.from({ length: 10 }, () => ({ registrationIds: [waiting] })));
  expect(confirmed).toEqual([{ count: 1 }]);
});

it('offers seats once when several are given up at once and a group waits for all of them', async () => {
  const editionId = await givenEdition(em(), { capacity: 6, waitlistLimit: 20 });
  const seated: string[] = [];
  for (let n = 0; n < 6; n += 1) seated.push(await givenRegistration(em(), editionId));
  const { contactId, registrationIds } = await givenWaitingGroup(em(), editionId, 6, minute(1));

  await Promise.all(seated.map((id) => withdraw(id)));
  const offers = await Promise.all(registrationIds.map((id) => offerOf(em(), id)));
  const taken = await accept({ offerId: offers[0]?.offerId ?? '', personId: contactId });

  expect(new Set(offers.map(({ offerId }) => offerId)).size).toBe(1);
  expect(taken).toEqual({ registrationIds: registrationIds.toSorted() });
  expect(await countsOf(em(), editionId)).toEqual({ capacity: 6, claimed: 6, offered: 0, waiting: 0, free: 0 });
});
