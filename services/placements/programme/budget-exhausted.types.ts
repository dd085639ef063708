import { Field, ObjectType } from 'type-graphql';
import { SafeInt } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import type { BudgetShort } from './programme.rules.ts';

@ObjectType({
  implements: UserError,
  description:
    'The budget of the programme does not cover the placement. Amounts are in the smallest unit of the currency.',
})
export class BudgetExhausted extends UserError {
  @Field(() => SafeInt)
  readonly budget: number;
  @Field(() => SafeInt, { description: 'Bound by open offers and deployments.' })
  readonly committed: number;
  @Field(() => SafeInt, { description: 'What this placement would bind.' })
  readonly needed: number;
  @Field(() => String, { description: 'ISO 4217.' })
  readonly currency: string;

  constructor(message: string, means: BudgetShort) {
    super('BUDGET_EXHAUSTED', message);
    this.budget = means.budget;
    this.committed = means.committed;
    this.needed = means.needed;
    this.currency = means.currency;
  }
}
