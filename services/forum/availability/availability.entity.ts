import { defineEntity, p } from '@mikro-orm/core';

export const AvailabilitySchema = defineEntity({
  name: 'Availability',
  properties: {
    /** ID of the edition or session whose seats these are. */
    id: p.text().primary(),
    capacity: p.integer(),
    waitlistLimit: p.integer(),
    claimed: p.integer().default(0),
    offered: p.integer().default(0),
    waiting: p.integer().default(0),
    /** Places promised to delegations that nobody of them has taken yet, more than there are seats perhaps. */
    setAside: p.integer().default(0),
    reserved: p.integer().generated('(least(set_aside, capacity - claimed - offered)) stored'),
    /** Seats that nobody holds and that are kept for nobody. */
    free: p.integer().generated('(greatest(capacity - claimed - offered - set_aside, 0)) stored'),
  },
});

/**
 * The seats of an edition or session, counted in people: `capacity = claimed + offered + reserved + free`.
 *
 * The database counts, in the transaction that takes or frees a seat, and refuses a row that would oversell; code only
 * reads the counts. Locking the row makes those who race for a seat queue.
 */
export class Availability extends AvailabilitySchema.class {}
AvailabilitySchema.setClass(Availability);
