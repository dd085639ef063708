import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import type { OfferRow } from './offer.loaders.ts';
import { OfferStatus, offerStatusAt } from './offer.rules.ts';

registerEnumType(OfferStatus, {
  name: 'PlacementOfferStatus',
  description: 'Where an offer of a placement is. While OPEN it holds a position.',
});

@ObjectType('PlacementOffer', { description: 'A placement that is offered to a volunteer.' })
export class OfferType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => OfferStatus, { description: 'EXPIRED from the instant its time is over.' })
  readonly status: OfferStatus;
  @Field(() => DateTime)
  readonly offeredAt: Date;
  @Field(() => DateTime, { description: 'The instant from which it cannot be accepted any more.' })
  readonly expiresAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'When it was answered or ended. Null until that is noted.' })
  readonly endedAt: Date | null;

  constructor(row: OfferRow, now: Date) {
    this.id = row.id;
    this.status = offerStatusAt(row.status, row.expires_at, now);
    this.offeredAt = row.offered_at;
    this.expiresAt = row.expires_at;
    this.endedAt = row.ended_at;
  }
}
