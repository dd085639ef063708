import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { LocalizedText } from '../../shared/graph/localized-text.ts';
import { LocalDate, Locale } from '../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import type { NetworkContext } from '../context.ts';
import { say } from '../messages.ts';
import { networkDay } from '../network-day.rules.ts';
import { LINK_LENGTH, TITLE_LENGTH } from '../source/source.rules.ts';
import { sourceOf } from '../source/source.types.ts';
import { type DefineSegmentOutcome, defineSegment } from './define-segment.ts';
import {
  checkSegment,
  DESCRIPTION_LENGTH,
  type GivenDefinition,
  OLDEST,
  type SegmentProblem,
  type SegmentViolation,
} from './segment-definition.rules.ts';
import {
  DefineSegmentInput,
  DefineSegmentResult,
  DefineSegmentSuccess,
  SegmentDefinitionOverlaps,
  SegmentDefinitionType,
} from './segment-definition.types.ts';

type Refusal = Extract<DefineSegmentOutcome, { refusal: string }>;

@Resolver(() => SegmentDefinitionType)
export class SegmentDefinitionResolver {
  @Allow(anyone)
  @Query(() => [SegmentDefinitionType], {
    description:
      'What the groups of volunteers by age mean: every definition there was, is or will be, the newest first.',
  })
  async segments(
    @Arg('on', () => LocalDate, { nullable: true, description: 'Only those that hold on a day.' }) on:
      | string
      | null
      | undefined,
    @Ctx() { loaders }: NetworkContext,
  ): Promise<SegmentDefinitionType[]> {
    const rows = await loaders.segmentDefinitions.load('all');
    return rows
      .filter(({ since, until }) => on == null || ((since ?? '') <= on && (until === null || on <= until)))
      .map((row) => new SegmentDefinitionType(row));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => DefineSegmentResult, {
    description:
      'Says anew what a group by age means, from a day on. What it meant before stays, up to the day before.',
  })
  async defineSegment(
    @Arg('input', () => DefineSegmentInput) input: DefineSegmentInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof DefineSegmentResult> {
    const { em, locale } = context;
    const now = context.now();
    const { segment, idempotencyKey = null } = input;
    const definition = definitionOf(input);
    const violations = checkSegment(definition, networkDay(now));
    if (violations.length > 0) return invalid(violations, locale);

    const command = { actorId: personOf(context.viewer), idempotencyKey, segment, definition };
    const outcome = await defineSegment(em, command, now);
    if ('refusal' in outcome) return refused(outcome, context);
    return new DefineSegmentSuccess(await definitionById(outcome.definitionId, context));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'What the definition rests on.' })
  description(
    @Root() { descriptions }: SegmentDefinitionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(descriptions, locale ?? context.locale);
  }
}

function definitionOf(input: DefineSegmentInput): GivenDefinition {
  const { minimumAge, maximumAge = null, from, until = null, description, source } = input;
  return {
    minimumAge,
    maximumAge,
    since: from,
    until,
    description: description.map(({ locale, text }) => ({ locale, text })),
    source: source ? sourceOf(source) : null,
  };
}

async function refused(refusal: Refusal, context: NetworkContext): Promise<typeof DefineSegmentResult> {
  const { locale } = context;
  if (refusal.refusal === 'idempotency-key-reused') {
    return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
  const overlapping = await definitionById(refusal.overlappingId, context);
  return new SegmentDefinitionOverlaps(say('SEGMENT_DEFINITION_OVERLAPS', locale), overlapping);
}

async function definitionById(id: string, { loaders }: NetworkContext): Promise<SegmentDefinitionType> {
  const row = await loaders.segmentDefinitionById.clear(id).load(id);
  if (!row) throw new Error(`definition ${id} is gone`);
  return new SegmentDefinitionType(row);
}

const problems = {
  'no-age': 'NO_AGE',
  'below-minimum': 'BELOW_MINIMUM',
  'ends-before-it-begins': 'ENDS_BEFORE_IT_BEGINS',
  'in-future': 'IN_FUTURE',
  'too-long-ago': 'TOO_LONG_AGO',
  'not-a-link': 'NOT_A_LINK',
  missing: 'MISSING',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'REPEATED',
} as const satisfies Record<SegmentProblem, string>;

function invalid(violations: readonly SegmentViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem }) => {
      const code = problems[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum: maximumOf(path), oldest: OLDEST }));
    }),
  );
}

function maximumOf(path: readonly string[]): number {
  if (path[0] === 'description') return DESCRIPTION_LENGTH;
  return path.at(-1) === 'url' ? LINK_LENGTH : TITLE_LENGTH;
}
