import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../../shared/graph/user-error.ts';
import { reasonViolation } from '../../../shared/journal/reason.ts';
import type { ForumContext } from '../../context.ts';
import { EditionType } from '../../edition/edition.types.ts';
import { say } from '../messages.ts';
import type { BadgeKeyRow } from './badge-key.loaders.ts';
import {
  BadgeKeyType,
  BadgeVerification,
  RotateBadgeKeyInput,
  RotateBadgeKeyResult,
  RotateBadgeKeySuccess,
} from './badge-key.types.ts';
import { rotateBadgeKey } from './rotate-badge-key.ts';
import { provideSigningKey } from './signing-key.ts';

@Resolver(() => EditionType)
export class BadgeVerificationResolver {
  @FieldResolver(() => BadgeVerification, {
    description: 'What a door needs to check badges without the portal. Ask again every few minutes.',
  })
  async badgeVerification(@Root() { id }: EditionType, @Ctx() context: ForumContext): Promise<BadgeVerification> {
    const [keys, revoked] = await Promise.all([keysOf(context), context.loaders.revokedSerialsByEdition.load(id)]);
    const signing = keys.find(({ retiredAt }) => retiredAt === null);
    if (!signing) throw new Error('no key signs badges');
    const all = [signing, ...keys.filter((key) => key !== signing)];
    return new BadgeVerification(
      signing,
      all,
      revoked.map(({ serial }) => serial),
      context.now(),
    );
  }
}

@Resolver()
export class BadgeKeyResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => RotateBadgeKeyResult, {
    description: 'Lets another key sign badges from now on. What earlier keys signed stays good.',
  })
  async rotateBadgeKey(
    @Arg('input', () => RotateBadgeKeyInput) input: RotateBadgeKeyInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof RotateBadgeKeyResult> {
    const { em, keys, locale, viewer } = context;
    const reason = input.reason ?? null;
    const violation = reasonViolation(reason, locale);
    if (violation) return new InvalidInput(say('INVALID_INPUT', locale, { count: 1 }), [violation]);
    const command = { actorId: personOf(viewer), idempotencyKey: input.idempotencyKey ?? null, reason };
    const outcome = await rotateBadgeKey(em, keys, command, context.now());
    if ('refusal' in outcome) return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    const made = (await keysOf(context)).find(({ keyId }) => keyId === outcome.keyId);
    if (!made) throw new Error(`badge key ${outcome.keyId} is gone`);
    return new RotateBadgeKeySuccess(made);
  }
}

/** Every key; the first one is made here where there is none. */
async function keysOf({ em, keys, loaders, now }: ForumContext): Promise<BadgeKeyType[]> {
  let rows: BadgeKeyRow[] = await loaders.badgeKeys.load('');
  if (!rows.some(({ retired_at }) => retired_at === null)) {
    await provideSigningKey(em, keys, now());
    rows = await loaders.badgeKeys.clear('').load('');
  }
  return rows.map((row) => new BadgeKeyType(row));
}
