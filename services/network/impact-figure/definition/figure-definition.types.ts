import { createUnionType, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LocalizedTextInput } from '../../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import type { FigureDefinitionRow } from './figure-definition.loaders.ts';
import { ImpactUnit, LABEL_LENGTH } from './figure-definition.rules.ts';

registerEnumType(ImpactUnit, { name: 'ImpactUnit', description: 'What a figure counts.' });

@ObjectType('ImpactFigureDefinition', { description: 'What figures of one key tell of.' })
export class FigureDefinitionType {
  @Field(() => String, { description: 'In capitals: `VOLUNTEERS`.' })
  readonly key: string;
  @Field(() => ImpactUnit)
  readonly unit: ImpactUnit;

  readonly labels: Texts;

  constructor(row: FigureDefinitionRow) {
    this.key = row.key;
    this.unit = row.unit;
    this.labels = row.label;
  }
}

@InputType({ description: 'A kind of figure that the network has none of yet.' })
export class DefineImpactFigureInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => String, { description: 'Capitals, digits and underscores: `TREES_PLANTED`; 2 to 60 characters.' })
  readonly key!: string;
  @Field(() => [LocalizedTextInput], {
    description: `What it is called: in \`kk\`, \`ru\` and \`en\`, and in others. At most ${LABEL_LENGTH} characters each.`,
  })
  readonly label!: LocalizedTextInput[];
  @Field(() => ImpactUnit)
  readonly unit!: ImpactUnit;
}

@ObjectType({ description: 'Figures of this key can be recorded.' })
export class DefineImpactFigureSuccess {
  @Field(() => FigureDefinitionType)
  readonly definition: FigureDefinitionType;

  constructor(definition: FigureDefinitionType) {
    this.definition = definition;
  }
}

@ObjectType({ implements: UserError, description: 'There are figures of this key already. Nothing changed.' })
export class ImpactFigureKeyTaken extends UserError {
  @Field(() => FigureDefinitionType, { description: 'What the key stands for.' })
  readonly definition: FigureDefinitionType;

  constructor(message: string, definition: FigureDefinitionType) {
    super('IMPACT_FIGURE_KEY_TAKEN', message);
    this.definition = definition;
  }
}

export const DefineImpactFigureResult = createUnionType({
  name: 'DefineImpactFigureResult',
  description: 'The definition, or what stands in the way.',
  types: () => [DefineImpactFigureSuccess, ImpactFigureKeyTaken, IdempotencyKeyReused, InvalidInput] as const,
});
