/** Why nobody departs on a day: it has passed, or service is over by then. Null where somebody may. */
export function checkDeparture(
  departsOn: string,
  { today, endsOn }: { readonly today: string; readonly endsOn: string },
) {
  const refused = { refusal: 'invalid-day', path: ['departsOn'] } as const;
  if (departsOn < today) return { ...refused, problem: 'NOT_BEFORE', day: today } as const;
  return departsOn > endsOn ? ({ ...refused, problem: 'NOT_AFTER', day: endsOn } as const) : null;
}

/** Why nobody enters on duty on a day: it is to come, before departure, or after the last day. Null where somebody may. */
export function checkEntry(
  on: string,
  { today, departsOn, endsOn }: { readonly today: string; readonly departsOn?: string | null; readonly endsOn: string },
) {
  const refused = { refusal: 'invalid-day', path: ['on'] } as const;
  if (on > today) return { ...refused, problem: 'IN_FUTURE', day: today } as const;
  if (departsOn != null && on < departsOn) return { ...refused, problem: 'NOT_BEFORE', day: departsOn } as const;
  return on > endsOn ? ({ ...refused, problem: 'NOT_AFTER', day: endsOn } as const) : null;
}
