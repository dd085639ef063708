import { describe, expect, it } from 'vitest';
import { withdrawRegistration } from '../../../services/forum/registration/withdraw/withdraw-registration.ts';
import { forum } from '../../../services/forum/subgraph.ts';
import { acceptSeatOffer, declineSeatOffer } from '../../../services/forum/waiting-list/answer-seat-offer.ts';
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
  STARTS,
  stateOf,
} from './editions.ts';

const service = useService(forum);
const em = () => service.running.database.orm.em.fork();
const minute = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const TWO_DAYS = minute(48 * 60);

const withdraw = async (registrationId: string, now = NOW) =>
  withdrawRegistration(
    em(),
    {
      actorId: (await stateOf(em(), registrationId))?.person_id ?? '',
      registrationId,
      expectedVersion: null,
      reason: null,
    },
    now,
  );
const answer = ({ offerId, personId }: { offerId: string; personId: string }) => ({
  actorId: personId,
  idempotencyKey: null,
  seatOfferId: offerId,
  expectedVersion: null,
});

/** An edition whose seats are taken, and people who wait for them, in this order. */
async function givenFullEdition(seats: number, waiting: number) {
  const editionId = await givenEdition(em(), { capacity: seats, waitlistLimit: 50 });
  const seated: string[] = [];
  for (let n = 0; n < seats; n += 1) seated.push(await givenRegistration(em(), editionId, minute(n)));
  const queue: string[] = [];
  for (let n = 0; n < waiting; n += 1) queue.push(await givenRegistration(em(), editionId, minute(seats + n)));
  return { editionId, seated, queue };
}

describe('a seat that is given up', () => {
  it('is offered to the head of the queue in the same transaction', async () => {
    const { editionId, seated, queue } = await givenFullEdition(2, 2);

    await withdraw(seated[0] ?? '');

    expect(await countsOf(em(), editionId)).toEqual({ capacity: 2, claimed: 1, offered: 1, waiting: 1, free: 0 });
    expect((await stateOf(em(), queue[0] ?? ''))?.status).toBe('OFFERED');
    expect((await stateOf(em(), queue[1] ?? ''))?.status).toBe('WAITLISTED');
  });

  it('is confirmed for whoever takes the offer, once', async () => {
    const { editionId, seated, queue } = await givenFullEdition(1, 2);
    await withdraw(seated[0] ?? '');
    const offer = await offerOf(em(), queue[0] ?? '');

    const taken = await acceptSeatOffer(em(), answer(offer), minute(30));
    const again = await acceptSeatOffer(em(), answer(offer), minute(31));

    expect(taken).toEqual({ registrationIds: [queue[0]] });
    expect(again).toEqual({ refusal: 'offer-ended', status: 'ACCEPTED' });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 1, claimed: 1, offered: 0, waiting: 1, free: 0 });
  });

  it('is nobody else’s to take', async () => {
    const { seated, queue } = await givenFullEdition(1, 1);
    await withdraw(seated[0] ?? '');
    const { offerId } = await offerOf(em(), queue[0] ?? '');

    const taken = await acceptSeatOffer(em(), answer({ offerId, personId: newId('person') }), NOW);

    expect(taken).toEqual({ refusal: 'offer-not-found' });
    expect((await stateOf(em(), queue[0] ?? ''))?.status).toBe('OFFERED');
  });

  it('goes on to the next in line when the offer is declined', async () => {
    const { editionId, seated, queue } = await givenFullEdition(1, 2);
    await withdraw(seated[0] ?? '');

    await declineSeatOffer(em(), answer(await offerOf(em(), queue[0] ?? '')), NOW);

    expect((await stateOf(em(), queue[0] ?? ''))?.status).toBe('OFFER_DECLINED');
    expect((await stateOf(em(), queue[1] ?? ''))?.status).toBe('OFFERED');
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 1, claimed: 0, offered: 1, waiting: 0, free: 0 });
  });

  it('goes on to the next in line when the offer runs out, and not back to the head', async () => {
    const { editionId, seated, queue } = await givenFullEdition(1, 2);
    await withdraw(seated[0] ?? '');

    const early = await expireSeatOffers(em(), editionId, minute(48 * 60 - 1));
    const due = await expireSeatOffers(em(), editionId, TWO_DAYS);
    const twice = await expireSeatOffers(em(), editionId, TWO_DAYS);

    expect([early, due, twice]).toEqual([0, 1, 0]);
    expect((await stateOf(em(), queue[0] ?? ''))?.status).toBe('OFFER_EXPIRED');
    expect((await stateOf(em(), queue[1] ?? ''))?.status).toBe('OFFERED');
  });

  it('cannot be taken after the offer has run out, also while nobody has noticed', async () => {
    const { seated, queue } = await givenFullEdition(1, 1);
    await withdraw(seated[0] ?? '');
    const offer = await offerOf(em(), queue[0] ?? '');

    const late = await acceptSeatOffer(em(), answer(offer), TWO_DAYS);

    expect(late).toEqual({ refusal: 'offer-expired', expiredAt: TWO_DAYS.toISOString() });
    expect((await stateOf(em(), queue[0] ?? ''))?.status).toBe('OFFERED');
  });

  it('is offered to nobody once the edition has started', async () => {
    const { editionId, seated, queue } = await givenFullEdition(1, 1);

    await withdraw(seated[0] ?? '', STARTS);

    expect((await stateOf(em(), queue[0] ?? ''))?.status).toBe('WAITLISTED');
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 1, claimed: 0, offered: 0, waiting: 1, free: 1 });
  });

  it('is not given up by a stranger, nor twice, nor with a version that is old', async () => {
    const { seated } = await givenFullEdition(1, 0);
    const [registrationId = ''] = seated;
    const personId = (await stateOf(em(), registrationId))?.person_id ?? '';
    const command = { registrationId, expectedVersion: null, reason: null };

    const stranger = await withdrawRegistration(em(), { ...command, actorId: newId('person') }, NOW);
    const outdated = await withdrawRegistration(em(), { ...command, actorId: personId, expectedVersion: 7 }, NOW);
    const statusThen = (await stateOf(em(), registrationId))?.status;
    await withdraw(registrationId);
    const twice = await withdraw(registrationId);

    expect(stranger).toEqual({ refusal: 'registration-not-found' });
    expect(outdated).toEqual({ refusal: 'version-conflict', currentVersion: 1 });
    expect(statusThen).toBe('CONFIRMED');
    expect(twice).toEqual({ registrationId });
  });
});

