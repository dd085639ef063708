export enum AgeSegmentName {
  YOUTH = 'YOUTH',
  SILVER = 'SILVER',
}

/** What ages a segment takes in, in completed years, both included; and on which days that holds, both included. */
export interface AgeBounds {
  readonly minimum_age: number;
  readonly maximum_age: number | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** The definitions that take somebody in on a day. Days are ISO, `2026-06-01`; ages are those of that day. */
export function segmentsOn<Bounds extends AgeBounds>(
  definitions: readonly Bounds[],
  birthDate: string,
  day: string,
): Bounds[] {
  const age = ageOn(birthDate, day);
  return definitions.filter(
    ({ minimum_age, maximum_age, since, until }) =>
      (since ?? '') <= day &&
      (until === null || day <= until) &&
      minimum_age <= age &&
      (maximum_age === null || age <= maximum_age),
  );
}

/** Completed years on a day. Whoever was born on 29 February completes a year on 1 March where there is no such day. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
