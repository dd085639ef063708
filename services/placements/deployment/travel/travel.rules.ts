import { daysAfter } from '../place-day.rules.ts';

/** Why nobody departs on a day: it has passed, or service is over by then. Null where somebody may. */
export function checkDeparture(
  departsOn: string,
  { today, endsOn }: { readonly today: string; readonly endsOn: string },
) {
  const refused = { refusal: 'invalid-day', path: ['departsOn'] } as const;
  if (departsOn < today) return { ...refused, problem: 'NOT_BEFORE', day: today } as const;
  return departsOn > endsOn ? ({ ...refused, problem: 'NOT_AFTER', day: endsOn } as const) : null;
}

/**
 * Why nobody enters on duty on a day: it is to come, before they could set out, or after the last day. Null where somebody
 * may, also before the agreed first day.
 *
 * `setsOutOn` is told where the journey begins, where it may be a day later than at the place.
 */
export function checkEntry(
  on: string,
  { today, setsOutOn, endsOn }: { readonly today: string; readonly setsOutOn: string; readonly endsOn: string },
) {
  const refused = { refusal: 'invalid-day', path: ['on'] } as const;
  const first = daysAfter(setsOutOn, -1);
  if (on > today) return { ...refused, problem: 'IN_FUTURE', day: today } as const;
  if (on < first) return { ...refused, problem: 'NOT_BEFORE', day: first } as const;
  return on > endsOn ? ({ ...refused, problem: 'NOT_AFTER', day: endsOn } as const) : null;
}
