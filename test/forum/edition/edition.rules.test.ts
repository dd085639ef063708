import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  contradictions,
  localDay,
} from '../../../services/forum/edition/administration/details/calendar.rules.ts';
import { checkChange } from '../../../services/forum/edition/administration/details/edition-change.rules.ts';
import {
  checkEdition,
  checkEditionTexts,
  NO_DATES,
  withDates,
} from '../../../services/forum/edition/administration/details/edition-details.rules.ts';
import { HOSTS_IN_TURN, nextHost } from '../../../services/forum/edition/administration/host/next-host.rules.ts';
import {
  needsGoBefore,
  textsGoBefore,
} from '../../../services/forum/edition/administration/retention/retention.rules.ts';
import { dueStep, stepProblem } from '../../../services/forum/edition/administration/status/edition-step.rules.ts';
import { EditionStatus, editionTransitions } from '../../../services/forum/edition/edition.rules.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';

const day = (number: number) => new Date(Date.UTC(2027, 4, number, 4));
const calendar: Calendar = {
  registrationOpensAt: day(1),
  registrationClosesAt: day(10),
  startsAt: day(20),
  endsAt: day(22),
  modification: day(12),
  nomination: day(5),
  confirmation: day(8),
  substitution: day(15),
  credentials: day(14),
};
const edition = {
  year: 2027,
  hostCountry: 'KG',
  timeZone: 'Asia/Bishkek',
  calendar,
  capacity: 400,
  waitlistLimit: 100,
  seatOfferHours: 48,
  isDemo: false,
};

describe('the calendar of an edition', () => {
  it('may hold all its dates in order, at one instant, or none', () => {
    const atOnce: Calendar = { ...calendar };
    for (const date of Object.keys(calendar)) Object.assign(atOnce, { [date]: day(7) });

    expect([calendar, atOnce, NO_DATES].map(contradictions)).toEqual([[], [], []]);
  });

  it.each<[string, Partial<Calendar>, [string, string, string][]]>([
    [
      'registration that closes before it opens',
      { registrationOpensAt: day(11) },
      [
        ['registrationOpensAt', 'too-late', 'registrationClosesAt'],
        ['registrationClosesAt', 'too-early', 'registrationOpensAt'],
      ],
    ],
    [
      'registration that closes after the start',
      { registrationClosesAt: day(21) },
      [
        ['registrationClosesAt', 'too-late', 'startsAt'],
        ['startsAt', 'too-early', 'registrationClosesAt'],
      ],
    ],
    [
      'an end before the start',
      { endsAt: day(19) },
      [
        ['startsAt', 'too-late', 'endsAt'],
        ['endsAt', 'too-early', 'startsAt'],
      ],
    ],
    [
      'an end before registration opens, while nothing between is set',
      {
        registrationClosesAt: null,
        startsAt: null,
        modification: null,
        endsAt: new Date(0),
        nomination: new Date(0),
        confirmation: null,
        credentials: null,
        substitution: null,
      },
      [
        ['registrationOpensAt', 'too-late', 'endsAt'],
        ['endsAt', 'too-early', 'registrationOpensAt'],
      ],
    ],
    [
      'changes allowed before registration opens',
      { modification: new Date(0) },
      [
        ['registrationOpensAt', 'too-late', 'modification'],
        ['modification', 'too-early', 'registrationOpensAt'],
      ],
    ],
    [
      'confirmations before nominations',
      { confirmation: day(4) },
      [
        ['nomination', 'too-late', 'confirmation'],
        ['confirmation', 'too-early', 'nomination'],
      ],
    ],
    [
      'credentials before confirmations',
      { credentials: day(7) },
      [
        ['confirmation', 'too-late', 'credentials'],
        ['credentials', 'too-early', 'confirmation'],
      ],
    ],
    [
      'substitutions before nominations',
      { substitution: day(4) },
      [
        ['nomination', 'too-late', 'substitution'],
        ['substitution', 'too-early', 'nomination'],
      ],
    ],
    [
      'credentials after the start',
      { credentials: day(21) },
      [
        ['startsAt', 'too-early', 'credentials'],
        ['credentials', 'too-late', 'startsAt'],
      ],
    ],
  ])('contradicts itself with %s, on both sides', (_case, dates, expected) => {
    const found = contradictions({ ...calendar, ...dates });

    expect(found.map(({ date, problem, other }) => [date, problem, other])).toEqual(expected);
  });

  it('lies in a zone: New Year in Bishkek is the evening before in Greenwich', () => {
    const evening = new Date('2026-12-31T20:00:00.000Z');

    expect(localDay(evening, 'Asia/Bishkek')).toEqual({ year: 2027, beginsAt: new Date('2026-12-31T18:00:00.000Z') });
    expect(localDay(evening, 'Europe/Minsk')).toEqual({ year: 2026, beginsAt: new Date('2026-12-30T21:00:00.000Z') });
  });

  it('clears what is null, sets what is given and keeps what is left out', () => {
    const changed = withDates(calendar, { startsAt: null, endsAt: day(30), credentials: undefined });

    expect(changed).toEqual({ ...calendar, startsAt: null, endsAt: day(30) });
  });
});

