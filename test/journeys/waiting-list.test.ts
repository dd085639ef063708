import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation } from '../support/operations.ts';
import type { TestPerson } from '../support/people.ts';
import { openPortal, type Portal, transports } from '../support/portal.ts';
import { openAllSeats } from '../support/seats.ts';

const REGISTER = operation('04-register');
const ACCEPT = operation('04-accept-seat-offer');
const WITHDRAW = operation('04-withdraw-registration');
const CHANGE_CAPACITY = operation('16-change-capacity');
const DECLINE = `mutation ($input: DeclineSeatOfferInput!) {
  declineSeatOffer(input: $input) { __typename ... on DeclineSeatOfferSuccess { registration { status } } }
}`;
const MINE = `{ me { registrations { nodes {
  id status waitlistPosition noOfferReason allowedTransitions seatOffer { id status isForGroup version }
} } } }`;

describe.each(transports)('people who wait for a seat, subgraphs %s', (transport) => {
  let portal: Portal;
  let editionId: string;
  let admin: ReturnType<Portal['as']>;
  let [seated, first, second, third]: TestPerson[] = [];
  beforeAll(async () => {
    portal = await openPortal(transport);
    await openAllSeats(portal.owner);
    editionId = (await portal.ask('{ forumEdition(year: 2026) { id } }')).data.forumEdition.id;
    admin = portal.as(await portal.signIn('admin@demo.erikti.example'));
    [seated, first, second, third] = await portal.givenPeople(4);
    await admin.ask(CHANGE_CAPACITY, { input: { editionId, capacity: 1 } });
    for (const person of [seated, first, second, third]) {
      await as(person).ask(REGISTER, { input: { editionId, category: 'OPEN', consents: [] } });
    }
  });
  afterAll(() => portal?.close());

  const as = (person: TestPerson | undefined) => portal.as(person?.token ?? '');
  const registrationOf = async (person: TestPerson | undefined) =>
    (await as(person).ask(MINE)).data.me.registrations.nodes[0];

  it('see where they stand and why they have no offer, and may leave by themselves', async () => {
    expect(await registrationOf(second)).toMatchObject({
      status: 'WAITLISTED',
      waitlistPosition: 2,
      noOfferReason: 'NO_FREE_SEAT',
      allowedTransitions: ['WITHDRAWN'],
      seatOffer: null,
    });
  });

  it('are offered the seat that somebody gives up, and take it', async () => {
    const { id: registrationId } = await registrationOf(seated);

    const { data: left } = await as(seated).ask(WITHDRAW, { input: { registrationId } });
    const offered = await registrationOf(first);
    const { data: stranger } = await as(second).ask(ACCEPT, { input: { seatOfferId: offered.seatOffer.id } });
    const { data: taken } = await as(first).ask(ACCEPT, { input: { seatOfferId: offered.seatOffer.id } });

    expect(left.withdrawRegistration.registration).toEqual({ id: registrationId, status: 'WITHDRAWN' });
    expect(offered).toMatchObject({
      status: 'OFFERED',
      waitlistPosition: null,
      allowedTransitions: ['CONFIRMED', 'OFFER_DECLINED', 'WITHDRAWN'],
      seatOffer: { status: 'OPEN', isForGroup: false, version: 1 },
    });
    expect(stranger.acceptSeatOffer).toMatchObject({ __typename: 'OfferNotFound', code: 'OFFER_NOT_FOUND' });
    expect(taken.acceptSeatOffer.registration).toEqual({ id: offered.id, status: 'CONFIRMED' });
    expect(await registrationOf(second)).toMatchObject({ status: 'WAITLISTED', waitlistPosition: 1 });
  });

  it('are offered new seats as soon as there are some, and pass on what they decline', async () => {
    const { data } = await admin.ask(CHANGE_CAPACITY, { input: { editionId, capacity: 2 } });
    const offered = await registrationOf(second);
    const { data: declined } = await as(second).ask(DECLINE, { input: { seatOfferId: offered.seatOffer.id } });

    expect(data.changeCapacity.edition.availability).toEqual({
      capacity: 2,
      claimed: 1,
      offered: 1,
      waiting: 1,
      free: 0,
    });
    expect(declined.declineSeatOffer.registration).toEqual({ status: 'OFFER_DECLINED' });
    expect(await registrationOf(third)).toMatchObject({ status: 'OFFERED' });
  });

  it('are never left without what is theirs by fewer seats', async () => {
    const { data } = await admin.ask(CHANGE_CAPACITY, { input: { editionId, capacity: 1 } });

    expect(data.changeCapacity).toMatchObject({ __typename: 'CapacityBelowClaimed', claimed: 1 });
    expect(await registrationOf(third)).toMatchObject({ status: 'OFFERED' });
  });
});
