import { describe, expect, it } from 'vitest';
import { demoAccreditedUntil, demoDates } from '../../services/placements/seed/demo-calendar.rules.ts';
import { demoHosts } from '../../services/placements/seed/demo-openings.ts';

const now = new Date('2026-03-10T12:00:00Z');

describe('the dates of a demonstration opening', () => {
  it.each([
    ['Africa/Nairobi', '2026-03-31T20:59:00.000Z'],
    ['Europe/Istanbul', '2026-03-31T20:59:00.000Z'],
    ['Asia/Bangkok', '2026-03-31T16:59:00.000Z'],
  ])('put the deadline at 23:59 in %s', (timeZone, deadline) => {
    const dates = demoDates({ timeZone, deadlineInDays: 21, months: 6 }, now);

    expect(dates.applicationDeadline.toISOString()).toBe(deadline);
  });

  it("count days from the host's own today", () => {
    const lateInUtc = new Date('2026-03-10T23:00:00Z');

    const dates = demoDates({ timeZone: 'Asia/Bangkok', deadlineInDays: 21, months: 6 }, lateInUtc);

    expect(dates.applicationDeadline.toISOString()).toBe('2026-04-01T16:59:00.000Z');
  });

  it('let service last whole months, two months or more after the deadline', () => {
    const { startsOn, endsOn } = demoDates({ timeZone: 'Africa/Nairobi', deadlineInDays: 21, months: 6 }, now);

    expect({ startsOn, endsOn }).toEqual({ startsOn: '2026-06-01', endsOn: '2026-11-30' });
  });

  it('run over the end of a year', () => {
    const inNovember = new Date('2026-11-10T12:00:00Z');

    const { startsOn, endsOn } = demoDates({ timeZone: 'Africa/Nairobi', deadlineInDays: 21, months: 12 }, inNovember);

    expect({ startsOn, endsOn }).toEqual({ startsOn: '2027-02-01', endsOn: '2028-01-31' });
  });
});

describe("the demonstration's hosts", () => {
  const openings = demoHosts.flatMap((host) => host.openings.map((opening) => ({ ...opening, host })));

  it.each([['2026-01-01T00:00:00Z'], ['2026-12-31T23:59:59Z']])(
    'stay accredited past every last day, from %s',
    (day) => {
      const start = new Date(day);

      const lastDays = openings.map(
        ({ host, ...term }) => demoDates({ ...term, timeZone: host.timeZone }, start).endsOn,
      );

      expect(lastDays.filter((lastDay) => lastDay > demoAccreditedUntil(start))).toEqual([]);
    },
  );

  it('offer twelve openings, two in each sector', () => {
    const bySector = Map.groupBy(openings, ({ sector }) => sector);

    expect([...bySector].map(([sector, found]) => `${sector} ${found.length}`).sort()).toEqual([
      'CHILDREN 2',
      'CULTURE 2',
      'ELDERLY_CARE 2',
      'ENVIRONMENT 2',
      'RESCUE 2',
      'TEACHING 2',
    ]);
  });

  it('tell their openings apart', () => {
    const keys = openings.map(({ host, key }) => `${host.country}/${key}`);

    expect(new Set(keys).size).toBe(12);
  });
});
