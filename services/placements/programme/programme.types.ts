import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { CountryCode, SafeInt } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { ProgrammeRow } from './programme.loaders.ts';
import { ProgrammeFunding, ProgrammeStatus } from './programme.rules.ts';

registerEnumType(ProgrammeFunding, {
  name: 'ProgrammeFunding',
  description:
    'Who pays for a placement. FULL: the programme carries the whole cost. PARTIAL: host or volunteer a part.',
});

registerEnumType(ProgrammeStatus, {
  name: 'ProgrammeStatus',
  description: 'Where a programme is. It takes new openings and offers while OPEN. A DRAFT is not public.',
});

@ObjectType('Country', { description: 'A country, ISO 3166-1.' })
@Directive('@key(fields: "code")')
export class CountryReference {
  @Field(() => CountryCode)
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

@ObjectType('ProgrammeBudget', {
  description: "A programme's money, in the smallest unit of its currency.",
})
export class ProgrammeBudgetType {
  @Field(() => SafeInt)
  readonly amount: number;
  @Field(() => String, { description: 'ISO 4217: `USD`.' })
  readonly currency: string;
  @Field(() => SafeInt, { description: 'What open offers and deployments bind.' })
  readonly committed: number;
  @Field(() => SafeInt, { description: 'What is left for new offers.' })
  readonly available: number;

  constructor(amount: number, currency: string, committed: number) {
    this.amount = amount;
    this.currency = currency;
    this.committed = committed;
    this.available = amount - committed;
  }
}

@ObjectType('Programme', {
  implements: Node,
  description: 'A programme that sends volunteers abroad in a year, and who pays.',
})
@Directive('@key(fields: "id")')
export class ProgrammeType extends Node {
  @Field(() => Int)
  readonly year: number;
  @Field(() => ProgrammeFunding)
  readonly funding: ProgrammeFunding;
  @Field(() => Boolean, { description: 'True where the programme is a demonstration. It sends nobody.' })
  readonly isDemo: boolean;
  @Field(() => ProgrammeStatus)
  readonly status: ProgrammeStatus;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly name: Texts;
  readonly hostCountries: readonly string[];
  readonly money: ProgrammeBudgetType | null;

  constructor(row: ProgrammeRow) {
    super(row.id);
    this.status = row.status;
    this.version = row.version;
    this.money =
      row.budget_minor !== null && row.currency !== null
        ? new ProgrammeBudgetType(row.budget_minor, row.currency, row.committed_minor)
        : null;
    this.year = row.year;
    this.funding = row.funding;
    this.isDemo = row.is_demo;
    this.name = row.name;
    this.hostCountries = row.host_countries;
  }
}

export const ProgrammeConnection = connectionType('Programme', () => ProgrammeType);
export type ProgrammeConnection = InstanceType<typeof ProgrammeConnection>;

/** Sort key of the list of programmes. */
export function programmeKey(row: ProgrammeRow): [number, string] {
  return [row.year, row.id];
}
