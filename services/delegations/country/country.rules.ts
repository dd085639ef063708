export enum CisMembershipStatus {
  MEMBER = 'MEMBER',
  ASSOCIATE = 'ASSOCIATE',
}

/** A membership over days; null bounds are open or unknown. Both days belong to it. */
export interface MembershipSpan {
  readonly since: string | null;
  readonly until: string | null;
}

/** The membership in force on a day (ISO, `2026-06-01`), or null. Of several the one that began last. */
export function membershipOn<Span extends MembershipSpan>(spans: readonly Span[], day: string): Span | null {
  const inForce = spans.filter(({ since, until }) => (since ?? '') <= day && (until === null || day <= until));
  return inForce.sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? 1 : -1))[0] ?? null;
}
