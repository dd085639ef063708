import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTime } from '../graph/scalars.ts';
import type { FieldChange } from './journal.entities.ts';

/** An audit entry as it is read from the table. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly on_behalf_of_id: string | null;
  readonly command: string;
  readonly outcome: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
}

@ObjectType({ description: 'A change of one field, by value. For the gateway, which joins the audit trail.' })
@Directive('@shareable')
@Directive('@inaccessible')
export class AuditRecordChange {
  @Field(() => String)
  readonly field: string;
  @Field(() => String, { nullable: true })
  readonly from: string | null;
  @Field(() => String, { nullable: true })
  readonly to: string | null;

  constructor({ field, from, to }: FieldChange) {
    this.field = field;
    this.from = from === null ? null : String(from);
    this.to = to === null ? null : String(to);
  }
}

/** A service's own part of the audit trail. Clients see `AuditEntry`, which the gateway makes of it. */
@ObjectType({ description: 'An audit entry of one service. For the gateway, which joins the audit trail.' })
@Directive('@shareable')
@Directive('@inaccessible')
export class AuditRecord {
  @Field(() => ID)
  readonly id: string;
  @Field(() => DateTime)
  readonly at: Date;
  @Field(() => ID, { nullable: true })
  readonly actorId: string | null;
  @Field(() => ID, { nullable: true })
  readonly onBehalfOfId: string | null;
  @Field(() => String)
  readonly command: string;
  @Field(() => String)
  readonly outcome: string;
  @Field(() => [AuditRecordChange])
  readonly changes: readonly AuditRecordChange[];
  @Field(() => String, { nullable: true })
  readonly reason: string | null;

  constructor(row: AuditRow) {
    this.id = row.id;
    this.at = row.at;
    this.actorId = row.actor_id;
    this.onBehalfOfId = row.on_behalf_of_id;
    this.command = row.command;
    this.outcome = row.outcome;
    this.changes = row.changes.map((change) => new AuditRecordChange(change));
    this.reason = row.reason;
  }
}
