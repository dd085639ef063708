import { describe, expect, it } from 'vitest';
import { EditionStatus, editionTransitions } from '../../services/forum/edition/edition.rules.ts';
import { checkDetails } from '../../services/forum/registration/register/registration-input.rules.ts';
import {
  admit,
  ParticipantCategory,
  RegistrationStatus,
  registrationTransitions,
} from '../../services/forum/registration/registration.rules.ts';
import { demoCalendar } from '../../services/forum/seed/demo-calendar.rules.ts';
import { transitionsFrom } from '../../services/shared/state-machine.rules.ts';

const opensAt = new Date('2026-10-01T04:00:00Z');
const closesAt = new Date('2026-11-01T13:00:00Z');
const whileOpen = new Date('2026-10-15T00:00:00Z');
const terms = { status: EditionStatus.REGISTRATION_OPEN, opensAt, closesAt };
const seats = { free: 1, offered: 0, waiting: 0, waitlistLimit: 2 };

describe('admission', () => {
  it.each([
    ['confirms while a seat is free', seats, { status: 'CONFIRMED' }],
    ['queues when every seat is taken', { ...seats, free: 0 }, { status: 'WAITLISTED' }],
    ['keeps a free seat for the head of the queue', { ...seats, waiting: 1 }, { status: 'WAITLISTED' }],
    ['refuses when the queue is full too', { ...seats, free: 0, waiting: 2 }, { refusal: 'full' }],
  ])('%s', (_case, taken, admission) => {
    expect(admit(terms, ParticipantCategory.OPEN, taken, whileOpen)).toEqual(admission);
  });

  it.each([
    ['a millisecond before it opens', { at: new Date(opensAt.getTime() - 1) }, { refusal: 'not-open' }],
    ['at the instant it opens', { at: opensAt }, { status: 'CONFIRMED' }],
    ['a millisecond before it closes', { at: new Date(closesAt.getTime() - 1) }, { status: 'CONFIRMED' }],
    ['at the instant it closes', { at: closesAt }, { refusal: 'not-open' }],
  ])('decides %s', (_case, { at }, admission) => {
    expect(admit(terms, ParticipantCategory.OPEN, seats, at)).toEqual(admission);
  });

  it.each(Object.values(EditionStatus).filter((status) => status !== EditionStatus.REGISTRATION_OPEN))(
    'is closed while the edition is %s',
    (status) => {
      const admission = admit({ ...terms, status }, ParticipantCategory.OPEN, seats, whileOpen);

      expect(admission).toEqual({ refusal: 'not-open' });
    },
  );

  it('is closed until dates are announced', () => {
    const unannounced = { ...terms, opensAt: null, closesAt: null };

    expect(admit(unannounced, ParticipantCategory.OPEN, seats, whileOpen)).toEqual({ refusal: 'not-open' });
  });

  it.each([
    [ParticipantCategory.DELEGATE, { refusal: 'nomination-required' }],
    [ParticipantCategory.SPEAKER, { status: 'PENDING_REVIEW' }],
    [ParticipantCategory.PRESS, { status: 'PENDING_REVIEW' }],
    [ParticipantCategory.GUEST, { status: 'PENDING_REVIEW' }],
    [ParticipantCategory.STAFF, { status: 'PENDING_REVIEW' }],
  ])('sends %s their own way, whatever seats there are', (category, admission) => {
    expect(admit(terms, category, { ...seats, free: 0, waiting: 2 }, whileOpen)).toEqual(admission);
  });
});

describe('the life of a registration', () => {
  it('lets its person withdraw it until it has ended, accept and decline an offer, and nothing else', () => {
    const byParticipant = Object.values(RegistrationStatus).map((status) => [
      status,
      transitionsFrom(registrationTransitions, status, 'participant'),
    ]);

    expect(Object.fromEntries(byParticipant)).toEqual({
      DRAFT: ['SUBMITTED', 'WITHDRAWN'],
      SUBMITTED: ['WITHDRAWN'],
      PENDING_REVIEW: ['WITHDRAWN'],
      CONFIRMED: ['WITHDRAWN'],
      WAITLISTED: ['WITHDRAWN'],
      OFFERED: ['CONFIRMED', 'OFFER_DECLINED', 'WITHDRAWN'],
      OFFER_EXPIRED: [],
      OFFER_DECLINED: [],
      REJECTED: [],
      CANCELLED: [],
      WITHDRAWN: [],
      ATTENDED: [],
      NO_SHOW: [],
    });
  });

  it('names no step twice', () => {
    for (const table of [registrationTransitions, editionTransitions]) {
      const steps = table.map(({ from, to }) => `${from} → ${to}`);
      expect(steps.filter((step, index) => steps.indexOf(step) < index)).toEqual([]);
    }
  });
});

describe('what a person says of themself', () => {
  const details = {
    category: ParticipantCategory.OPEN,
    affiliation: null,
    dietaryNeeds: null,
    accessibilityNeeds: null,
    interpretationLanguage: null,
    consents: [],
  };

  it('may be nothing but the category', () => expect(checkDetails(details, null)).toEqual([]));

  it('is checked as a whole', () => {
    const violations = checkDetails({ ...details, affiliation: 'x'.repeat(201), accessibilityNeeds: '\n' }, ' ');

    expect(violations).toEqual([
      { path: ['idempotencyKey'], problem: 'blank' },
      { path: ['affiliation'], problem: 'too-long', maximum: 200 },
      { path: ['accessibilityNeeds'], problem: 'blank' },
    ]);
  });
});

describe("the demonstration's calendar", () => {
  it('is open at present and in the zone of Astana, which is UTC+5 since March 2024', () => {
    const calendar = demoCalendar(new Date('2026-11-22T20:00:00Z'));

    expect({
      opens: calendar.registrationOpensAt.toISOString(),
      closes: calendar.registrationClosesAt.toISOString(),
      nomination: calendar.nominationClosesAt.toISOString(),
      confirmation: calendar.confirmationClosesAt.toISOString(),
      substitution: calendar.substitutionClosesAt.toISOString(),
      credentials: calendar.credentialsCloseAt.toISOString(),
      starts: calendar.startsAt.toISOString(),
      ends: calendar.endsAt.toISOString(),
    }).toEqual({
      opens: '2026-11-09T04:00:00.000Z',
      closes: '2026-12-14T13:00:00.000Z',
      nomination: '2026-12-07T13:00:00.000Z',
      confirmation: '2026-12-14T13:00:00.000Z',
      substitution: '2026-12-17T13:00:00.000Z',
      credentials: '2026-12-19T13:00:00.000Z',
      starts: '2026-12-21T04:00:00.000Z',
      ends: '2026-12-22T13:00:00.000Z',
    });
  });

  it('knows that Kazakhstan has been one zone since 2024-03-01', () => {
    const offsetOn = (day: string) =>
      Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Asia/Almaty', plainTime: '12:00' }).offset;

    expect([offsetOn('2024-02-29'), offsetOn('2024-03-01'), offsetOn('2026-07-01')]).toEqual([
      '+06:00',
      '+05:00',
      '+05:00',
    ]);
  });
});
