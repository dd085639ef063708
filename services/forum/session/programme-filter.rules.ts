/** What a programme is narrowed to. */
export interface ProgrammeFilter {
  readonly floorLanguage?: string | null;
  readonly interpretationLanguage?: string | null;
  /** `2026-10-01`, where the edition is. */
  readonly day?: string | null;
  readonly room?: string | null;
}

/** A filter as the list takes it: a day is from its first instant in the zone to that of the next, however long it is. */
export function filterOf({ day, ...others }: ProgrammeFilter, timeZone: string) {
  if (day == null) return others;
  const first = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
  return { ...others, from: instantOf(first), until: instantOf(first.add({ days: 1 })) };
}

function instantOf(at: Temporal.ZonedDateTime): Date {
  return new Date(at.epochMilliseconds);
}
