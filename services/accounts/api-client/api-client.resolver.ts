import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../shared/graph/connection.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import { reasonViolation } from '../../shared/journal/reason.ts';
import { say } from '../access/messages.ts';
import { AlreadyEnded } from '../access/role-grant.types.ts';
import type { AccountsContext } from '../context.ts';
import {
  ApiClientConnection,
  ApiClientNotFound,
  ApiClientType,
  apiClientKey,
  CreateApiClientInput,
  CreateApiClientResult,
  CreateApiClientSuccess,
  RevokeApiClientInput,
  RevokeApiClientResult,
  RevokeApiClientSuccess,
} from './api-client.types.ts';
import { CLIENT_NAME_LENGTH, checkClientName } from './api-key.rules.ts';
import { createApiClient } from './create-api-client.ts';
import { revokeApiClient } from './revoke-api-client.ts';

@Resolver()
export class ApiClientResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Query(() => ApiClientConnection, { description: "Partners' systems, the oldest first." })
  async apiClients(@Args(() => PageArgs) page: PageArgs, @Ctx() { loaders }: AccountsContext) {
    const cut = await loaders.apiClients.load({ owner: '', page: pageOf(page, 2) });
    return ApiClientConnection.of(cut, apiClientKey, (row) => new ApiClientType(row));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => CreateApiClientResult, {
    description: "Lets a partner country's system query the portal. Its key is shown once.",
  })
  async createApiClient(
    @Arg('input', () => CreateApiClientInput) input: CreateApiClientInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof CreateApiClientResult> {
    const { locale } = context;
    const problem = checkClientName(input.name);
    if (problem) {
      const message = say(problem, locale, { maximum: CLIENT_NAME_LENGTH });
      const violation = new Violation(['input', 'name'], problem, message);
      return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    }
    const command = {
      actorId: personOf(context.viewer),
      idempotencyKey: input.idempotencyKey ?? null,
      name: input.name,
      country: input.country,
      expiresAt: input.expiresAt ?? null,
    };
    const outcome = await createApiClient(context.em, command, context.now());
    if ('refusal' in outcome) {
      return outcome.refusal === 'already-ended'
        ? new AlreadyEnded(say('ALREADY_ENDED', locale))
        : new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
    return new CreateApiClientSuccess(await apiClientOf(outcome.apiClientId, context), outcome.key);
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => RevokeApiClientResult, {
    description: "Shuts a partner's system out. Its key stops working within a minute everywhere.",
  })
  async revokeApiClient(
    @Arg('input', () => RevokeApiClientInput) { apiClientId, reason }: RevokeApiClientInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof RevokeApiClientResult> {
    const violation = reasonViolation(reason ?? null, context.locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', context.locale, { count: 1 }), [violation]);
    const command = { actorId: personOf(context.viewer), apiClientId, reason: reason ?? null };
    const outcome = await revokeApiClient(context.em, command, context.now());
    if ('refusal' in outcome) return new ApiClientNotFound(say('API_CLIENT_NOT_FOUND', context.locale));
    return new RevokeApiClientSuccess(await apiClientOf(outcome.apiClientId, context));
  }
}

async function apiClientOf(id: string, { loaders }: AccountsContext): Promise<ApiClientType> {
  const row = await loaders.apiClientById.load(id);
  if (!row) throw new Error(`API client ${id} is gone`);
  return new ApiClientType(row);
}
