import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import { PLACERS } from '../../application/application.rules.ts';
import type { PlacementsContext } from '../../context.ts';
import { aboutReason, invalidForm, stepRefused } from '../../form/invalid-form.ts';
import { say as sayOfForm } from '../../form/messages.ts';
import { HostAccreditationStatus } from '../host-organisation.rules.ts';
import { HostOrganisationType } from '../host-organisation.types.ts';
import { type AccreditHost, accreditHost } from './accredit-host.ts';
import {
  AccreditHostInput,
  HostOrganisationNotFound,
  HostOrganisationSuccess,
  HostStepInput,
  MoveHostResult,
  ProposeHostInput,
  ProposeHostResult,
  ReasonedHostStepInput,
  RenewAccreditationInput,
} from './accreditation.types.ts';
import { checkHost } from './accreditation-form.rules.ts';
import { say } from './messages.ts';
import { type MoveHost, moveHost } from './move-host.ts';
import { proposeHost } from './propose-host.ts';

const { UNDER_REVIEW, SUSPENDED, ACCREDITED, WITHDRAWN } = HostAccreditationStatus;

@Resolver()
export class AccreditationResolver {
  @Allow(holders(...PLACERS))
  @Mutation(() => ProposeHostResult, {
    description: 'Notes an organisation as one to be considered. It is public once it is accredited.',
  })
  async proposeHost(
    @Arg('input', () => ProposeHostInput) { name, timeZone, ...input }: ProposeHostInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof ProposeHostResult> {
    const idempotencyKey = input.idempotencyKey ?? null;
    const violations = checkHost({ name, timeZone, idempotencyKey });
    if (violations.length > 0) return invalidForm(violations, context.locale);

    const given = { name, timeZone, countryCode: input.country.toUpperCase(), idempotencyKey };
    const command = { ...given, actorId: personOf(context.viewer) };
    const outcome = await proposeHost(context.em, command, context.now());
    if (!('refusal' in outcome)) return hostNow(outcome.hostOrganisationId, context);
    return new IdempotencyKeyReused(sayOfForm('IDEMPOTENCY_KEY_REUSED', context.locale));
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveHostResult, { description: 'Takes a prospect into review.' })
  reviewHost(
    @Arg('input', () => HostStepInput) input: HostStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveHostResult> {
    return move({ ...input, command: 'reviewHost', to: UNDER_REVIEW }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveHostResult, { description: 'Accredits a host that was reviewed: it may receive volunteers.' })
  accreditHost(
    @Arg('input', () => AccreditHostInput) { validFrom, ...input }: AccreditHostInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveHostResult> {
    return accredit({ ...input, validFrom }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveHostResult, {
    description: 'Moves the last day of an accreditation, before it comes or after it has expired.',
  })
  renewAccreditation(
    @Arg('input', () => RenewAccreditationInput) input: RenewAccreditationInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveHostResult> {
    return accredit({ ...input, validFrom: null }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveHostResult, {
    description: 'Suspends an accredited host: it is offered nobody anew. Those who serve there go on.',
  })
  suspendHost(
    @Arg('input', () => ReasonedHostStepInput) input: ReasonedHostStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveHostResult> {
    return move({ ...input, command: 'suspendHost', to: SUSPENDED }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveHostResult, {
    description: 'Ends the suspension of a host. Where its last day has passed meanwhile, it has expired.',
  })
  reinstateHost(
    @Arg('input', () => HostStepInput) input: HostStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveHostResult> {
    return move({ ...input, command: 'reinstateHost', to: ACCREDITED }, context);
  }

  @Allow(holders(...PLACERS))
  @Mutation(() => MoveHostResult, {
    description: 'Withdraws an accreditation, or turns a prospect down. It cannot be undone.',
  })
  withdrawAccreditation(
    @Arg('input', () => ReasonedHostStepInput) input: ReasonedHostStepInput,
    @Ctx() context: PlacementsContext,
  ): Promise<typeof MoveHostResult> {
    return move({ ...input, command: 'withdrawAccreditation', to: WITHDRAWN }, context);
  }
}

type AskedStep = Pick<MoveHost, 'command' | 'hostOrganisationId' | 'to'> &
  Partial<Pick<MoveHost, 'reason' | 'expectedVersion'>>;

async function move(
  { reason = null, expectedVersion = null, ...step }: AskedStep,
  context: PlacementsContext,
): Promise<typeof MoveHostResult> {
  const { em, viewer, locale, now } = context;
  const violations = aboutReason(reason, false, locale);
  if (violations.length > 0) return invalidForm([], locale, violations);
  const outcome = await moveHost(em, { ...step, reason, expectedVersion, actorId: personOf(viewer) }, now());
  return 'refusal' in outcome ? refused(outcome, locale) : hostNow(outcome.hostOrganisationId, context);
}

async function accredit(
  {
    expectedVersion = null,
    ...given
  }: Omit<AccreditHost, 'actorId' | 'expectedVersion'> & Partial<Pick<AccreditHost, 'expectedVersion'>>,
  context: PlacementsContext,
): Promise<typeof MoveHostResult> {
  const { em, viewer, locale, now } = context;
  const outcome = await accreditHost(em, { ...given, expectedVersion, actorId: personOf(viewer) }, now());
  if (!('refusal' in outcome)) return hostNow(outcome.hostOrganisationId, context);
  return outcome.refusal === 'invalid' ? invalidForm(outcome.violations, locale) : refused(outcome, locale);
}

function refused(refusal: Extract<Awaited<ReturnType<typeof moveHost>>, { refusal: string }>, locale: string) {
  return refusal.refusal === 'host-organisation-not-found'
    ? new HostOrganisationNotFound(say('HOST_ORGANISATION_NOT_FOUND', locale))
    : stepRefused(refusal, locale);
}

async function hostNow(id: string, { loaders }: PlacementsContext): Promise<HostOrganisationSuccess> {
  const row = await loaders.hostOrganisationById.clear(id).load(id);
  if (!row) throw new Error(`host organisation ${id} is gone`);
  return new HostOrganisationSuccess(new HostOrganisationType(row));
}
