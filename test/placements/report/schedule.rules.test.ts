import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DutyReportKind, DutyReportState } from '../../../services/placements/report/report.rules.ts';
import {
  reschedule,
  type ScheduledReport,
  scheduleAtEnding,
  scheduleOf,
} from '../../../services/placements/report/schedule/schedule.rules.ts';

const { ARRIVAL, PERIODIC, FINAL, HOST_EVALUATION } = DutyReportKind;
const { DUE, DRAFT, SUBMITTED, RETURNED, ACCEPTED } = DutyReportState;

const written = ({ kind, period, coversFrom, coversUntil, opensOn, dueOn }: ScheduledReport) =>
  `${kind} ${period}: ${coversFrom} to ${coversUntil}, opens ${opensOn}, due ${dueOn}`;

/** First days of service in this century, and how many days it lasts. */
const services = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1500 })).map(([day, days]) => {
  const first = Temporal.PlainDate.from('2020-01-01').add({ days: day });
  return { enteredOn: first.toString(), endsOn: first.add({ days }).toString() };
});

function kept(schedule: readonly ScheduledReport[], state: (one: ScheduledReport) => DutyReportState) {
  return schedule.map((one) => ({ ...one, state: state(one) }));
}

describe('the schedule of reports', () => {
  it('of half a year asks for arrival, three months, and the whole by both', () => {
    const schedule = scheduleOf({ enteredOn: '2026-09-01', endsOn: '2027-02-28' });

    expect(schedule.map(written)).toEqual([
      'ARRIVAL 1: 2026-09-01 to 2026-09-14, opens 2026-09-01, due 2026-09-15',
      'PERIODIC 1: 2026-09-01 to 2026-11-30, opens 2026-11-16, due 2026-12-14',
      'FINAL 1: 2026-09-01 to 2027-02-28, opens 2027-01-29, due 2027-03-14',
      'HOST_EVALUATION 1: 2026-09-01 to 2027-02-28, opens 2027-01-29, due 2027-03-14',
    ]);
  });

  it('of a week asks for no period, and for no day after the last', () => {
    const schedule = scheduleOf({ enteredOn: '2026-09-01', endsOn: '2026-09-07' });

    expect(schedule.map(written)).toEqual([
      'ARRIVAL 1: 2026-09-01 to 2026-09-07, opens 2026-09-01, due 2026-09-08',
      'FINAL 1: 2026-09-01 to 2026-09-07, opens 2026-09-01, due 2026-09-21',
      'HOST_EVALUATION 1: 2026-09-01 to 2026-09-07, opens 2026-09-01, due 2026-09-21',
    ]);
  });

  it('has each three months follow the ones before, also from the last day of a month', () => {
    const schedule = scheduleOf({ enteredOn: '2026-11-30', endsOn: '2027-11-30' });

    expect(
      schedule.filter(({ kind }) => kind === PERIODIC).map(({ coversFrom, coversUntil }) => [coversFrom, coversUntil]),
    ).toEqual([
      ['2026-11-30', '2027-02-27'],
      ['2027-02-28', '2027-05-29'],
      ['2027-05-30', '2027-08-29'],
      ['2027-08-30', '2027-11-29'],
    ]);
  });

  it('covers every day of service, each period once, and is due after what it tells of', () => {
    fc.assert(
      fc.property(services, ({ enteredOn, endsOn }) => {
        const schedule = scheduleOf({ enteredOn, endsOn });

        const final = schedule.find(({ kind }) => kind === FINAL);
        expect([final?.coversFrom, final?.coversUntil]).toEqual([enteredOn, endsOn]);
        const periods = schedule.filter(({ kind }) => kind === PERIODIC);
        for (const [index, { coversFrom }] of periods.entries()) {
          const before = periods[index - 1];
          const follows = before && Temporal.PlainDate.from(before.coversUntil).add({ days: 1 }).toString();
          expect(coversFrom).toBe(follows ?? enteredOn);
        }
        // No more than three months are left to the final report.
        const told = periods.at(-1)?.coversUntil;
        const since = Temporal.PlainDate.from(told ?? enteredOn);
        expect(Temporal.PlainDate.compare(since.add({ months: 3, days: 3 }), endsOn)).toBeGreaterThanOrEqual(0);
        const keys = schedule.map(({ kind, period }) => `${kind} ${period}`);
        expect(keys).toEqual([...new Set(keys)]);
        for (const { coversFrom, coversUntil, opensOn, dueOn } of schedule) {
          expect([
            coversFrom <= coversUntil,
            opensOn >= enteredOn,
            opensOn <= coversUntil,
            coversUntil < dueOn,
          ]).toEqual([true, true, true, true]);
          expect(coversUntil <= endsOn).toBe(true);
        }
      }),
    );
  });

  it('at an early end asks for what was over by then, and the closing reports that the ending asks for', () => {
    const schedule = scheduleAtEnding({ enteredOn: '2026-09-01', endedOn: '2026-12-20' }, [FINAL]);

    expect(schedule.map(({ kind, coversUntil }) => `${kind} ${coversUntil}`)).toEqual([
      'ARRIVAL 2026-09-14',
      'PERIODIC 2026-11-30',
      'FINAL 2026-12-20',
    ]);
  });
});

