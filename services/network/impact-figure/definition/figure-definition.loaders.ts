import DataLoader from 'dataloader';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import type { ImpactUnit } from './figure-definition.rules.ts';

/** A definition as the graph reads it. */
export interface FigureDefinitionRow {
  readonly key: string;
  readonly label: Texts;
  readonly unit: ImpactUnit;
}

const DEFINITIONS = statement(
  'impact_figure_definitions',
  'select key, label, unit from impact_figure_definition order by position',
);

export interface FigureDefinitionLoaders {
  /** Every definition, in the order figures are listed. */
  readonly figureDefinitions: DataLoader<'all', FigureDefinitionRow[]>;
}

export function figureDefinitionLoaders(read: Reader): FigureDefinitionLoaders {
  return {
    figureDefinitions: new DataLoader<'all', FigureDefinitionRow[]>(async (asked) => {
      const rows = await read.rows<FigureDefinitionRow>(DEFINITIONS, []);
      return asked.map(() => rows);
    }),
  };
}
