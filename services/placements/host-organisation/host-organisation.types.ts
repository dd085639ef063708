import { Directive, Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { countedConnectionType } from '../../shared/graph/connection.ts';
import { Node } from '../../shared/graph/node.ts';
import { CountryCode, LocalDate, TimeZone } from '../../shared/graph/scalars.ts';
import type { HostOrganisationRow } from './host-organisation.loaders.ts';
import { type Accreditation, HostAccreditationStatus, statusOn } from './host-organisation.rules.ts';

registerEnumType(HostAccreditationStatus, {
  name: 'HostAccreditationStatus',
  description: 'Where a host organisation is in its accreditation. It may receive volunteers while ACCREDITED.',
  valuesConfig: {
    SUSPENDED: { description: 'It is offered no more volunteers for now; those who serve there go on.' },
    EXPIRED: { description: 'The last day has passed where the host is.' },
  },
});

@ObjectType('HostAccreditation', { description: 'Whether a host organisation may receive volunteers, and until when.' })
export class HostAccreditationType {
  @Field(() => HostAccreditationStatus, { description: 'As of now, where the host is.' })
  readonly status: HostAccreditationStatus;
  @Field(() => LocalDate, { nullable: true, description: 'First day. Null until accredited, or where not known.' })
  readonly validFrom: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Null until accredited for the first time.' })
  readonly validUntil: string | null;

  constructor(accreditation: Accreditation, today: string) {
    this.status = statusOn(accreditation, today);
    this.validFrom = accreditation.accreditedFrom ?? null;
    this.validUntil = accreditation.accreditationValidUntil ?? null;
  }
}

@ObjectType('HostOrganisation', {
  implements: Node,
  description: 'An organisation abroad that volunteers serve with.',
})
@Directive('@key(fields: "id")')
export class HostOrganisationType extends Node {
  @Field(() => String)
  readonly name: string;
  @Field(() => TimeZone, { description: 'Days and deadlines of its openings are days there.' })
  readonly timeZone: string;
  @Field(() => Boolean, { description: 'True where the organisation is a demonstration. It does not exist.' })
  readonly isDemo: boolean;
  @Field(() => Int, { description: 'Grows with every change; give it back as `expectedVersion`.' })
  readonly version: number;

  readonly countryCode: string;
  readonly accreditedAs: Accreditation;

  constructor(row: HostOrganisationRow) {
    super(row.id);
    this.name = row.name;
    this.timeZone = row.time_zone;
    this.isDemo = row.is_demo;
    this.version = row.version;
    this.countryCode = row.country_code;
    this.accreditedAs = {
      accreditationStatus: row.accreditation_status,
      accreditedFrom: row.accredited_from,
      accreditationValidUntil: row.accreditation_valid_until,
    };
  }
}

@InputType({ description: 'Which host organisations are listed: those that fit all that is given.' })
export class HostOrganisationFilter {
  @Field(() => [CountryCode], { nullable: true, description: 'In one of these countries.' })
  readonly countries?: string[] | null;
  @Field(() => [HostAccreditationStatus], { nullable: true, description: 'In one of these states now.' })
  readonly statuses?: HostAccreditationStatus[] | null;
}

export const HostOrganisationConnection = countedConnectionType('HostOrganisation', () => HostOrganisationType);
export type HostOrganisationConnection = InstanceType<typeof HostOrganisationConnection>;

/** Sort key of the list of host organisations. */
export function hostOrganisationKey(row: HostOrganisationRow): [string, string] {
  return [row.name, row.id];
}
