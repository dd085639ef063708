import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { ImpactOrigin, ImpactQualifier } from './impact-figure.rules.ts';

export const ImpactFigureSchema = defineEntity({
  name: 'ImpactFigure',
  properties: {
    id: p.text().primary(),
    /** ID of the first figure of its line: what corrects it is in the same line, with the next version. */
    lineId: p.text(),
    version: p.integer(),
    definitionKey: p.text(),
    /** The year it is published under; the period may be a part of it, or reach beyond. */
    year: p.integer(),
    value: p.bigint('number'),
    qualifier: p.enum(() => ImpactQualifier),
    /** First and last day. */
    periodFrom: p.date(),
    periodUntil: p.date(),
    asOf: p.date(),
    origin: p.enum(() => ImpactOrigin),
    sourceTitle: p.text(),
    sourceUrl: p.text().nullable(),
    sourcePublishedOn: p.date().nullable(),
    /** What the source leaves open; empty where nothing. */
    note: p.json<Texts>(),
    recordedAt: p.datetime(),
  },
});

/** A published figure, which is never changed. */
export class ImpactFigure extends ImpactFigureSchema.class {}
ImpactFigureSchema.setClass(ImpactFigure);
