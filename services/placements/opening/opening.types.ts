import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { DateTime, LocalDate } from '../../shared/graph/scalars.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { OpeningRow } from './opening.loaders.ts';
import { OpeningStatus, Sector } from './opening.rules.ts';

registerEnumType(Sector, {
  name: 'Sector',
  description: "What volunteers do. CHILDREN: in children's homes. RESCUE: search and rescue, saving lives at sea.",
});
registerEnumType(OpeningStatus, {
  name: 'OpeningStatus',
  description: 'Where an opening is, from a draft to its outcome. DRAFT and IN_REVIEW are not public.',
});

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
  @Field(() => DateTime, { description: 'The last instant at which an application is taken.' })
  readonly applicationDeadline: Date;
  @Field(() => String, {
    description:
      'The word of `state` as plain text, so that one selection can ask different kinds of node for their `status`.',
  })
  readonly status: string;
  @Field(() => OpeningStatus)
  readonly state: OpeningStatus;
  @Field(() => Boolean, { description: 'True where the opening is a demonstration. Nobody can serve in it.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly title: Texts;
  readonly countryCode: string;
  readonly hostOrganisationId: string;
  readonly programmeId: string;

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
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.title = row.title;
    this.countryCode = row.country_code;
    this.hostOrganisationId = row.host_organisation_id;
    this.programmeId = row.programme_id;
  }
}

export const OpeningConnection = countedConnectionType('Opening', () => OpeningType);
export type OpeningConnection = InstanceType<typeof OpeningConnection>;

/** Sort key of the lists of openings. */
export function openingKey(row: OpeningRow): [string, string] {
  return [row.application_deadline.toISOString(), row.id];
}
