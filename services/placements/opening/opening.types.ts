import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, LocalDate, TimeZone } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { OpeningRow, PositionsRow } from './opening.loaders.ts';
import { OpeningStatus, Sector } from './opening.rules.ts';
import { RequirementsType } from './terms/terms.types.ts';

registerEnumType(Sector, {
  name: 'Sector',
  description: "What volunteers do. CHILDREN: in children's homes. RESCUE: search and rescue, saving lives at sea.",
});
registerEnumType(OpeningStatus, {
  name: 'OpeningStatus',
  description: 'Where an opening is, from a draft to its outcome. DRAFT and IN_REVIEW are not public.',
});

@ObjectType('OpeningPositions', {
  description: 'How many volunteers are sought, and for how many there is a place yet. Counted in people.',
})
export class OpeningPositionsType {
  @Field(() => Int)
  readonly total: number;
  @Field(() => Int, { description: 'Held by an open offer.' })
  readonly offered: number;
  @Field(() => Int, { description: 'Taken by a deployment that is under way or was served to its end.' })
  readonly filled: number;
  @Field(() => Int, { description: 'Neither offered nor filled.' })
  readonly free: number;

  constructor({ total, offered, filled, free }: Omit<PositionsRow, 'key'>) {
    this.total = total;
    this.offered = offered;
    this.filled = filled;
    this.free = free;
  }
}

@ObjectType('Opening', { implements: Node, description: 'A placement abroad that volunteers are sought for.' })
@Directive('@key(fields: "id")')
export class OpeningType extends Node {
  @Field(() => Sector)
  readonly sector: Sector;
  @Field(() => String, { description: 'City or place of service, in Latin letters.' })
  readonly city: string;
  @Field(() => LocalDate, { description: 'First day of service.' })
  readonly startsOn: string;
  @Field(() => LocalDate, { description: 'Last day of service.' })
  readonly endsOn: string;
  @Field(() => TimeZone, { description: 'Where volunteers serve: days are days there.' })
  readonly timeZone: string;
  @Field(() => DateTime, { description: 'The last instant at which an application is taken.' })
  readonly applicationDeadline: Date;
  @Field(() => String, {
    description:
      'The word of `state` as plain text, so that one selection can ask different kinds of node for their `status`.',
  })
  readonly status: string;
  @Field(() => OpeningStatus)
  readonly state: OpeningStatus;
  @Field(() => RequirementsType, { description: 'Who may serve in it.' })
  readonly requirements: RequirementsType;
  @Field(() => Int, {
    description:
      'The number of its terms: dates, city, requirements, entitlements and clearances. Grows when one of them changes after somebody applied.',
  })
  readonly termsVersion: number;
  @Field(() => DateTime, { nullable: true, description: 'Null until published, and where it is not known.' })
  readonly publishedAt: Date | null;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was closed for applications, decided or cancelled, whichever came last. Null before.',
  })
  readonly closedAt: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Why a draft was given back to be worked over. Null for one that was not.',
  })
  readonly returnReason: string | null;
  @Field(() => Boolean, { description: 'True where the opening is a demonstration. Nobody can serve in it.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly title: Texts;
  readonly description: Texts;
  readonly tasks: Texts;
  readonly countryCode: string;
  readonly hostOrganisationId: string;
  readonly programmeId: string;
  readonly row: OpeningRow;

  /** What the service that owns people says of whoever is asking, where a field needs it; read with care. */
  readonly asked: unknown;

  constructor(row: OpeningRow, asked: unknown = null) {
    super(row.id);
    this.asked = asked;
    this.sector = row.sector;
    this.city = row.city;
    this.startsOn = row.starts_on;
    this.endsOn = row.ends_on;
    this.applicationDeadline = row.application_deadline;
    this.status = row.status;
    this.state = row.status;
    this.timeZone = row.time_zone;
    this.requirements = new RequirementsType(row.requirements);
    this.termsVersion = row.terms_version;
    this.publishedAt = row.published_at;
    this.closedAt = row.closed_at;
    this.returnReason = row.return_reason;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.title = row.title;
    this.description = row.description;
    this.tasks = row.tasks;
    this.countryCode = row.country_code;
    this.hostOrganisationId = row.host_organisation_id;
    this.programmeId = row.programme_id;
    this.row = row;
  }
}

export const OpeningConnection = countedConnectionType('Opening', () => OpeningType);
export type OpeningConnection = InstanceType<typeof OpeningConnection>;

/** Sort key of the lists of openings. */
export function openingKey(row: OpeningRow): [string, string] {
  return [row.application_deadline.toISOString(), row.id];
}
