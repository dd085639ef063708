import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { holders, type Viewer } from '../access/access.rules.ts';
import { Allow } from '../access/allow.ts';
import { type Reader, statement } from '../database/statement.ts';
import { MAXIMUM_PAGE_SIZE } from '../graph/connection.rules.ts';
import { DateTime } from '../graph/scalars.ts';
import { AuditRecord, type AuditRow } from './audit-record.ts';

interface JournalContext {
  readonly read: Reader;
  readonly viewer: Viewer;
}

const AUDIT_RECORDS = statement(
  'audit_records',
  `select id, at, actor_id, on_behalf_of_id, command, outcome, changes, reason
   from audit_entry
   where subject_id = $1 and (at, id) < ($2::timestamptz, $3)
   order by at desc, id desc
   limit $4`,
);

/** Reads a service's own part of the audit trail. Every service has it; clients do not see it. */
@Resolver()
export class AuditRecordsResolver {
  @Allow(holders('ADMINISTRATOR'))
  @Directive('@shareable')
  @Directive('@inaccessible')
  @Query(() => [AuditRecord], {
    description: 'Audit entries of this service on a subject, the newest first, before a place in the trail.',
  })
  async auditRecords(
    @Arg('subject', () => ID) subject: string,
    @Arg('first', () => Int) first: number,
    @Arg('beforeAt', () => DateTime, { nullable: true }) beforeAt: Date | null,
    @Arg('beforeId', () => ID, { nullable: true }) beforeId: string | null,
    @Ctx() { read }: JournalContext,
  ): Promise<AuditRecord[]> {
    const rows = await read.rows<AuditRow>(AUDIT_RECORDS, [
      subject,
      beforeAt ?? 'infinity',
      beforeId ?? '',
      // The gateway asks for one more than the page holds.
      Math.max(0, Math.min(first, MAXIMUM_PAGE_SIZE + 1)),
    ]);
    return rows.map((row) => new AuditRecord(row));
  }
}