describe('reports whose schedule is another', () => {
  const before = scheduleOf({ enteredOn: '2026-09-01', endsOn: '2027-02-28' });
  const after = scheduleOf({ enteredOn: '2026-09-01', endsOn: '2027-05-31' });

  it('move where they wait for their author, and new periods are made', () => {
    const { made, moved, dropped } = reschedule(
      kept(before, ({ kind }) => (kind === ARRIVAL ? ACCEPTED : DUE)),
      after,
    );

    expect(made.map(written)).toEqual(['PERIODIC 2: 2026-12-01 to 2027-02-28, opens 2027-02-14, due 2027-03-14']);
    expect(moved.map(({ report, days }) => `${report.kind} ${days.coversUntil} ${days.dueOn}`)).toEqual([
      'PERIODIC 2026-11-30 2026-12-14',
      'FINAL 2027-05-31 2027-06-14',
      'HOST_EVALUATION 2027-05-31 2027-06-14',
    ]);
    expect(dropped).toEqual([]);
  });

  it('tell of the days since, where service goes on after the whole was told of', () => {
    const handedIn = kept(before, ({ kind }) => (kind === HOST_EVALUATION ? ACCEPTED : SUBMITTED));

    const { made } = reschedule(handedIn, after);

    expect(made.map(written)).toEqual([
      'PERIODIC 2: 2026-12-01 to 2027-02-28, opens 2027-02-14, due 2027-03-14',
      'FINAL 2: 2027-03-01 to 2027-05-31, opens 2027-05-01, due 2027-06-14',
      'HOST_EVALUATION 2: 2027-03-01 to 2027-05-31, opens 2027-05-01, due 2027-06-14',
    ]);
  });

  it('are dropped where nobody has begun them and nobody asks any more', () => {
    const ended = scheduleAtEnding({ enteredOn: '2026-09-01', endedOn: '2026-10-20' }, []);
    const begun = kept(before, ({ kind }) => (kind === FINAL ? DRAFT : DUE));

    const { made, dropped } = reschedule(begun, ended);

    expect(made).toEqual([]);
    expect(dropped.map(({ kind }) => kind)).toEqual([PERIODIC, HOST_EVALUATION]);
  });

  it('fit at once, and change no more when it is done again', () => {
    const states = fc.constantFrom(DUE, DRAFT, SUBMITTED, RETURNED, ACCEPTED);
    fc.assert(
      fc.property(
        services,
        fc.integer({ min: -400, max: 400 }),
        fc.array(states, { minLength: 24 }),
        (service, days, drawn) => {
          const last = Temporal.PlainDate.from(service.endsOn).add({ days }).toString();
          const other = { enteredOn: service.enteredOn, endsOn: last < service.enteredOn ? service.enteredOn : last };
          const there = scheduleOf(service).map((one, index) => ({ ...one, state: drawn[index] ?? DUE }));

          const { made, moved, dropped } = reschedule(there, scheduleOf(other));

          const then = [
            ...there
              .filter((one) => !dropped.includes(one))
              .map((one) => ({ ...one, ...moved.find(({ report }) => report === one)?.days })),
            ...made.map((one) => ({ ...one, state: DUE })),
          ];
          const keys = then.map(({ kind, period }) => `${kind} ${period}`);
          expect(keys).toEqual([...new Set(keys)]);
          const finals = then.filter(({ kind }) => kind === FINAL).toSorted((a, b) => a.period - b.period);
          expect(finals[0]?.coversFrom).toBe(service.enteredOn);
          expect((finals.at(-1)?.coversUntil ?? '') >= other.endsOn).toBe(true);
          for (const [index, { coversFrom }] of finals.slice(1).entries()) {
            expect(coversFrom).toBe(
              Temporal.PlainDate.from(finals[index]?.coversUntil ?? '')
                .add({ days: 1 })
                .toString(),
            );
          }
          for (const one of then)
            expect([one.opensOn <= one.coversUntil, one.coversUntil < one.dueOn]).toEqual([true, true]);
          const again = reschedule(then, scheduleOf(other));
          expect([again.made, again.dropped]).toEqual([[], []]);
          for (const { report, days: same } of again.moved) expect(report).toMatchObject(same);
          for (const one of there.filter(({ state }) => state === SUBMITTED || state === ACCEPTED))
            expect(then).toContainEqual(one);
        },
      ),
    );
  });
});