describe('a group', () => {
  it('is offered seats as a whole, and taken as a whole by whoever registered it', async () => {
    const { editionId, seated } = await givenFullEdition(3, 0);
    const { contactId, registrationIds } = await givenWaitingGroup(em(), editionId, 2, minute(10));

    await withdraw(seated[0] ?? '');
    const afterOne = await countsOf(em(), editionId);
    await withdraw(seated[1] ?? '');
    const { offerId, personId } = await offerOf(em(), registrationIds[0] ?? '');
    const byMember = await acceptSeatOffer(em(), answer({ offerId, personId }), NOW);
    const byContact = await acceptSeatOffer(em(), answer({ offerId, personId: contactId }), NOW);

    expect(afterOne).toEqual({ capacity: 3, claimed: 2, offered: 0, waiting: 2, free: 1 });
    expect(byMember).toEqual({ refusal: 'offer-for-group' });
    expect(byContact).toEqual({ registrationIds: registrationIds.toSorted() });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 3, claimed: 3, offered: 0, waiting: 0, free: 0 });
  });

  it('is passed over three times, and then free seats are kept for it', async () => {
    const { editionId, seated } = await givenFullEdition(5, 0);
    const { groupId, registrationIds } = await givenWaitingGroup(em(), editionId, 2, minute(10));
    const behind: string[] = [];
    for (let n = 0; n < 4; n += 1) behind.push(await givenRegistration(em(), editionId, minute(20 + n)));

    for (const registrationId of seated.slice(0, 4)) await withdraw(registrationId);

    const statuses = await Promise.all(behind.map(async (id) => (await stateOf(em(), id))?.status));
    const [group] = await em().execute('select passed_over from registration_group where id = ?', [groupId]);
    expect(statuses).toEqual(['OFFERED', 'OFFERED', 'OFFERED', 'WAITLISTED']);
    expect(group).toEqual({ passed_over: 3 });
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 5, claimed: 1, offered: 3, waiting: 3, free: 1 });

    await withdraw(seated[4] ?? '');

    expect((await stateOf(em(), registrationIds[1] ?? ''))?.status).toBe('OFFERED');
    expect(await countsOf(em(), editionId)).toEqual({ capacity: 5, claimed: 0, offered: 5, waiting: 1, free: 0 });
  });

  it('keeps its offer when one of them leaves, and the seat of that one goes on', async () => {
    const { editionId, seated } = await givenFullEdition(2, 0);
    const { contactId, registrationIds } = await givenWaitingGroup(em(), editionId, 2, minute(10));
    for (const registrationId of seated) await withdraw(registrationId);
    const behind = await givenRegistration(em(), editionId, minute(20));
    const { offerId } = await offerOf(em(), registrationIds[0] ?? '');

    await withdraw(registrationIds[0] ?? '');
    const taken = await acceptSeatOffer(em(), answer({ offerId, personId: contactId }), NOW);

    expect(taken).toEqual({ registrationIds: [registrationIds[1]] });
    expect((await stateOf(em(), behind))?.status).toBe('OFFERED');
  });
});

it('offers a newcomer at once the seat that a group ahead cannot use', async () => {
  const editionId = await givenEdition(em(), { capacity: 2, waitlistLimit: 10 });
  await givenRegistration(em(), editionId, NOW);
  await givenWaitingGroup(em(), editionId, 2, minute(1));

  const outcome = await register(em(), editionId, newId('person'), minute(2));

  const registrationId = 'registrationId' in outcome ? outcome.registrationId : '';
  expect((await stateOf(em(), registrationId))?.status).toBe('OFFERED');
});
