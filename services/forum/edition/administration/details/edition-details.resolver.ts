import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, holdersOver, personOf } from '../../../../shared/access/access.rules.ts';
import { Allow, type Call } from '../../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../../context.ts';
import { EditionClosed, EditionYearTaken, WaitlistLimitBelowWaiting } from '../administration.types.ts';
import { editionOf, invalid, notChanged } from '../answers.resolver.ts';
import { say } from '../messages.ts';
import { type Calendar, DATES, DEADLINES } from './calendar.rules.ts';
import { type ChangeForumEditionOutcome, changeForumEdition } from './change-forum-edition.ts';
import { type CreateForumEditionOutcome, createForumEdition } from './create-forum-edition.ts';
import type { GivenDetails } from './edition-change.rules.ts';
import { checkEdition, checkEditionTexts, checkKey, NO_DATES, withDates } from './edition-details.rules.ts';
import {
  ChangeForumEditionInput,
  ChangeForumEditionResult,
  ChangeForumEditionSuccess,
  CreateForumEditionInput,
  CreateForumEditionResult,
  CreateForumEditionSuccess,
} from './edition-details.types.ts';

type CreateRefusal = Extract<CreateForumEditionOutcome, { refusal: string }>;
type ChangeRefusal = Extract<ChangeForumEditionOutcome, { refusal: string }>;

@Resolver()
export class EditionDetailsResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => CreateForumEditionResult, {
    description: 'Makes the edition of a year, as a draft that administrators alone see.',
  })
  async createForumEdition(
    @Arg('input', () => CreateForumEditionInput) input: CreateForumEditionInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof CreateForumEditionResult> {
    const { year, title, city, timeZone, capacity, waitlistLimit, seatOfferHours } = input;
    const idempotencyKey = input.idempotencyKey ?? null;
    const calendar = withDates(NO_DATES, datesOf(input));
    const hostCountry = input.hostCountry.toUpperCase();
    const details = { year, hostCountry, timeZone, calendar, capacity, waitlistLimit, seatOfferHours };
    const violations = [
      ...checkKey(idempotencyKey),
      ...checkEditionTexts({ title, city }),
      ...checkEdition({ ...details, isDemo: false }),
    ];
    if (violations.length > 0) return invalid(violations, context.locale);

    const command = { ...details, title, city, idempotencyKey, actorId: personOf(context.viewer) };
    const outcome = await createForumEdition(context.em, command, context.now());
    if ('refusal' in outcome) return notCreated(outcome, context);
    return new CreateForumEditionSuccess(await editionOf(outcome.editionId, context));
  }

  @Allow(holdersOver<Call>('EDITION', ({ args }) => args.input.editionId, 'ADMINISTRATOR'))
  @Mutation(() => ChangeForumEditionResult, {
    description:
      'Changes what an edition is, when and where: what the input gives, and nothing else. It is checked as the whole it would be afterwards.',
  })
  async changeForumEdition(
    @Arg('input', () => ChangeForumEditionInput) input: ChangeForumEditionInput,
    @Ctx() context: ForumContext,
  ): Promise<typeof ChangeForumEditionResult> {
    const { editionId, expectedVersion } = input;
    const command = {
      editionId,
      expectedVersion: expectedVersion ?? null,
      actorId: personOf(context.viewer),
      given: givenOf(input),
    };
    const outcome = await changeForumEdition(context.em, command, context.now());
    if ('refusal' in outcome) return notAltered(outcome, context.locale);
    return new ChangeForumEditionSuccess(await editionOf(outcome.editionId, context));
  }
}

async function notCreated(
  refusal: CreateRefusal,
  context: ForumContext,
): Promise<EditionYearTaken | IdempotencyKeyReused> {
  const { locale } = context;
  if (refusal.refusal === 'idempotency-key-reused')
    return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  return new EditionYearTaken(say('EDITION_YEAR_TAKEN', locale), await editionOf(refusal.editionId, context));
}

function notAltered(refusal: ChangeRefusal, locale: string): typeof ChangeForumEditionResult {
  switch (refusal.refusal) {
    case 'invalid':
      return invalid(refusal.violations, locale);
    case 'edition-closed':
      return new EditionClosed(say('EDITION_CLOSED', locale), refusal.status);
    case 'waitlist-limit-below-waiting': {
      const { waiting } = refusal;
      return new WaitlistLimitBelowWaiting(say('WAITLIST_LIMIT_BELOW_WAITING', locale, { waiting }), waiting);
    }
    default:
      return notChanged(refusal, locale);
  }
}

function givenOf(input: ChangeForumEditionInput): GivenDetails {
  const { title, city, hostCountry, timeZone, waitlistLimit, seatOfferHours } = input;
  const dates = datesOf(input);
  return {
    title,
    city,
    hostCountry: hostCountry?.toUpperCase(),
    timeZone,
    waitlistLimit,
    seatOfferHours,
    dates,
  };
}

/** The dates a form gives, and nothing of those it leaves out. Null for all deadlines clears each. */
function datesOf(input: CreateForumEditionInput | ChangeForumEditionInput): Partial<Calendar> {
  const { deadlines } = input;
  return Object.fromEntries([
    ...DATES.map((date) => [date, input[date]]),
    ...DEADLINES.map((date) => [date, deadlines === null ? null : deadlines?.[date]]),
  ]);
}
