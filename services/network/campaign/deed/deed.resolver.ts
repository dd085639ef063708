import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, signedIn, theirOwn } from '../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../shared/access/allow.ts';
import { PageArgs, pageOf } from '../../../shared/graph/connection.ts';
import { IdempotencyKeyReused } from '../../../shared/graph/user-error.ts';
import type { NetworkContext } from '../../context.ts';
import { regionAsked } from '../../form/asked.ts';
import { aboutReason, invalidForm, stepRefused } from '../../form/invalid-form.ts';
import { actorsOf, moderates, stepsFrom } from '../../form/step.rules.ts';
import { networkDay } from '../../network-day.rules.ts';
import { say as sayOfOrganisation } from '../../organisation/messages.ts';
import {
  OrganisationNotApproved,
  OrganisationNotFound,
  OrganisationType,
} from '../../organisation/organisation.types.ts';
import { organisationSeen } from '../../organisation/seen-organisation.types.ts';
import { PersonReference } from '../../privacy/person-reference.types.ts';
import { CampaignType } from '../campaign.types.ts';
import { say } from '../messages.ts';
import { DeedStatus, deedTransitions } from './deed.rules.ts';
import {
  CampaignNotFound,
  DeedConnection,
  DeedNotFound,
  DeedSuccess,
  DeedsArgs,
  DeedType,
  deedKey,
  deedSeen,
  FileDeedInput,
  FileDeedResult,
  ModerateDeedInput,
  MoveDeedResult,
  WithdrawDeedInput,
} from './deed.types.ts';
import { type FileDeedOutcome, fileDeed } from './file-deed.ts';
import { type MoveDeed, moveDeed } from './move-deed.ts';

@Resolver(() => DeedType)
export class DeedResolver {
  @Allow(anyone)
  @Query(() => DeedConnection, { description: 'Good deeds of campaigns, the newest day first.' })
  async deeds(@Args(() => DeedsArgs) asked: DeedsArgs, @Ctx() context: NetworkContext) {
    const { loaders, viewer } = context;
    const status = asked.status ?? [DeedStatus.APPROVED];
    const filter = {
      campaign: asked.campaignId ?? null,
      status: moderates(viewer) ? status : status.filter((one) => one === DeedStatus.APPROVED),
      region: await regionAsked(asked.region, context),
      sector: asked.sector ?? null,
    };
    const cut = await loaders.deeds.load({ owner: 'all', filter, page: pageOf(asked, 2) });
    return DeedConnection.counted(
      cut,
      deedKey,
      (row) => new DeedType(row),
      () => loaders.deedCount.load({ owner: 'all', filter }),
    );
  }

  @Allow(anyone)
  @Query(() => DeedType, { nullable: true, description: 'Null where there is none, or none that the viewer may see.' })
  async deed(@Arg('id', () => ID) id: string, @Ctx() { loaders, viewer }: NetworkContext): Promise<DeedType | null> {
    const row = await loaders.deedById.load(id);
    return row && deedSeen(row, viewer);
  }

