import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { CountryCode } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { ProgrammeRow } from './programme.loaders.ts';
import { ProgrammeFunding } from './programme.rules.ts';

registerEnumType(ProgrammeFunding, {
  name: 'ProgrammeFunding',
  description:
    'Who pays for a placement. FULL: the programme carries the whole cost. PARTIAL: host or volunteer a part.',
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

  readonly name: Texts;
  readonly hostCountries: readonly string[];

  constructor(row: ProgrammeRow) {
    super(row.id);
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
