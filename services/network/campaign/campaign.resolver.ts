import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused } from '../../shared/graph/user-error.ts';
import type { NetworkContext } from '../context.ts';
import { invalidForm } from '../form/invalid-form.ts';
import { ImpactOrigin } from '../impact-figure/impact-figure.rules.ts';
import { ImpactFigureType } from '../impact-figure/impact-figure.types.ts';
import { checkCampaign } from './campaign.rules.ts';
import { CampaignType, CreateCampaignInput, CreateCampaignResult, CreateCampaignSuccess } from './campaign.types.ts';
import { CountedDeeds, ReportedDeeds } from './campaign-counts.types.ts';
import { createCampaign } from './create-campaign.ts';
import { say } from './messages.ts';

const PLAIN =
  'As sources report it, where they report both deeds and participants; as the portal counts it otherwise. `origin` says which. `reported` has the qualifier and the source, `counted` what the portal counts; the two are never added up.';

@Resolver(() => CampaignType)
export class CampaignResolver {
  @Allow(anyone)
  @Query(() => [CampaignType], { description: 'The campaigns of a year, in the order they were opened.' })
  async campaigns(@Arg('year', () => Int) year: number, @Ctx() { loaders }: NetworkContext): Promise<CampaignType[]> {
    const rows = await loaders.campaignsByYear.load(String(year));
    return rows.map((row) => new CampaignType(row));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => CreateCampaignResult, {
    description: 'Opens a campaign, for which people and organisations may file deeds.',
  })
  async createCampaign(
    @Arg('input', () => CreateCampaignInput) input: CreateCampaignInput,
    @Ctx() { em, loaders, locale, viewer, now }: NetworkContext,
  ): Promise<typeof CreateCampaignResult> {
    const campaign = {
      year: input.year,
      name: input.name.map(({ locale, text }) => ({ locale, text })),
      sectors: input.sectors,
      startsOn: input.startsOn ?? null,
      endsOn: input.endsOn ?? null,
      deedsFigureKey: input.deedsFigureKey ?? null,
      participantsFigureKey: input.participantsFigureKey ?? null,
    };
    const violations = checkCampaign(campaign);
    if (violations.length > 0) return invalidForm(violations, locale);

    const command = { actorId: personOf(viewer), idempotencyKey: input.idempotencyKey ?? null, campaign };
    const outcome = await createCampaign(em, command, now());
    if ('refusal' in outcome) {
      return outcome.refusal === 'invalid'
        ? invalidForm(outcome.violations, locale)
        : new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
    const row = await loaders.campaignById.load(outcome.campaignId);
    if (!row) throw new Error(`campaign ${outcome.campaignId} is gone`);
    return new CreateCampaignSuccess(new CampaignType(row));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no name is written.' })
  name(
    @Root() { names }: CampaignType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(names, locale ?? context.locale);
  }

  @FieldResolver(() => Int, { description: `Good deeds. ${PLAIN}` })
  async deeds(@Root() campaign: CampaignType, @Ctx() context: NetworkContext): Promise<number> {
    return (await plainOf(campaign, context)).deeds;
  }

  @FieldResolver(() => Int, { description: `Those who took part. ${PLAIN}` })
  async participants(@Root() campaign: CampaignType, @Ctx() context: NetworkContext): Promise<number> {
    return (await plainOf(campaign, context)).participants;
  }

  @FieldResolver(() => ImpactOrigin, { description: 'Who knows `deeds` and `participants`.' })
  async origin(@Root() campaign: CampaignType, @Ctx() context: NetworkContext): Promise<ImpactOrigin> {
    return (await plainOf(campaign, context)).origin;
  }

  @FieldResolver(() => CountedDeeds)
  counted(@Root() campaign: CampaignType, @Ctx() context: NetworkContext): Promise<CountedDeeds> {
    return countedOf(campaign, context);
  }

  @FieldResolver(() => ReportedDeeds)
  reported(@Root() campaign: CampaignType, @Ctx() context: NetworkContext): Promise<ReportedDeeds> {
    return reportedOf(campaign, context);
  }
}

async function plainOf(campaign: CampaignType, context: NetworkContext) {
  const { deeds, participants } = await reportedOf(campaign, context);
  if (deeds && participants) {
    return { deeds: deeds.value, participants: participants.value, origin: ImpactOrigin.REPORTED };
  }
  const counted = await countedOf(campaign, context);
  return { deeds: counted.deeds, participants: counted.participants, origin: ImpactOrigin.COUNTED };
}

async function countedOf({ id }: CampaignType, { loaders, now }: NetworkContext): Promise<CountedDeeds> {
  return new CountedDeeds(await loaders.deedTalliesByCampaign.load(id), now());
}

async function reportedOf({ year, reportedAs }: CampaignType, { loaders }: NetworkContext): Promise<ReportedDeeds> {
  if (reportedAs.deeds === null && reportedAs.participants === null) return new ReportedDeeds(null, null);
  const figures = await loaders.impactFiguresByYear.load(String(year));
  const figureOf = (key: string | null) => {
    const row = figures.find((one) => one.definition_key === key && one.origin === ImpactOrigin.REPORTED);
    return row ? new ImpactFigureType(row) : null;
  };
  return new ReportedDeeds(figureOf(reportedAs.deeds), figureOf(reportedAs.participants));
}
