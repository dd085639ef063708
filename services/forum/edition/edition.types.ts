import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { CountryCode, DateTime, TimeZone } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { EditionRow } from './edition.loaders.ts';
import { EditionStatus } from './edition.rules.ts';

registerEnumType(EditionStatus, {
  name: 'EditionStatus',
  description: 'Where an edition is in its life, from its announcement to the archive.',
});

@ObjectType('Country', { description: 'A country, ISO 3166-1.' })
@Directive('@key(fields: "code", resolvable: false)')
export class CountryReference {
  @Field(() => CountryCode)
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

@ObjectType('ForumEdition', {
  implements: Node,
  description: "One yearly edition of the forum of the Commonwealth's volunteers.",
})
@Directive('@key(fields: "id")')
export class EditionType extends Node {
  @Field(() => Int, { description: 'The year it belongs to; one edition a year.' })
  readonly year: number;
  @Field(() => TimeZone, { description: 'Deadlines and the programme are days and hours in this zone.' })
  readonly timeZone: string;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced.' })
  readonly startsAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced.' })
  readonly endsAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced. Registration is open from here on.' })
  readonly registrationOpensAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until announced. Registration is closed from here on.' })
  readonly registrationClosesAt: Date | null;
  @Field(() => EditionStatus)
  readonly status: EditionStatus;
  @Field(() => Boolean, {
    description: 'True where dates, capacity and programme are a demonstration. The real ones are not published yet.',
  })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly title: Texts;
  readonly city: Texts;
  readonly hostCountry: string;

  constructor(row: EditionRow) {
    super(row.id);
    this.year = row.year;
    this.timeZone = row.time_zone;
    this.startsAt = row.starts_at;
    this.endsAt = row.ends_at;
    this.registrationOpensAt = row.registration_opens_at;
    this.registrationClosesAt = row.registration_closes_at;
    this.status = row.status;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.title = row.title;
    this.city = row.city;
    this.hostCountry = row.host_country;
  }
}

export const ForumEditionConnection = connectionType('ForumEdition', () => EditionType);
export type ForumEditionConnection = InstanceType<typeof ForumEditionConnection>;

/** Sort key of the list of editions. */
export function editionKey(row: EditionRow): [number, string] {
  return [row.year, row.id];
}
