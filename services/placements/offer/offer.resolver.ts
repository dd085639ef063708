import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { ApplicationType } from '../application/application.types.ts';
import type { PlacementsContext } from '../context.ts';
import { OfferType } from './offer.types.ts';

@Resolver(() => ApplicationType)
export class ApplicationOfferResolver {
  @FieldResolver(() => OfferType, {
    nullable: true,
    description: 'The latest offer made on it. Null where none was made.',
  })
  async offer(@Root() { id }: ApplicationType, @Ctx() { loaders, now }: PlacementsContext): Promise<OfferType | null> {
    const row = await loaders.offerByApplicationId.load(id);
    return row && new OfferType(row, now());
  }
}
