import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { either, holders, personOf, theirOwn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../shared/graph/user-error.ts';
import { reasonViolation } from '../../shared/journal/reason.ts';
import type { AccountsContext } from '../context.ts';
import { PersonType } from '../person/person.types.ts';
import { type GrantRoleOutcome, grantRole } from './grant-role.ts';
import { say } from './messages.ts';
import { revokeGrant } from './revoke-grant.ts';
import {
  AlreadyEnded,
  GrantNotFound,
  GrantRoleInput,
  GrantRoleResult,
  GrantRoleSuccess,
  GrantToOneself,
  PersonNotFound,
  RevokeGrantInput,
  RevokeGrantResult,
  RevokeGrantSuccess,
  RoleGrantType,
  WrongScope,
} from './role-grant.types.ts';

type Refusal = Extract<GrantRoleOutcome, { refusal: string }>;

@Resolver()
export class RoleGrantResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => GrantRoleResult, { description: 'Entrusts somebody with a role over a scope, from now on.' })
  async grantRole(
    @Arg('input', () => GrantRoleInput) input: GrantRoleInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof GrantRoleResult> {
    const command = {
      actorId: personOf(context.viewer),
      idempotencyKey: input.idempotencyKey ?? null,
      email: input.email,
      role: input.role,
      scopeId: input.scopeId ?? null,
      until: input.until ?? null,
    };
    const outcome = await grantRole(context.em, command, context.now());
    if ('refusal' in outcome) return refused(outcome, context.locale);
    return new GrantRoleSuccess(await grantOf(outcome.grantId, context));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => RevokeGrantResult, { description: 'Takes a role away. It stops working within a minute everywhere.' })
  async revokeGrant(
    @Arg('input', () => RevokeGrantInput) { grantId, reason }: RevokeGrantInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof RevokeGrantResult> {
    const violation = reasonViolation(reason ?? null, context.locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', context.locale, { count: 1 }), [violation]);
    const command = { actorId: personOf(context.viewer), grantId, reason: reason ?? null };
    const outcome = await revokeGrant(context.em, command, context.now());
    if ('refusal' in outcome) return new GrantNotFound(say('GRANT_NOT_FOUND', context.locale));
    return new RevokeGrantSuccess(await grantOf(outcome.grantId, context));
  }
}

@Resolver(() => PersonType)
export class PersonGrantsResolver {
  @Allow<PersonType>(
    either(
      theirOwn(({ of }) => of.id),
      holders('ADMINISTRATOR'),
    ),
  )
  @FieldResolver(() => [RoleGrantType], {
    nullable: true,
    description: 'All that the person was ever entrusted with, the oldest first.',
  })
  async grants(@Root() { id }: PersonType, @Ctx() { loaders }: AccountsContext): Promise<RoleGrantType[]> {
    const rows = await loaders.grantsByPerson.load(id);
    return rows.map((row) => new RoleGrantType(row));
  }
}

function refused(refusal: Refusal, locale: string): typeof GrantRoleResult {
  switch (refusal.refusal) {
    case 'person-not-found':
      return new PersonNotFound(say('PERSON_NOT_FOUND', locale));
    case 'wrong-scope':
      return new WrongScope(say('WRONG_SCOPE', locale, { expected: refusal.expected }), refusal.expected);
    case 'grant-to-oneself':
      return new GrantToOneself(say('GRANT_TO_ONESELF', locale));
    case 'already-ended':
      return new AlreadyEnded(say('ALREADY_ENDED', locale));
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

async function grantOf(id: string, { loaders }: AccountsContext): Promise<RoleGrantType> {
  const row = await loaders.grantById.load(id);
  if (!row) throw new Error(`grant ${id} is gone`);
  return new RoleGrantType(row);
}
