import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import { type AccreditationShort, HostAccreditationStatus } from './host-organisation.rules.ts';

@ObjectType({
  implements: UserError,
  description: 'The host organisation is not accredited now, or not through the last day of service.',
})
export class HostNotAccredited extends UserError {
  @Field(() => HostAccreditationStatus, { description: 'As of now, where the host is.' })
  readonly status: HostAccreditationStatus;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Null for a host that never was accredited.' })
  readonly validUntil: string | null;
  @Field(() => LocalDate, { description: 'The last day of service, through which it must be.' })
  readonly neededUntil: string;

  constructor(message: string, { status, validUntil, neededUntil }: AccreditationShort) {
    super('HOST_NOT_ACCREDITED', message);
    this.status = status;
    this.validUntil = validUntil;
    this.neededUntil = neededUntil;
  }
}
