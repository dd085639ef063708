import { describe, expect, it } from 'vitest';
import { ApplicationStatus } from '../../../services/placements/application/application.rules.ts';
import {
  AssessmentCriterion,
  checkScores,
  type GivenScores,
  overallScore,
} from '../../../services/placements/assessment/assessment.rules.ts';
import { OfferStatus, offerExpiry, offerStatusAt } from '../../../services/placements/offer/offer.rules.ts';
import { advancesFrom, callsUp } from '../../../services/placements/selection/selection.rules.ts';
import { dayIn, startOf } from '../../../services/shared/text/day.rules.ts';

const NOW = new Date('2026-06-01T21:30:00.000Z');
const STARTS = new Date('2026-10-01T00:00:00.000Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describe('where an application may be advanced', () => {
  it.each([
    [ApplicationStatus.WITH_HOST, 'host-officer', ['ASSESSED', 'NOT_SELECTED']],
    [ApplicationStatus.ASSESSED, 'host-officer', ['PREFERRED', 'RESERVE']],
    [ApplicationStatus.CLEARANCE, 'placement-officer', ['NOT_SELECTED']],
    [ApplicationStatus.OFFERED, 'placement-officer', []],
    [ApplicationStatus.SUBMITTED, 'volunteer', []],
    [ApplicationStatus.WITHDRAWN, 'placement-officer', []],
  ] as const)('from %s by a %s: %j', (from, actor, to) => expect(advancesFrom(from, actor)).toEqual(to));
});

describe('the reserve', () => {
  it.each([
    ['gives one for a place that nobody is chosen for', { free: 1, chosen: 0 }, 1],
    ['gives none where somebody waits for it', { free: 1, chosen: 1 }, 0],
    ['gives none where more are chosen than there are places', { free: 1, chosen: 3 }, 0],
    ['gives several for several', { free: 3, chosen: 1 }, 2],
  ])('%s', (_case, places, count) => expect(callsUp(places)).toBe(count));
});

describe('an offer', () => {
  it.each([
    ['ten days where nothing is said', null, STARTS, { expiresAt: later(10) }],
    ['until service begins, if that is sooner', null, later(3), { expiresAt: later(3) }],
    ['as long as asked', later(30), STARTS, { expiresAt: later(30) }],
    ['until the very beginning of service', STARTS, STARTS, { expiresAt: STARTS }],
    ['for no time that is over', NOW, STARTS, { problem: 'PAST' }],
    ['not into service', later(200), STARTS, { problem: 'AFTER_START' }],
  ])('stands %s', (_case, asked, startsAt, expiry) => expect(offerExpiry(asked, startsAt, NOW)).toEqual(expiry));

  it('has expired at its very instant, and not before; one that was answered never does', () => {
    expect(offerStatusAt(OfferStatus.OPEN, NOW, NOW)).toBe(OfferStatus.EXPIRED);
    expect(offerStatusAt(OfferStatus.OPEN, new Date(NOW.getTime() + 1), NOW)).toBe(OfferStatus.OPEN);
    expect(offerStatusAt(OfferStatus.ACCEPTED, later(-1), NOW)).toBe(OfferStatus.ACCEPTED);
  });
});

describe('scores', () => {
  const { SKILLS, MOTIVATION } = AssessmentCriterion;
  const given = (change: Partial<GivenScores>): GivenScores => ({
    score: null,
    criteria: [],
    comment: null,
    ...change,
  });

  it('are given as a whole, or are the mean of the criteria', () => {
    const criteria = [
      { criterion: SKILLS, score: 5 },
      { criterion: MOTIVATION, score: 4 },
    ];

    expect(overallScore(given({ score: 2, criteria }))).toBe(2);
    expect(overallScore(given({ criteria }))).toBe(5);
  });

  it.each([
    ['nothing', {}, ['SCORE_REQUIRED']],
    ['6 of 5', { score: 6 }, ['SCORE_OUT_OF_RANGE']],
    [
      'a criterion twice, out of range, and a comment too long',
      {
        criteria: [
          { criterion: SKILLS, score: 0 },
          { criterion: SKILLS, score: 3 },
        ],
        comment: 'x'.repeat(2001),
      },
      ['SCORE_OUT_OF_RANGE', 'CRITERION_TWICE', 'TOO_LONG'],
    ],
  ])('that are %s say all that is wrong', (_case, change, problems) =>
    expect(checkScores(given(change)).map(({ problem }) => problem)).toEqual(problems),
  );
});

it('knows the day at a place, and when it begins there', () => {
  expect(dayIn('Africa/Nairobi', NOW)).toBe('2026-06-02');
  expect(startOf('2026-10-01', 'Africa/Nairobi').toISOString()).toBe('2026-09-30T21:00:00.000Z');
});
