import { createUnionType, Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { REASON_LENGTH } from '../../../shared/journal/reason.rules.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { RegistrationFilterInput } from '../list/registration-filter.types.ts';
import type { RegistrationsExportRow } from './registrations-export.loaders.ts';
import {
  EXPORT_REASON_LENGTH,
  ExportFormat,
  MOST_DOWNLOADS,
  RegistrationsExportStatus,
  statusAt,
} from './registrations-export.rules.ts';

registerEnumType(RegistrationsExportStatus, {
  name: 'RegistrationsExportStatus',
  description:
    'QUEUED until it is written, READY to be downloaded, EXPIRED once it is gone, FAILED where it could not be written.',
});
registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'CSV for spreadsheets, in UTF-8 with a mark that says so; JSONL for programs, an object a line.',
});

@ObjectType('RegistrationsExport', {
  implements: Node,
  description: 'A file of the registrations of an edition as they were at one moment, for a day.',
})
@Directive('@key(fields: "id")')
export class RegistrationsExportType extends Node {
  @Field(() => RegistrationsExportStatus)
  readonly status: RegistrationsExportStatus;
  @Field(() => ExportFormat)
  readonly format: ExportFormat;
  @Field(() => Boolean, { description: 'Whether what people need is in it.' })
  readonly withNeeds: boolean;
  @Field(() => Int, { nullable: true, description: 'Registrations in it. Null until it is written.' })
  readonly rows: number | null;
  @Field(() => Int, { description: `How many times it was downloaded; ${MOST_DOWNLOADS} at most.` })
  readonly downloads: number;
  @Field(() => DateTime, {
    description:
      'When it is gone at the latest. It goes before, when somebody who is registered has their data erased.',
  })
  readonly expiresAt: Date;
  @Field(() => String, {
    nullable: true,
    description:
      'Where to download it once it is READY; not found until then. Whoever has the address can, so keep it. Shown once: null where this is read or answered again.',
  })
  readonly url: string | null;

  constructor(row: RegistrationsExportRow, url: string | null, now: Date) {
    super(row.key);
    this.status = statusAt({ status: row.status, expiresAt: row.expires_at, downloads: row.downloads }, now);
    this.format = row.format;
    this.withNeeds = row.with_needs;
    this.rows = row.rows;
    this.downloads = row.downloads;
    this.expiresAt = row.expires_at;
    this.url = url;
  }
}

@InputType({ description: 'Which registrations to write into a file, and why.' })
export class RequestRegistrationsExportInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => RegistrationFilterInput, {
    nullable: true,
    description: 'All registrations of the edition when absent.',
  })
  readonly filter?: RegistrationFilterInput | null;
  @Field(() => ExportFormat)
  readonly format!: ExportFormat;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether to tell what people need to eat, to get in and to understand. Only for who cares for it, and not for the registration desk. False when absent.',
  })
  readonly withNeeds?: boolean | null;
  @Field(() => String, {
    description: `What the file is for: ${EXPORT_REASON_LENGTH} to ${REASON_LENGTH} characters in one line. Kept in the audit trail; write nothing about a person.`,
  })
  readonly reason!: string;
}

@ObjectType({ description: 'The file is being written.' })
export class RequestRegistrationsExportSuccess {
  @Field(() => RegistrationsExportType)
  readonly export: RegistrationsExportType;

  constructor(registrationsExport: RegistrationsExportType) {
    this.export = registrationsExport;
  }
}

@ObjectType({ implements: UserError, description: 'What people need is not shown to the viewer.' })
export class NeedsWithheld extends UserError {
  constructor(message: string) {
    super('NEEDS_WITHHELD', message);
  }
}

export const RequestRegistrationsExportResult = createUnionType({
  name: 'RequestRegistrationsExportResult',
  description: 'The export, or what stands in its way.',
  types: () =>
    [RequestRegistrationsExportSuccess, EditionNotFound, NeedsWithheld, IdempotencyKeyReused, InvalidInput] as const,
});
