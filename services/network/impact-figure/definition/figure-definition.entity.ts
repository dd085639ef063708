import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import { ImpactUnit } from './figure-definition.rules.ts';

export const FigureDefinitionSchema = defineEntity({
  name: 'FigureDefinition',
  tableName: 'impact_figure_definition',
  properties: {
    /** In capitals: `VOLUNTEERS`. */
    key: p.text().primary(),
    label: p.json<Texts>(),
    unit: p.enum(() => ImpactUnit),
  },
});

/** What a figure tells of: its key, how it is called, what it counts. */
export class FigureDefinition extends FigureDefinitionSchema.class {}
FigureDefinitionSchema.setClass(FigureDefinition);
