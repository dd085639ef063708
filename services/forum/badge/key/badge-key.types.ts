import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import type { BadgeKeyRow } from './badge-key.loaders.ts';
import { ALGORITHM } from './payload.rules.ts';

const PUBLIC_KEY = 'Ed25519: the 32 bytes of the key in base64url, `x` of a JWK `{"kty":"OKP","crv":"Ed25519","x":…}`.';

@ObjectType('BadgeKey', { description: 'A key with which badges are signed, or were.' })
export class BadgeKeyType {
  @Field(() => String, { description: '`kid` in the header of what it signed.' })
  readonly keyId: string;
  @Field(() => String, { description: PUBLIC_KEY })
  readonly publicKey: string;
  @Field(() => DateTime)
  readonly madeAt: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'Since when it signs nothing more; what it signed stays good. Null for the one that signs.',
  })
  readonly retiredAt: Date | null;

  constructor(row: BadgeKeyRow) {
    this.keyId = row.key_id;
    this.publicKey = row.public_key;
    this.madeAt = row.made_at;
    this.retiredAt = row.retired_at;
  }
}

@ObjectType({
  description:
    'What a door needs to check badges while the portal is out of its reach: verify the signature of `qrPayload` with the key its header names, then `nbf`, `exp` and `zones`, then `revokedSerials`.',
})
export class BadgeVerification {
  @Field(() => String, { description: 'The key that signs now.' })
  readonly keyId: string;
  @Field(() => String, { description: 'JWS algorithm: `EdDSA`.' })
  readonly algorithm: string = ALGORITHM;
  @Field(() => String, { description: `The key that signs now. ${PUBLIC_KEY}` })
  readonly publicKey: string;
  @Field(() => [BadgeKeyType], { description: 'Every key whose signature is good, the one that signs now first.' })
  readonly keys: BadgeKeyType[];
  @Field(() => [String], {
    description: "Serials of this edition's badges that were lost, revoked or reissued, in the order of the alphabet.",
  })
  readonly revokedSerials: string[];
  @Field(() => DateTime, { description: 'When this was true.' })
  readonly generatedAt: Date;

  constructor(signing: BadgeKeyType, keys: BadgeKeyType[], revokedSerials: string[], generatedAt: Date) {
    this.keyId = signing.keyId;
    this.publicKey = signing.publicKey;
    this.keys = keys;
    this.revokedSerials = revokedSerials;
    this.generatedAt = generatedAt;
  }
}

@InputType({ description: 'Why another key is to sign badges.' })
export class RotateBadgeKeyInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
}

@ObjectType({ description: 'Another key signs badges now. Those that are issued already stay good.' })
export class RotateBadgeKeySuccess {
  @Field(() => BadgeKeyType)
  readonly key: BadgeKeyType;

  constructor(key: BadgeKeyType) {
    this.key = key;
  }
}

export const RotateBadgeKeyResult = createUnionType({
  name: 'RotateBadgeKeyResult',
  description: 'The new key, or what stands in its way.',
  types: () => [RotateBadgeKeySuccess, IdempotencyKeyReused, InvalidInput] as const,
});
