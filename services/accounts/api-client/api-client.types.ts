import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { CountryCode, DateTime } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../shared/journal/reason.ts';
import { AlreadyEnded } from '../access/role-grant.types.ts';
import { CountryReference } from '../country/country-reference.types.ts';
import type { ApiClientRow } from './api-client.loaders.ts';
import { CLIENT_NAME_LENGTH } from './api-key.rules.ts';

@ObjectType('ApiClient', { description: 'A system of a partner country that queries the portal with an API key.' })
export class ApiClientType {
  @Field(() => ID)
  readonly id: string;
  @Field(() => String)
  readonly name: string;
  @Field(() => CountryReference, { nullable: true, description: 'The country it speaks for.' })
  readonly country: CountryReference;
  @Field(() => DateTime)
  readonly createdAt: Date;
  @Field(() => DateTime, { nullable: true, description: 'Null while it is not limited.' })
  readonly expiresAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null while it is not revoked.' })
  readonly revokedAt: Date | null;

  constructor(row: ApiClientRow) {
    this.id = row.id;
    this.name = row.name;
    this.country = new CountryReference(row.country_code);
    this.createdAt = row.created_at;
    this.expiresAt = row.expires_at;
    this.revokedAt = row.revoked_at;
  }
}

export const ApiClientConnection = connectionType('ApiClient', () => ApiClientType);
export type ApiClientConnection = InstanceType<typeof ApiClientConnection>;

/** Sort key of the list of systems. */
export function apiClientKey(row: ApiClientRow): [string, string] {
  return [row.created_at.toISOString(), row.id];
}

@InputType({ description: 'Which system to let in.' })
export class CreateApiClientInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => String, { description: `For administrators. At most ${CLIENT_NAME_LENGTH} characters.` })
  readonly name!: string;
  @Field(() => CountryCode, { description: 'The country it speaks for.' })
  readonly country!: string;
  @Field(() => DateTime, { nullable: true, description: 'When its key ends by itself. Absent: when it is revoked.' })
  readonly expiresAt?: Date | null;
}

@InputType({ description: 'Which system to shut out.' })
export class RevokeApiClientInput {
  @Field(() => ID)
  readonly apiClientId!: string;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'The system is let in.' })
export class CreateApiClientSuccess {
  @Field(() => ApiClientType)
  readonly apiClient: ApiClientType;
  @Field(() => String, {
    nullable: true,
    description: 'Its key, for the header `x-api-key`. Shown once: null where this answer is a repeated one.',
  })
  readonly key: string | null;

  constructor(apiClient: ApiClientType, key: string | null) {
    this.apiClient = apiClient;
    this.key = key;
  }
}

@ObjectType({ description: 'The system is shut out. Its key stops working within a minute everywhere.' })
export class RevokeApiClientSuccess {
  @Field(() => ApiClientType)
  readonly apiClient: ApiClientType;

  constructor(apiClient: ApiClientType) {
    this.apiClient = apiClient;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such system.' })
export class ApiClientNotFound extends UserError {
  constructor(message: string) {
    super('API_CLIENT_NOT_FOUND', message);
  }
}

export const CreateApiClientResult = createUnionType({
  name: 'CreateApiClientResult',
  description: 'The system with its key, or what stands in its way.',
  types: () => [CreateApiClientSuccess, AlreadyEnded, IdempotencyKeyReused, InvalidInput] as const,
});

export const RevokeApiClientResult = createUnionType({
  name: 'RevokeApiClientResult',
  description: 'The system that is shut out, or what stands in the way.',
  types: () => [RevokeApiClientSuccess, ApiClientNotFound, InvalidInput] as const,
});
