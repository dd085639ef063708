import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { holders, personOf } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../shared/graph/user-error.ts';
import { reasonViolation } from '../../shared/journal/reason.ts';
import type { NetworkContext } from '../context.ts';
import { say } from '../messages.ts';
import { networkDay } from '../network-day.rules.ts';
import { LINK_LENGTH, TITLE_LENGTH } from '../source/source.rules.ts';
import { sourceOf } from '../source/source.types.ts';
import { checkFigure, type FigureProblem, type FigureViolation, NOTE_LENGTH } from './impact-figure.rules.ts';
import { ImpactFigureType } from './impact-figure.types.ts';
import { type RecordImpactFigureOutcome, recordImpactFigure } from './record-impact-figure.ts';
import {
  ImpactFigureNotFound,
  ImpactFigureRecorded,
  ImpactFigureSuperseded,
  RecordImpactFigureInput,
  RecordImpactFigureResult,
  RecordImpactFigureSuccess,
} from './record-impact-figure.types.ts';

type Refusal = Extract<RecordImpactFigureOutcome, { refusal: string }>;

@Resolver()
export class RecordImpactFigureResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => RecordImpactFigureResult, {
    description:
      'Publishes a figure that a source reports, or corrects one. What was published before stays readable as its history.',
  })
  async recordImpactFigure(
    @Arg('input', () => RecordImpactFigureInput) input: RecordImpactFigureInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof RecordImpactFigureResult> {
    const { em, locale } = context;
    const now = context.now();
    const { idempotencyKey = null, corrects = null, reason = null } = input;
    const figure = figureOf(input);
    const violations = checkFigure(figure, networkDay(now)).map((one) => violationOf(one, locale));
    const aboutReason = reasonViolation(reason, locale);
    const { source } = figure;
    if (violations.length > 0 || aboutReason || !source) {
      return invalid([...violations, ...(aboutReason ? [aboutReason] : [])], locale);
    }

    const actorId = personOf(context.viewer);
    const command = { actorId, idempotencyKey, figure: { ...figure, source }, correctsId: corrects, reason };
    const outcome = await recordImpactFigure(em, command, now);
    if ('refusal' in outcome) return refused(outcome, context);
    return new RecordImpactFigureSuccess(await figureById(outcome.figureId, context));
  }
}

function figureOf({ key, year, value, qualifier, period, asOf, source, note }: RecordImpactFigureInput) {
  const { from, until } = period;
  return {
    key,
    year,
    value,
    qualifier,
    period: { from, until },
    asOf,
    source: source ? sourceOf(source) : null,
    note: (note ?? []).map(({ locale, text }) => ({ locale, text })),
  };
}

async function refused(refusal: Refusal, context: NetworkContext): Promise<typeof RecordImpactFigureResult> {
  const { locale } = context;
  switch (refusal.refusal) {
    case 'invalid':
      return invalid(
        refusal.violations.map((one) => violationOf(one, locale)),
        locale,
      );
    case 'figure-not-found':
      return new ImpactFigureNotFound(say('IMPACT_FIGURE_NOT_FOUND', locale));
    case 'figure-superseded': {
      const current = await figureById(refusal.currentId, context);
      return new ImpactFigureSuperseded(say('IMPACT_FIGURE_SUPERSEDED', locale), current);
    }
    case 'figure-recorded': {
      const figure = await figureById(refusal.figureId, context);
      return new ImpactFigureRecorded(say('IMPACT_FIGURE_RECORDED', locale), figure);
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}

async function figureById(id: string, { loaders }: NetworkContext): Promise<ImpactFigureType> {
  const row = await loaders.impactFigureById.clear(id).load(id);
  if (!row) throw new Error(`figure ${id} is gone`);
  return new ImpactFigureType(row);
}

const problems = {
  negative: 'NEGATIVE',
  'ends-before-it-begins': 'ENDS_BEFORE_IT_BEGINS',
  'outside-year': 'OUTSIDE_YEAR',
  'before-period-ends': 'BEFORE_PERIOD_ENDS',
  'after-publication': 'AFTER_PUBLICATION',
  'in-future': 'IN_FUTURE',
  'too-long-ago': 'TOO_LONG_AGO',
  'unknown-key': 'UNKNOWN_KEY',
  'another-figure': 'ANOTHER_FIGURE',
  'not-a-link': 'NOT_A_LINK',
  missing: 'MISSING',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'REPEATED',
} as const satisfies Record<FigureProblem, string>;

function violationOf({ path, problem }: FigureViolation, locale: string): Violation {
  const code = problems[problem];
  return new Violation(['input', ...path], code, say(code, locale, { maximum: maximumOf(path) }));
}

function maximumOf(path: readonly string[]): number {
  if (path[0] === 'note') return NOTE_LENGTH;
  return path.at(-1) === 'url' ? LINK_LENGTH : TITLE_LENGTH;
}

function invalid(violations: Violation[], locale: string): InvalidInput {
  return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
}
