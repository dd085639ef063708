import { Extensions } from 'type-graphql';
import type { AccessRule } from './access.rules.ts';

/** Arguments as GraphQL has checked them. The rule that reads them names their shape. */
// biome-ignore lint/suspicious/noExplicitAny: the shape is that of the operation the rule stands beside
type Arguments = any;

/** What a rule may look at: the arguments of the field, and the object it belongs to (undefined at the root). */
export interface Call<Of = unknown> {
  readonly args: Arguments;
  readonly of: Of;
}

/** Where a field keeps its rule in the schema. */
export const ACCESS = 'access';

/**
 * Declares who may use a query, a mutation or a field. One line beside it, which reads as a sentence:
 * `@Allow(signedIn)`, `@Allow(holders('ADMINISTRATOR'))`.
 *
 * It is enforced before the resolver runs, and told in the field's description. A query or mutation without one does
 * not start.
 */
export function Allow<Of>(rule: AccessRule<Call<Of>>): MethodDecorator & PropertyDecorator {
  return Extensions({ [ACCESS]: rule });
}
