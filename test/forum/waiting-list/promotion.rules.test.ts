import { describe, expect, it } from 'vitest';
import { EditionStatus } from '../../../services/forum/edition/edition.rules.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import {
  NoOfferReason,
  noOfferReason,
  offerExpiry,
  offersEnded,
  priorityClassOf,
  promote,
  type QueueEntry,
} from '../../../services/forum/waiting-list/waiting-list.rules.ts';

const now = new Date('2026-05-01T08:00:00.000Z');
const later = new Date('2026-10-01T04:00:00.000Z');
const open = { status: EditionStatus.REGISTRATION_OPEN, startsAt: later, seatOfferHours: 48 };

const one = (id: string): QueueEntry => ({ id, size: 1, passedOver: 0 });
const group = (id: string, size: number, passedOver = 0): QueueEntry => ({ id, size, passedOver });

describe('free seats are offered', () => {
  it.each([
    ['in the order of the queue', [one('a'), one('b'), one('c')], 2, ['a', 'b'], {}, true],
    ['to nobody where none is free', [one('a')], 0, [], {}, true],
    ['to everybody where there are enough', [one('a'), one('b')], 5, ['a', 'b'], {}, false],
    ['to a group as a whole', [group('g', 3), one('a')], 4, ['g', 'a'], {}, true],
    [
      'past a group that does not fit, which is noted',
      [group('g', 3), one('a'), one('b')],
      2,
      ['a', 'b'],
      { g: 2 },
      true,
    ],
    [
      'past a group three times and no more',
      [group('g', 5), one('a'), one('b'), one('c'), one('d')],
      4,
      ['a', 'b', 'c'],
      { g: 3 },
      true,
    ],
    ['to nobody behind a group that was passed over three times', [group('g', 3, 3), one('a')], 2, [], {}, true],
    ['to a group that was passed over, as soon as it fits', [group('g', 3, 3), one('a')], 4, ['g', 'a'], {}, true],
    ['past a group larger than the edition, without end', [group('g', 11, 3), one('a')], 2, ['a'], {}, false],
    ['to a smaller group behind a larger one', [group('g', 5), group('h', 2), one('a')], 3, ['h', 'a'], { g: 2 }, true],
  ] as const)('%s', (_case, entries, free, offered, passedOver, isSettled) => {
    const promotion = promote(entries, free, 10);

    expect({ ...promotion, passedOver: Object.fromEntries(promotion.passedOver) }).toEqual({
      offered,
      passedOver,
      isSettled,
    });
  });
});

describe('offers', () => {
  it.each([
    ['are made while registration is open', EditionStatus.REGISTRATION_OPEN, later, null],
    ['are made while it pauses', EditionStatus.REGISTRATION_PAUSED, later, null],
    ['are made after it closed', EditionStatus.REGISTRATION_CLOSED, later, null],
    ['are suspended while the edition is put off', EditionStatus.POSTPONED, later, NoOfferReason.OFFERS_SUSPENDED],
    ['are suspended before registration opens', EditionStatus.ANNOUNCED, null, NoOfferReason.OFFERS_SUSPENDED],
    ['end with the hour of the start', EditionStatus.REGISTRATION_CLOSED, now, NoOfferReason.EDITION_STARTED],
    ['end with the start', EditionStatus.IN_PROGRESS, later, NoOfferReason.EDITION_STARTED],
  ])('%s', (_case, status, startsAt, ended) => {
    expect(offersEnded({ ...open, status, startsAt }, now)).toBe(ended);
  });

  it('run for the hours the edition grants, and never past its start', () => {
    const soon = new Date('2026-05-02T08:00:00.000Z');

    expect(offerExpiry(open, now).toISOString()).toBe('2026-05-03T08:00:00.000Z');
    expect(offerExpiry({ ...open, startsAt: soon }, now)).toEqual(soon);
  });
});

describe('somebody who waits', () => {
  it.each([
    ['hears that every seat is taken', { free: 0, size: 1, isBehindHeld: false }, NoOfferReason.NO_FREE_SEAT],
    ['hears that seats are kept for a group', { free: 2, size: 1, isBehindHeld: true }, NoOfferReason.HELD_FOR_GROUP],
    ['hears that the group does not fit', { free: 2, size: 3, isBehindHeld: false }, NoOfferReason.GROUP_DOES_NOT_FIT],
    ['hears nothing while an offer is on its way', { free: 2, size: 1, isBehindHeld: false }, null],
  ])('%s', (_case, place, reason) => {
    expect(noOfferReason(open, place, now)).toBe(reason);
  });

  it('hears first that nobody is offered a seat any more', () => {
    const place = { free: 0, size: 1, isBehindHeld: false };

    expect(noOfferReason({ ...open, startsAt: now }, place, now)).toBe(NoOfferReason.EDITION_STARTED);
  });
});

it('puts those who speak or work there before press and guests, and these before everyone else', () => {
  const classes = Object.values(ParticipantCategory).map((category) => [category, priorityClassOf(category)]);

  expect(Object.fromEntries(classes)).toEqual({ DELEGATE: 1, SPEAKER: 1, STAFF: 1, PRESS: 2, GUEST: 2, OPEN: 3 });
});
