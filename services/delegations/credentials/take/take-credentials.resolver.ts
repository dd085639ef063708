import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { DelegationsContext } from '../../context.ts';
import { nominationOf } from '../../nomination/nomination.types.ts';
import { refuseCredentials } from '../credentials-refusals.types.ts';
import type { CredentialsAct } from '../lock-credentials.ts';
import { releaseCredentials, takeCredentials } from './take-credentials.ts';
import {
  CredentialsWorkInput,
  ReleaseCredentialsResult,
  ReleaseCredentialsSuccess,
  TakeCredentialsResult,
  TakeCredentialsSuccess,
} from './take-credentials.types.ts';

const BY_WHOM =
  'By accreditation officers of the edition and administrators, who neither nominated nor corrected them; to others there is no such nomination.';

@Resolver()
export class TakeCredentialsResolver {
  @Allow(signedIn)
  @Mutation(() => TakeCredentialsResult, {
    description: `Takes up a nominee’s credentials, to work on them alone. ${BY_WHOM}`,
  })
  async takeCredentials(
    @Arg('input', () => CredentialsWorkInput) input: CredentialsWorkInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof TakeCredentialsResult> {
    const { em, locale, loaders, now } = context;
    const outcome = await takeCredentials(em, actOf(input, context), now());
    if ('refusal' in outcome) return refuseCredentials(outcome, locale);
    return new TakeCredentialsSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }

  @Allow(signedIn)
  @Mutation(() => ReleaseCredentialsResult, {
    description: `Gives a nominee’s credentials back, for another officer to take; administrators give back those of anybody. ${BY_WHOM}`,
  })
  async releaseCredentials(
    @Arg('input', () => CredentialsWorkInput) input: CredentialsWorkInput,
    @Ctx() context: DelegationsContext,
  ): Promise<typeof ReleaseCredentialsResult> {
    const { em, locale, loaders, now } = context;
    const outcome = await releaseCredentials(em, actOf(input, context), now());
    if ('refusal' in outcome) return refuseCredentials(outcome, locale);
    return new ReleaseCredentialsSuccess(await nominationOf(outcome.nominationId, loaders.nominationById));
  }
}

function actOf(
  { nominationId, expectedVersion = null }: CredentialsWorkInput,
  { viewer }: DelegationsContext,
): CredentialsAct {
  return { viewer: { ...viewer, personId: personOf(viewer) }, nominationId, expectedVersion };
}
