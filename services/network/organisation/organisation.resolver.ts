import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, personOf, signedIn } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { pageOf } from '../../shared/graph/connection.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused } from '../../shared/graph/user-error.ts';
import type { NetworkContext } from '../context.ts';
import { regionAsked, searchAsked } from '../form/asked.ts';
import { aboutReason, invalidForm, stepRefused } from '../form/invalid-form.ts';
import { actorsOf, moderates, stepsFrom } from '../form/step.rules.ts';
import { say } from './messages.ts';
import { type MoveOrganisation, moveOrganisation } from './move-organisation.ts';
import {
  checkOrganisation,
  OrganisationStatus,
  organisationTransitions,
  PUBLIC_ORGANISATIONS,
  REASONED,
} from './organisation.rules.ts';
import {
  CloseOrganisationInput,
  ModerateOrganisationInput,
  MoveOrganisationResult,
  OrganisationConnection,
  OrganisationNotFound,
  OrganisationSuccess,
  OrganisationsArgs,
  OrganisationType,
  organisationKey,
  SubmitOrganisationInput,
  SubmitOrganisationResult,
} from './organisation.types.ts';
import { organisationNow, organisationSeen } from './seen-organisation.types.ts';
import { submitOrganisation } from './submit-organisation.ts';

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  @Allow(anyone)
  @Query(() => OrganisationConnection, { description: 'The register of volunteer organisations, by name.' })
  async organisations(@Args(() => OrganisationsArgs) asked: OrganisationsArgs, @Ctx() context: NetworkContext) {
    const { loaders, locale, viewer } = context;
    const status = asked.status ?? PUBLIC_ORGANISATIONS;
    const filter = {
      status: moderates(viewer) ? status : status.filter((one) => PUBLIC_ORGANISATIONS.includes(one)),
      region: await regionAsked(asked.region, context),
      sector: asked.sector ?? null,
      search: searchAsked(asked.search, locale),
    };
    const cut = await loaders.organisations.load({ owner: 'all', filter, page: pageOf(asked, 2) });
    return OrganisationConnection.counted(
      cut,
      organisationKey,
      (row) => new OrganisationType(row),
      () => loaders.organisationCount.load({ owner: 'all', filter }),
    );
  }

  @Allow(anyone)
  @Query(() => OrganisationType, {
    nullable: true,
    description: 'Null where there is none, or none that the viewer may see.',
  })
  async organisation(
    @Arg('id', () => ID) id: string,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<OrganisationType | null> {
    const row = await loaders.organisationById.load(id);
    return row && organisationSeen(row, viewer);
  }

  @Allow(signedIn)
  @Mutation(() => SubmitOrganisationResult, {
    description:
      'Submits an organisation to the register; whoever does is its first representative. Administrators decide.',
  })
  async submitOrganisation(
    @Arg('input', () => SubmitOrganisationInput) input: SubmitOrganisationInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof SubmitOrganisationResult> {
    const { em, loaders, locale, viewer, now } = context;
    const organisation = {
      name: input.name.map(({ locale, text }) => ({ locale, text })),
      regionCode: input.regionCode,
      sector: input.sector,
      webAddress: input.webAddress ?? null,
    };
    const violations = checkOrganisation(organisation, await loaders.regionCodes.load('all'));
    if (violations.length > 0) return invalidForm(violations, locale);

    const command = { actorId: personOf(viewer), idempotencyKey: input.idempotencyKey ?? null, organisation };
    const outcome = await submitOrganisation(em, command, now());
    if ('refusal' in outcome) return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    return new OrganisationSuccess(await organisationNow(outcome.organisationId, loaders));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => MoveOrganisationResult, {
    description: 'Approves, rejects, suspends or closes an organisation, or lets a suspended one back in.',
  })
  moderateOrganisation(
    @Arg('input', () => ModerateOrganisationInput) input: ModerateOrganisationInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveOrganisationResult> {
    const { organisationId, decision: to, reason = null, expectedVersion = null } = input;
    return move({ command: 'moderateOrganisation', organisationId, to, reason, expectedVersion }, true, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveOrganisationResult, {
    description: 'Ends an organisation in the register. By its representatives; to others there is none.',
  })
  closeOrganisation(
    @Arg('input', () => CloseOrganisationInput) { organisationId, expectedVersion = null }: CloseOrganisationInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveOrganisationResult> {
    const to = OrganisationStatus.CLOSED;
    const step = { command: 'closeOrganisation', organisationId, to, reason: null, expectedVersion };
    return move(step, false, context);
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no name is written.' })
  name(
    @Root() { names }: OrganisationType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(names, locale ?? context.locale);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer acts for it.' })
  viewerRepresents(@Root() { row }: OrganisationType, @Ctx() { viewer }: NetworkContext): boolean {
    return viewer.personId !== null && row.representative_ids.includes(viewer.personId);
  }

  @FieldResolver(() => [OrganisationStatus], { description: 'Where the viewer may take it from here.' })
  allowedTransitions(@Root() { row }: OrganisationType, @Ctx() { viewer }: NetworkContext): OrganisationStatus[] {
    return stepsFrom(organisationTransitions, row.status, actorsOf(viewer, row.representative_ids));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was last moved. For its representatives and administrators; null for others.',
  })
  decisionReason(@Root() { row }: OrganisationType, @Ctx() { viewer }: NetworkContext): string | null {
    return actorsOf(viewer, row.representative_ids).length > 0 ? row.decision_reason : null;
  }
}

async function move(
  step: Omit<MoveOrganisation, 'viewer'>,
  needsReason: boolean,
  { em, loaders, locale, viewer, now }: NetworkContext,
): Promise<typeof MoveOrganisationResult> {
  const violations = aboutReason(step.reason, needsReason && REASONED.includes(step.to), locale);
  if (violations.length > 0) return invalidForm([], locale, violations);
  const outcome = await moveOrganisation(em, { ...step, viewer }, now());
  if (!('refusal' in outcome)) return new OrganisationSuccess(await organisationNow(outcome.organisationId, loaders));
  return outcome.refusal === 'organisation-not-found'
    ? new OrganisationNotFound(say('ORGANISATION_NOT_FOUND', locale))
    : stepRefused(outcome, locale);
}
