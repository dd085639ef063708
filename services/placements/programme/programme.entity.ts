import { defineEntity, p } from '@mikro-orm/core';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { ProgrammeFunding, ProgrammeStatus } from './programme.rules.ts';

export const ProgrammeSchema = defineEntity({
  name: 'Programme',
  properties: {
    id: p.text().primary(),
    name: p.json<Texts>(),
    year: p.integer(),
    funding: p.enum(() => ProgrammeFunding),
    /** ISO 3166-1 alpha-2. */
    hostCountries: p.array<string>(),
    status: p.enum(() => ProgrammeStatus),
    /** ISO 4217; null with the budget. */
    currency: p.text().nullable(),
    /** In the currency's smallest unit; null where no budget is known. The database counts what is committed. */
    budgetMinor: p.bigint('number').nullable(),
    /** True where the programme is a demonstration that sends nobody. */
    isDemo: p.boolean(),
    version: p.integer().version(),
  },
});

/** A programme that sends volunteers abroad in a year, and who pays. */
export class Programme extends ProgrammeSchema.class {}
ProgrammeSchema.setClass(Programme);