  @Allow(signedIn)
  @Mutation(() => FileDeedResult, {
    description: 'Files a good deed for a campaign. It counts once an administrator has approved it.',
  })
  async fileDeed(
    @Arg('input', () => FileDeedInput) input: FileDeedInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof FileDeedResult> {
    const { em, loaders, locale, viewer } = context;
    const now = context.now();
    const { campaignId, organisationId = null, idempotencyKey = null, on, regionCode, place, sector } = input;
    const deed = {
      on,
      regionCode,
      place,
      sector,
      participants: input.participants,
      description: input.description ?? null,
    };
    const filedOn = { today: networkDay(now), regionCodes: await loaders.regionCodes.load('all') };
    const outcome = await fileDeed(em, { viewer, idempotencyKey, campaignId, organisationId, deed }, filedOn, now);
    if ('refusal' in outcome) return refused(outcome, locale);
    return deedNow(outcome.deedId, context);
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => MoveDeedResult, { description: 'Approves a deed, so that it counts, or rejects it.' })
  moderateDeed(
    @Arg('input', () => ModerateDeedInput) input: ModerateDeedInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveDeedResult> {
    const { deedId, decision: to, reason = null, expectedVersion = null } = input;
    return move({ command: 'moderateDeed', deedId, to, reason, expectedVersion }, context);
  }

  @Allow(signedIn)
  @Mutation(() => MoveDeedResult, {
    description: 'Takes back a deed, which counts no more. By whoever filed it; to others there is none.',
  })
  withdrawDeed(
    @Arg('input', () => WithdrawDeedInput) { deedId, expectedVersion = null }: WithdrawDeedInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof MoveDeedResult> {
    const to = DeedStatus.WITHDRAWN;
    return move({ command: 'withdrawDeed', deedId, to, reason: null, expectedVersion }, context);
  }

  @FieldResolver(() => CampaignType)
  async campaign(@Root() { row }: DeedType, @Ctx() { loaders }: NetworkContext): Promise<CampaignType> {
    const campaign = await loaders.campaignById.load(row.campaign_id);
    if (!campaign) throw new Error(`campaign ${row.campaign_id} is gone`);
    return new CampaignType(campaign);
  }

  @FieldResolver(() => OrganisationType, {
    nullable: true,
    description: "In whose name it is filed. Null for a person's own, and where the organisation is not public.",
  })
  async organisation(
    @Root() { row }: DeedType,
    @Ctx() { loaders, viewer }: NetworkContext,
  ): Promise<OrganisationType | null> {
    if (row.organisation_id === null) return null;
    const organisation = await loaders.organisationById.load(row.organisation_id);
    return organisation && organisationSeen(organisation, viewer);
  }

  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: 'Who filed it. For themselves and administrators; null for others.',
  })
  filedBy(@Root() { row }: DeedType, @Ctx() { viewer }: NetworkContext): PersonReference | null {
    return actorsOf(viewer, [row.filed_by_id]).length > 0 ? new PersonReference(row.filed_by_id) : null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why it was rejected. Told to whoever filed it and to administrators; null for others.',
  })
  decisionReason(@Root() { row }: DeedType, @Ctx() { viewer }: NetworkContext): string | null {
    return actorsOf(viewer, [row.filed_by_id]).length > 0 ? row.decision_reason : null;
  }

  @FieldResolver(() => [DeedStatus], { description: 'Where the viewer may take it from here.' })
  allowedTransitions(@Root() { row }: DeedType, @Ctx() { viewer }: NetworkContext): DeedStatus[] {
    return stepsFrom(deedTransitions, row.status, actorsOf(viewer, [row.filed_by_id]));
  }
}

@Resolver(() => PersonReference)
export class PersonDeedsResolver {
  @Allow<PersonReference>(theirOwn<Call<PersonReference>>(({ of }) => of.id))
  @FieldResolver(() => DeedConnection, {
    nullable: true,
    description: 'Deeds that the person filed, the newest day first. Null while the network is out of reach.',
  })
  async filedDeeds(
    @Root() { id: owner }: PersonReference,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders }: NetworkContext,
  ) {
    const cut = await loaders.deedsOfFiler.load({ owner, page: pageOf(page, 2) });
    return DeedConnection.counted(
      cut,
      deedKey,
      (row) => new DeedType(row),
      () => loaders.deedCountOfFiler.load({ owner }),
    );
  }
}

async function move(step: Omit<MoveDeed, 'viewer'>, context: NetworkContext): Promise<typeof MoveDeedResult> {
  const { em, locale, viewer, now } = context;
  const violations = aboutReason(step.reason, step.to === DeedStatus.REJECTED, locale);
  if (violations.length > 0) return invalidForm([], locale, violations);
  const outcome = await moveDeed(em, { ...step, viewer }, now());
  if (!('refusal' in outcome)) return deedNow(outcome.deedId, context);
  return outcome.refusal === 'deed-not-found'
    ? new DeedNotFound(say('DEED_NOT_FOUND', locale))
    : stepRefused(outcome, locale);
}

function refused(refusal: Extract<FileDeedOutcome, { refusal: string }>, locale: string): typeof FileDeedResult {
  switch (refusal.refusal) {
    case 'invalid':
      return invalidForm(refusal.violations, locale);
    case 'campaign-not-found':
      return new CampaignNotFound(say('CAMPAIGN_NOT_FOUND', locale));
    case 'organisation-not-found':
      return new OrganisationNotFound(sayOfOrganisation('ORGANISATION_NOT_FOUND', locale));
    case 'organisation-not-approved':
      return new OrganisationNotApproved(sayOfOrganisation('ORGANISATION_NOT_APPROVED', locale), refusal.status);
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

async function deedNow(id: string, { loaders }: NetworkContext): Promise<DeedSuccess> {
  const row = await loaders.deedById.clear(id).load(id);
  if (!row) throw new Error(`deed ${id} is gone`);
  return new DeedSuccess(new DeedType(row));
}
