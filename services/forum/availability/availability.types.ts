import { Field, Int, ObjectType } from 'type-graphql';
import type { AvailabilityRow } from './availability.loaders.ts';

@ObjectType('Availability', {
  description: 'Seats, counted in people: `capacity = claimed + offered + free`. As of the moment of the answer.',
})
export class AvailabilityType {
  @Field(() => Int)
  readonly capacity: number;
  @Field(() => Int, { description: 'Seats of confirmed people.' })
  readonly claimed: number;
  @Field(() => Int, { description: 'Seats held by an open offer to someone from the waiting list.' })
  readonly offered: number;
  @Field(() => Int, { description: 'People in the queue.' })
  readonly waiting: number;
  @Field(() => Int, {
    description:
      'How many of the free seats are kept for what quotas promise to delegations: nobody else is given them. Of a session always 0.',
  })
  readonly reserved: number;
  @Field(() => Int, {
    description: 'Seats nobody holds. With people waiting, the next one that is not reserved goes to them.',
  })
  readonly free: number;

  constructor(row: Omit<AvailabilityRow, 'key'>) {
    this.capacity = row.capacity;
    this.claimed = row.claimed;
    this.offered = row.offered;
    this.waiting = row.waiting;
    this.reserved = row.reserved;
    this.free = row.free + row.reserved;
  }
}
