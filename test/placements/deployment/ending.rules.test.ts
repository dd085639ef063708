import { describe, expect, it } from 'vitest';
import { DeploymentEnding, DeploymentStatus } from '../../../services/placements/deployment/deployment.rules.ts';
import { CompletionItem } from '../../../services/placements/deployment/ending/completion.rules.ts';
import { checkEnding } from '../../../services/placements/deployment/ending/end-input.rules.ts';
import { certificateOf, endings, reportsDueOf } from '../../../services/placements/deployment/ending/ending.rules.ts';
import {
  monthlyCost,
  owedIn,
  settleEntitlements,
} from '../../../services/placements/deployment/ending/entitlement.rules.ts';
import { checkLeave, checkLeaveEnd } from '../../../services/placements/deployment/leave/leave.rules.ts';
import { daysFrom, monthsBegun } from '../../../services/placements/deployment/place-day.rules.ts';
import { checkDeparture, checkEntry } from '../../../services/placements/deployment/travel/travel.rules.ts';
import { dayIn } from '../../../services/shared/text/day.rules.ts';
import { ENDS_ON, ENTITLEMENTS, STARTS_ON } from './given.ts';

const { COMPLETED, RESIGNED, EARLY_RETURN_MEDICAL, TERMINATED } = DeploymentEnding;
const service = { startsOn: STARTS_ON, endsOn: ENDS_ON, departsOn: STARTS_ON, enteredOn: STARTS_ON };

function amounts(ending: DeploymentEnding, on: string, change: Partial<typeof service> | object = {}) {
  return settleEntitlements(ENTITLEMENTS, { ...service, ...change }, { ending, on }).map(
    ({ kind, amount, change }) => `${kind} ${amount} ${change}`,
  );
}

describe('an ending', () => {
  it('is one of the seven, each a state of its own', () => {
    expect(Object.keys(endings).toSorted()).toEqual(Object.keys(DeploymentEnding).toSorted());
    expect(Object.keys(endings).filter((ending) => !(ending in DeploymentStatus))).toEqual([]);
  });

  it.each([
    [
      COMPLETED,
      ENDS_ON,
      ['ENTRY_LUMP_SUM 1000 KEPT', 'MONTHLY_ALLOWANCE 3000 KEPT', 'TRAVEL null KEPT', 'EXIT_ALLOWANCE 1840 KEPT'],
    ],
    [
      RESIGNED,
      '2026-05-31',
      [
        'ENTRY_LUMP_SUM 1000 KEPT',
        'MONTHLY_ALLOWANCE 1500 PRORATED',
        'TRAVEL null WITHHELD',
        'EXIT_ALLOWANCE 0 WITHHELD',
      ],
    ],
    [
      EARLY_RETURN_MEDICAL,
      '2026-05-31',
      [
        'ENTRY_LUMP_SUM 1000 KEPT',
        'MONTHLY_ALLOWANCE 1500 PRORATED',
        'TRAVEL null KEPT',
        'TRAVEL null ADDED',
        'EXIT_ALLOWANCE 920 PRORATED',
      ],
    ],
    [
      TERMINATED,
      '2026-06-01',
      ['ENTRY_LUMP_SUM 1000 KEPT', 'MONTHLY_ALLOWANCE 2000 PRORATED', 'TRAVEL null KEPT', 'EXIT_ALLOWANCE 0 WITHHELD'],
    ],
  ])('%s changes entitlements as its terms say', (ending, on, expected) => {
    expect(amounts(ending, on)).toEqual(expected);
  });

  it('gives nothing to whoever never set out', () => {
    const change = { departsOn: null, enteredOn: null };

    expect(amounts(DeploymentEnding.HOST_WITHDREW, '2026-02-20', change)).toEqual([
      'ENTRY_LUMP_SUM 0 WITHHELD',
      'MONTHLY_ALLOWANCE 0 WITHHELD',
      'TRAVEL null WITHHELD',
      'EXIT_ALLOWANCE 0 WITHHELD',
    ]);
    expect(certificateOf(DeploymentEnding.HOST_WITHDREW, false)).toBe('NONE');
    expect(reportsDueOf(DeploymentEnding.HOST_WITHDREW, false)).toEqual([]);
  });

  it('pays by the month begun and by the day to the smallest unit, however large the sums', () => {
    const large = ENTITLEMENTS.map((one) => ({
      ...one,
      amountMinor: one.amountMinor === null ? null : 9_000_000_000_000,
    }));
    const settled = settleEntitlements(large, service, { ending: EARLY_RETURN_MEDICAL, on: '2026-05-31' });

    expect(owedIn('KZT', settled)).toBe(9_000_000_000_000 + 27_000_000_000_000 + 4_500_000_000_000);
    expect(owedIn('USD', settled)).toBe(0);
    expect(monthlyCost(ENTITLEMENTS, { from: STARTS_ON, until: ENDS_ON }, 'KZT')).toBe(3_000);
    expect(monthlyCost(ENTITLEMENTS, { from: STARTS_ON, until: ENDS_ON }, null)).toBe(0);
  });
});

