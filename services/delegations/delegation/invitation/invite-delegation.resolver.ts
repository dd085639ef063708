import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../../context.ts';
import { delegationOf } from '../delegation.types.ts';
import { invalidInput, quotasExceed, violationsOf } from '../delegation-refusals.types.ts';
import { say } from '../messages.ts';
import { checkInvitation } from './invitation.rules.ts';
import { type InviteDelegationOutcome, inviteDelegation } from './invite-delegation.ts';
import {
  DelegationExists,
  EditionNotFound,
  EditionOver,
  InviteDelegationInput,
  InviteDelegationResult,
  InviteDelegationSuccess,
} from './invite-delegation.types.ts';

@Resolver()
export class InviteDelegationResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => InviteDelegationResult, {
    description:
      'Invites a state or organisation to an edition, with places by category, and writes to whoever is to act for it.',
  })
  async inviteDelegation(
    @Arg('input', () => InviteDelegationInput) input: InviteDelegationInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof InviteDelegationResult> {
    const { em, keys, publicUrl, viewer, locale, loaders, now } = context;
    const { editionId, country, partyType } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    const quotas = input.quotas.map(({ category, allocated }) => ({ category, allocated }));
    const isCountry = (await loaders.countryByCode.load(country)) !== null;
    const violations = checkInvitation(quotas, { idempotencyKey, isCountry });
    if (violations.length > 0) return invalidInput(violationsOf(violations, locale), locale);
    const focalPointEmail = input.focalPointEmail ?? null;
    const command = {
      actorId: personOf(viewer),
      idempotencyKey,
      editionId,
      country,
      partyType,
      quotas,
      focalPointEmail,
    };
    const outcome = await inviteDelegation(em, { keys, publicUrl }, command, now());
    if ('refusal' in outcome) return refuse(outcome, context);
    return new InviteDelegationSuccess(await delegationOf(outcome.delegationId, loaders.delegationById));
  }
}

async function refuse(
  refusal: Extract<InviteDelegationOutcome, { refusal: string }>,
  { locale, loaders }: DelegationsContext,
): Promise<typeof InviteDelegationResult> {
  switch (refusal.refusal) {
    case 'edition-not-found':
      return new EditionNotFound(say('EDITION_NOT_FOUND', locale));
    case 'edition-over':
      return new EditionOver(say('EDITION_OVER', locale), refusal.status);
    case 'quotas-exceed-capacity':
      return quotasExceed(refusal, locale);
    case 'delegation-exists': {
      const delegation = await delegationOf(refusal.delegationId, loaders.delegationById);
      return new DelegationExists(say('DELEGATION_EXISTS', locale), delegation);
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
