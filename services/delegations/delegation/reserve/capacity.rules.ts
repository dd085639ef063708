/** Seats of an edition against what quotas promise of them, counted in people. */
export interface SeatsToAllocate {
  /** Null while it is not set: then nothing is held against it. */
  readonly capacity: number | null;
  /** What the quotas of all delegations that come promise already, without the asked ones. */
  readonly allocated: number;
}

export interface QuotasExceed {
  readonly refusal: 'quotas-exceed-capacity';
  readonly capacity: number;
  readonly allocated: number;
  /** Seats that no quota promises yet. */
  readonly free: number;
}

/** The refusal of so many more places than an edition has seats for; null where they fit. */
export function capacityRefusal({ capacity, allocated }: SeatsToAllocate, asked: number): QuotasExceed | null {
  if (capacity === null || asked <= 0 || allocated + asked <= capacity) return null;
  return { refusal: 'quotas-exceed-capacity', capacity, allocated, free: Math.max(capacity - allocated, 0) };
}