describe('what is asked of an ending', () => {
  const form = { reason: null, evidence: null, ticks: [] };

  it.each([
    ['no reason to complete', { ...form, ending: COMPLETED }, []],
    ['a reason to resign', { ...form, ending: RESIGNED }, ['reason MISSING']],
    ['no word about health', { ...form, ending: EARLY_RETURN_MEDICAL, reason: 'flu' }, ['reason NOT_TAKEN']],
    [
      'the paper that is due',
      { ...form, ending: RESIGNED, reason: 'x', evidence: 'DECISION' as never },
      ['evidence OTHER_EVIDENCE'],
    ],
    [
      'items of the office, once each',
      {
        ...form,
        ending: COMPLETED,
        ticks: [
          CompletionItem.ADVANCES_SETTLED,
          CompletionItem.ADVANCES_SETTLED,
          CompletionItem.FINAL_REPORT_ACCEPTED,
          CompletionItem.WORK_HANDED_OVER,
        ].map((item) => ({ item, done: true })),
      },
      ['checklist.1.item REPEATED', 'checklist.2.item ITEM_OF_OTHERS', 'checklist.3.item ITEM_OF_OTHERS'],
    ],
  ])('%s', (_case, asked, expected) => {
    expect(checkEnding(asked).map(({ path, problem }) => `${path.join('.')} ${problem}`)).toEqual(expected);
  });
});

describe('days', () => {
  it('are those at the place', () => {
    expect(dayIn('Africa/Nairobi', new Date('2026-06-15T21:30:00Z'))).toBe('2026-06-16');
  });

  it.each([
    ['2026-01-01', '2026-01-01', 1, 1],
    ['2026-01-01', '2026-01-31', 1, 31],
    ['2026-01-01', '2026-02-01', 2, 32],
    ['2026-01-31', '2026-02-28', 1, 29],
    ['2026-01-02', '2026-01-01', 0, 0],
  ])('from %s to %s are %i months begun and %i days', (from, until, months, days) => {
    expect([monthsBegun(from, until), daysFrom(from, until)]).toEqual([months, days]);
  });

  it.each([
    [
      'of departure that has passed',
      checkDeparture('2026-06-14', { today: '2026-06-15', endsOn: ENDS_ON }),
      'NOT_BEFORE',
    ],
    ['of departure after the end', checkDeparture('2026-09-01', { today: '2026-06-15', endsOn: ENDS_ON }), 'NOT_AFTER'],
    ['of departure today', checkDeparture('2026-06-15', { today: '2026-06-15', endsOn: ENDS_ON }), undefined],
    [
      'of entry to come',
      checkEntry('2026-06-16', { today: '2026-06-15', setsOutOn: '2026-06-14', endsOn: ENDS_ON }),
      'IN_FUTURE',
    ],
    [
      'of entry two days before departure',
      checkEntry('2026-06-12', { today: '2026-06-15', setsOutOn: '2026-06-14', endsOn: ENDS_ON }),
      'NOT_BEFORE',
    ],
    [
      'of entry when departing beyond the date line',
      checkEntry('2026-06-13', { today: '2026-06-15', setsOutOn: '2026-06-14', endsOn: ENDS_ON }),
      undefined,
    ],
    [
      'of leave to come',
      checkLeave({ from: '2026-06-16', until: '2026-06-17' }, { ...service, today: '2026-06-15' }),
      'IN_FUTURE',
    ],
    [
      'of leave before entry',
      checkLeave({ from: '2026-02-28', until: '2026-06-17' }, { ...service, today: '2026-06-15' }),
      'NOT_BEFORE',
    ],
    [
      'of leave past the end',
      checkLeave({ from: '2026-06-15', until: '2026-09-01' }, { ...service, today: '2026-06-15' }),
      'NOT_AFTER',
    ],
    [
      'of leave that ends first',
      checkLeave({ from: '2026-06-15', until: '2026-06-14' }, { ...service, today: '2026-06-15' }),
      'NOT_BEFORE',
    ],
    [
      'back before leave began',
      checkLeaveEnd('2026-06-01', { today: '2026-06-15', fromOn: '2026-06-02' }),
      'NOT_BEFORE',
    ],
  ])('%s', (_case, refusal, problem) => {
    expect(refusal?.problem).toBe(problem);
  });
});