describe('an edition as a whole', () => {
  it('may be all right', () => expect(checkEdition(edition)).toEqual([]));

  it.each([
    ['a host that is an associate', { hostCountry: 'TM' }, ['hostCountry'], 'not-a-member'],
    ['a host that is no state of the Commonwealth', { hostCountry: 'FR' }, ['hostCountry'], 'not-a-member'],
    ['a zone that is none', { timeZone: 'Asia/Astana-on-Sea' }, ['timeZone'], 'unknown-zone'],
    ['an offset in place of a zone', { timeZone: '+05:00' }, ['timeZone'], 'unknown-zone'],
    ['a start in another year', { year: 2028 }, ['year'], 'wrong-year'],
    ['fewer seats than none', { capacity: -1 }, ['capacity'], 'negative'],
    ['a queue shorter than none', { waitlistLimit: -1 }, ['waitlistLimit'], 'negative'],
    ['offers for no time', { seatOfferHours: 0 }, ['seatOfferHours'], 'out-of-range'],
    ['offers for more than thirty days', { seatOfferHours: 721 }, ['seatOfferHours'], 'out-of-range'],
  ])('is refused with %s', (_case, wrong, path, problem) => {
    expect(checkEdition({ ...edition, ...wrong })).toEqual([{ path, problem }]);
  });

  it('is told all that is wrong at once, deadlines in their place', () => {
    const wrong = { ...edition, hostCountry: 'TM', capacity: -1, calendar: { ...calendar, credentials: day(21) } };

    expect(checkEdition(wrong).map(({ path }) => path)).toEqual([
      ['hostCountry'],
      ['startsAt'],
      ['deadlines', 'credentials'],
      ['capacity'],
    ]);
  });

  it('lies in any year as a demonstration', () => {
    expect(checkEdition({ ...edition, year: 2026, isDemo: true })).toEqual([]);
  });

  it('has texts in languages that exist, each once, and not empty', () => {
    const violations = checkEditionTexts({
      title: [
        { locale: 'kk', text: ' ' },
        { locale: 'xx', text: 'Forum' },
        { locale: 'KK', text: 'Форум' },
      ],
      city: [{ locale: 'ru', text: 'Б'.repeat(101) }],
    });

    expect(violations).toEqual([
      { path: ['title', '0', 'text'], problem: 'blank' },
      { path: ['title', '1', 'locale'], problem: 'unknown-language' },
      { path: ['title', '2', 'locale'], problem: 'repeated' },
      { path: ['city', '0', 'text'], problem: 'too-long', maximum: 100 },
    ]);
  });
});

describe('a change of an edition', () => {
  const open = { status: EditionStatus.REGISTRATION_OPEN, hasSeats: true };

  it('cannot clear what there must be, nor the dates of one that is open', () => {
    const given = { title: [], city: null, hostCountry: null, dates: { startsAt: null } };
    const after = { ...edition, calendar: withDates(calendar, given.dates) };

    expect(checkChange(given, after, open)).toEqual(
      ['title', 'city', 'hostCountry', 'startsAt'].map((field) => ({ path: [field], problem: 'required' })),
    );
    expect(checkChange({ dates: given.dates }, after, { ...open, status: EditionStatus.ANNOUNCED })).toEqual([]);
  });

  it('names the start where it would leave the year', () => {
    const startsAt = new Date('2028-01-01T00:00:00Z');
    const after = { ...edition, calendar: { ...NO_DATES, startsAt } };

    const violations = checkChange({ dates: { startsAt } }, after, { ...open, status: EditionStatus.DRAFT });

    expect(violations).toEqual([{ path: ['startsAt'], problem: 'wrong-year' }]);
  });

  it('limits no queue where there are no seats to wait for', () => {
    const violations = checkChange({ waitlistLimit: 5, dates: {} }, edition, { ...open, hasSeats: false });

    expect(violations).toEqual([{ path: ['waitlistLimit'], problem: 'no-capacity' }]);
  });
});

