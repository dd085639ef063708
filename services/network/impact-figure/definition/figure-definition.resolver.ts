import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { anyone, holders, personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { LocalizedText } from '../../../shared/graph/localized-text.ts';
import { Locale } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, Violation } from '../../../shared/graph/user-error.ts';
import { textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { NetworkContext } from '../../context.ts';
import { say } from '../../messages.ts';
import { defineImpactFigure } from './define-impact-figure.ts';
import {
  checkDefinition,
  type DefinitionProblem,
  type DefinitionViolation,
  LABEL_LENGTH,
} from './figure-definition.rules.ts';
import {
  DefineImpactFigureInput,
  DefineImpactFigureResult,
  DefineImpactFigureSuccess,
  FigureDefinitionType,
  ImpactFigureKeyTaken,
} from './figure-definition.types.ts';

@Resolver(() => FigureDefinitionType)
export class FigureDefinitionResolver {
  @Allow(anyone)
  @Query(() => [FigureDefinitionType], {
    description: 'What impact figures there can be, in the order they are listed.',
  })
  async impactFigureDefinitions(@Ctx() { loaders }: NetworkContext): Promise<FigureDefinitionType[]> {
    const rows = await loaders.figureDefinitions.load('all');
    return rows.map((row) => new FigureDefinitionType(row));
  }

  @Allow(holders('ADMINISTRATOR'))
  @Mutation(() => DefineImpactFigureResult, { description: 'Makes a kind of figure that the network has none of yet.' })
  async defineImpactFigure(
    @Arg('input', () => DefineImpactFigureInput) input: DefineImpactFigureInput,
    @Ctx() context: NetworkContext,
  ): Promise<typeof DefineImpactFigureResult> {
    const { em, locale } = context;
    const { key, label, unit, idempotencyKey = null } = input;
    const violations = checkDefinition(key, label);
    if (violations.length > 0) return invalid(violations, locale);

    const command = { actorId: personOf(context.viewer), idempotencyKey, key, label: textsOf(label), unit };
    const outcome = await defineImpactFigure(em, command, context.now());
    if (!('refusal' in outcome)) return new DefineImpactFigureSuccess(await definitionOf(key, context));
    if (outcome.refusal === 'idempotency-key-reused') {
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
    }
    return new ImpactFigureKeyTaken(say('IMPACT_FIGURE_KEY_TAKEN', locale), await definitionOf(key, context));
  }

  @FieldResolver(() => LocalizedText, { nullable: true, description: 'What it is called.' })
  label(
    @Root() { labels }: FigureDefinitionType,
    @Arg('locale', () => Locale, { nullable: true }) locale: string | null,
    @Ctx() context: NetworkContext,
  ): LocalizedText | null {
    return LocalizedText.of(labels, locale ?? context.locale);
  }
}

async function definitionOf(key: string, { loaders }: NetworkContext): Promise<FigureDefinitionType> {
  const rows = await loaders.figureDefinitions.clear('all').load('all');
  const row = rows.find((one) => one.key === key);
  if (!row) throw new Error(`the definition ${key} is gone`);
  return new FigureDefinitionType(row);
}

const problems = {
  'not-a-key': 'NOT_A_KEY',
  'language-missing': 'LANGUAGE_MISSING',
  missing: 'MISSING',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'REPEATED',
} as const satisfies Record<DefinitionProblem, string>;

function invalid(violations: readonly DefinitionViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem }) => {
      const code = problems[problem];
      return new Violation(['input', ...path], code, say(code, locale, { maximum: LABEL_LENGTH }));
    }),
  );
}
