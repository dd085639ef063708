import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import { LocalDate } from '../../shared/graph/scalars.ts';
import type { HostOrganisationRow } from './host-organisation.loaders.ts';
import { HostAccreditationStatus } from './host-organisation.rules.ts';

registerEnumType(HostAccreditationStatus, {
  name: 'HostAccreditationStatus',
  description: 'Where a host organisation is in its accreditation. It may receive volunteers while ACCREDITED.',
});

@ObjectType('HostAccreditation', { description: 'Whether a host organisation may receive volunteers, and until when.' })
export class HostAccreditationType {
  @Field(() => HostAccreditationStatus)
  readonly status: HostAccreditationStatus;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Null until accredited for the first time.' })
  readonly validUntil: string | null;

  constructor(row: HostOrganisationRow) {
    this.status = row.accreditation_status;
    this.validUntil = row.accreditation_valid_until;
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
  @Field(() => HostAccreditationType)
  readonly accreditation: HostAccreditationType;
  @Field(() => Boolean, { description: 'True where the organisation is a demonstration. It does not exist.' })
  readonly isDemo: boolean;

  readonly countryCode: string;

  constructor(row: HostOrganisationRow) {
    super(row.id);
    this.name = row.name;
    this.accreditation = new HostAccreditationType(row);
    this.isDemo = row.is_demo;
    this.countryCode = row.country_code;
  }
}