describe('the life of an edition', () => {
  it('goes where administrators take it, and by the calendar alone only onwards', () => {
    const steps = Object.values(EditionStatus).map((status) => [
      status,
      transitionsFrom(editionTransitions, status, 'administrator').join(' '),
      transitionsFrom(editionTransitions, status, 'portal').join(' '),
    ]);

    expect(steps).toEqual([
      ['DRAFT', 'ANNOUNCED CANCELLED POSTPONED', ''],
      ['ANNOUNCED', 'REGISTRATION_OPEN CANCELLED POSTPONED', 'REGISTRATION_OPEN'],
      ['REGISTRATION_OPEN', 'REGISTRATION_PAUSED REGISTRATION_CLOSED CANCELLED POSTPONED', 'REGISTRATION_CLOSED'],
      ['REGISTRATION_PAUSED', 'REGISTRATION_OPEN REGISTRATION_CLOSED CANCELLED POSTPONED', 'REGISTRATION_CLOSED'],
      ['REGISTRATION_CLOSED', 'IN_PROGRESS CANCELLED POSTPONED', 'IN_PROGRESS'],
      ['IN_PROGRESS', 'FINISHED', 'FINISHED'],
      ['FINISHED', 'ARCHIVED', ''],
      ['ARCHIVED', '', ''],
      ['CANCELLED', '', ''],
      ['POSTPONED', 'ANNOUNCED CANCELLED', ''],
    ]);
  });

  const { ANNOUNCED, REGISTRATION_OPEN, REGISTRATION_CLOSED, IN_PROGRESS, FINISHED, POSTPONED } = EditionStatus;
  const state = { status: ANNOUNCED, title: { kk: 'Форум' }, timeZone: 'Asia/Bishkek', calendar, capacity: 1 };
  const dates = ['registrationOpensAt', 'registrationClosesAt', 'startsAt', 'endsAt'];

  it.each([
    ['announced without a title', { title: {} }, ANNOUNCED, ['title']],
    ['announced anew without dates', { status: POSTPONED, calendar: NO_DATES }, ANNOUNCED, dates],
    ['opened without anything', { calendar: NO_DATES, capacity: null }, REGISTRATION_OPEN, [...dates, 'capacity']],
    ['begun without a start', { calendar: NO_DATES }, IN_PROGRESS, ['startsAt']],
    ['finished without an end', { calendar: NO_DATES }, FINISHED, ['endsAt']],
  ])('is not %s', (_case, lacking, to, missing) => {
    expect(stepProblem({ ...state, ...lacking }, to, day(1))).toEqual({ refusal: 'edition-incomplete', missing });
  });

  it('begins on the local day of its start, and not a millisecond before', () => {
    const beginsAt = new Date('2027-05-19T18:00:00.000Z');

    expect(stepProblem(state, IN_PROGRESS, new Date(beginsAt.getTime() - 1))).toEqual({
      refusal: 'edition-not-begun',
      beginsAt,
    });
    expect(stepProblem(state, IN_PROGRESS, beginsAt)).toBeNull();
  });

  it('is finished once it has ended', () => {
    expect(stepProblem(state, FINISHED, new Date(day(22).getTime() - 1))).toEqual({
      refusal: 'edition-not-over',
      endsAt: day(22),
    });
    expect(stepProblem(state, FINISHED, day(22))).toBeNull();
  });

  it.each([
    [ANNOUNCED, day(1), REGISTRATION_OPEN],
    [REGISTRATION_OPEN, day(10), REGISTRATION_CLOSED],
    [EditionStatus.REGISTRATION_PAUSED, day(10), REGISTRATION_CLOSED],
    [REGISTRATION_CLOSED, day(20), IN_PROGRESS],
    [IN_PROGRESS, day(22), FINISHED],
  ])('goes on from %s when its date comes', (status, at, to) => {
    expect([
      dueStep({ ...state, status }, new Date(at.getTime() - 1)),
      dueStep({ ...state, status }, at),
      dueStep({ ...state, status, calendar: NO_DATES }, at),
    ]).toEqual([null, to, null]);
  });
});

describe('whose turn it is to host', () => {
  it('follows the Russian alphabet, and begins again', () => {
    expect(HOSTS_IN_TURN).toEqual(['AZ', 'AM', 'BY', 'KZ', 'KG', 'MD', 'RU', 'TJ', 'UZ']);
    expect(HOSTS_IN_TURN.map(nextHost)).toEqual([...HOSTS_IN_TURN.slice(1), 'AZ']);
    expect(nextHost('TM')).toBeNull();
  });

  it('is the same by the names that Unicode knows, which calls Kyrgyzstan otherwise', () => {
    const names = new Intl.DisplayNames('ru', { type: 'region' });
    const { compare } = new Intl.Collator('ru');

    const order = HOSTS_IN_TURN.toSorted((a, b) => compare(names.of(a) ?? '', names.of(b) ?? ''));

    expect(order).toEqual(HOSTS_IN_TURN);
  });
});

describe('what people wrote', () => {
  it('goes thirty days and twenty-four months later', () => {
    const now = new Date('2028-03-31T02:10:00.000Z');

    expect([needsGoBefore(now), textsGoBefore(now)]).toEqual([
      new Date('2028-03-01T02:10:00.000Z'),
      new Date('2026-03-31T02:10:00.000Z'),
    ]);
  });
});
