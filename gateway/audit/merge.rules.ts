/** What places an entry in the trail: when, and the ID where several are of one instant. */
export interface Place {
  /** RFC 3339 in UTC, to the millisecond: sorts as it reads. */
  readonly at: string;
  readonly id: string;
}

/** A page of the joined trail. */
export interface Merged<Entry> {
  /** The newest first. */
  readonly entries: Entry[];
  readonly hasNextPage: boolean;
}

/**
 * Joins the services' own pages, each the newest first, into one of `size` entries.
 *
 * Each service was asked for one entry more than the page holds: whatever belongs on the page is among them.
 */
export function merge<Entry extends Place>(pages: readonly (readonly Entry[])[], size: number): Merged<Entry> {
  const entries = pages.flat().sort(newestFirst);
  return { entries: entries.slice(0, size), hasNextPage: entries.length > size };
}

function newestFirst(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1;
  return one.id < other.id ? 1 : -1;
}
