import { GraphQLError } from 'graphql';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { VersionConflict } from '../../shared/graph/user-error.ts';
import { portalLanguage } from '../../shared/text/localize.rules.ts';
import { checkContact } from '../contact/contact.rules.ts';
import { changeOf, invalidContact } from '../contact/contact-change.ts';
import { hoursText } from '../contact/opening-hours.rules.ts';
import type { NetworkContext } from '../context.ts';
import { say } from '../messages.ts';
import { networkDay } from '../network-day.rules.ts';
import { regionsNamed } from '../region/region.rules.ts';
import type { FrontOfficeRow } from './front-office.loaders.ts';
import { FrontOfficeKind } from './front-office.rules.ts';
import {
  FrontOfficeNotFound,
  FrontOfficeType,
  UpdateFrontOfficeInput,
  UpdateFrontOfficeResult,
  UpdateFrontOfficeSuccess,
} from './front-office.types.ts';
import { type UpdateFrontOfficeOutcome, updateFrontOffice } from './update-front-office.ts';

type Refusal = Extract<UpdateFrontOfficeOutcome, { refusal: string }>;

@Resolver(() => FrontOfficeType)
export class FrontOfficeResolver {
  @Allow(anyone)
  @Query(() => [FrontOfficeType], {
    description:
      'Front offices, the national one first, then by region; at most 21. `BAD_USER_INPUT`, which names the codes, for a code that does not exist.',
  })
  async frontOffices(
    @Arg('region', () => String, {
      nullable: true,
      description:
        'An ISO 3166-2 code, `KZ-75`, or a name in any script and common spelling: `Алматы облысы`, `Акмола`. A name of no region finds nothing. All when absent.',
    })
    region: string | null | undefined,
    @Ctx() { loaders, locale }: NetworkContext,
  ): Promise<FrontOfficeType[]> {
    const offices = await Promise.all(
      [FrontOfficeKind.NATIONAL, FrontOfficeKind.REGIONAL].map((kind) => loaders.frontOfficesByKind.load(kind)),
    );
    return meant(offices.flat(), region ?? null, locale).map((row) => new FrontOfficeType(row));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => UpdateFrontOfficeResult, { description: 'Changes how people reach a front office.' })
  async updateFrontOffice(
    @Arg('input', () => UpdateFrontOfficeInput) input: UpdateFrontOfficeInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof UpdateFrontOfficeResult> {
    const { em, loaders, locale } = context;
    const now = context.now();
    const change = changeOf(input);
    const violations = checkContact(change, networkDay(now));
    if (violations.length > 0) return invalidContact(violations, locale);

    const { frontOfficeId, expectedVersion = null } = input;
    const actorId = personOf(context.viewer);
    const outcome = await updateFrontOffice(em, { actorId, frontOfficeId, expectedVersion, change }, now);
    if ('refusal' in outcome) return refused(outcome, locale);
    const row = await loaders.frontOfficeById.clear(outcome.frontOfficeId).load(outcome.frontOfficeId);
    if (!row) throw new Error(`front office ${outcome.frontOfficeId} is gone`);
    return new UpdateFrontOfficeSuccess(new FrontOfficeType(row));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'Null where no name is written yet.' })
  name(
    @Root() { names }: FrontOfficeType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(names, locale ?? context.locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "For people, in the viewer's language: `Mon–Fri 09:00–18:00 (Asia/Almaty)`. Null while nobody has told.",
  })
  hours(@Root() { openingHours }: FrontOfficeType, @Ctx() { locale }: NetworkContext): string | null {
    return openingHours && hoursText(openingHours, portalLanguage(locale));
  }
}

function meant(offices: readonly FrontOfficeRow[], asked: string | null, locale: string): readonly FrontOfficeRow[] {
  if (asked === null) return offices;
  const regions = offices.map(({ region_code, region_name, region_other_names }) => ({
    code: region_code,
    names: region_name,
    otherNames: region_other_names,
  }));
  const found = regionsNamed(asked, regions);
  if ('codes' in found) return offices.filter(({ region_code }) => found.codes.includes(region_code));
  const known = [...new Set(regions.map(({ code }) => code))].sort();
  throw new GraphQLError(say('NO_SUCH_REGION_CODE', locale, { codes: known.join(', ') }), {
    extensions: { code: 'BAD_USER_INPUT', codes: known },
  });
}

function refused(refusal: Refusal, locale: string): typeof UpdateFrontOfficeResult {
  switch (refusal.refusal) {
    case 'front-office-not-found':
      return new FrontOfficeNotFound(say('FRONT_OFFICE_NOT_FOUND', locale));
    case 'version-conflict':
      return new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
  }
}
