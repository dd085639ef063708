import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { ApplicationType } from '../../application/application.types.ts';
import { OpeningNotFound } from '../../opening/opening-refusals.types.ts';
import { ReserveDiffers } from '../refusal/pipeline-refusals.types.ts';

@InputType({ description: 'In which order the reserve of an opening comes.' })
export class RankReserveInput {
  @Field(() => ID)
  readonly openingId!: string;
  @Field(() => [ID], { description: 'The whole reserve, the first first.' })
  readonly applicationIds!: string[];
}

@ObjectType({ description: 'The reserve is in this order.' })
export class RankReserveSuccess {
  @Field(() => [ApplicationType], { description: 'The whole reserve, the first first.' })
  readonly reserve: readonly ApplicationType[];

  constructor(reserve: readonly ApplicationType[]) {
    this.reserve = reserve;
  }
}

export const RankReserveResult = createUnionType({
  name: 'RankReserveResult',
  description: 'The reserve in its order, or what stands in the way.',
  types: () => [RankReserveSuccess, OpeningNotFound, ReserveDiffers] as const,
});
