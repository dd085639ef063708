import { createUnionType, Directive, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../../shared/graph/node.ts';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import type { DataExportRow } from './data-export.loaders.ts';
import { DataExportStatus, statusAt } from './data-export.rules.ts';

registerEnumType(DataExportStatus, {
  name: 'DataExportStatus',
  description: 'Whether an export can be downloaded. Its data is gathered at that moment.',
});

@ObjectType('DataExport', {
  implements: Node,
  description: 'Leave to download all that the portal keeps about a person, for a day.',
})
@Directive('@key(fields: "id")')
export class DataExportType extends Node {
  @Field(() => DataExportStatus)
  readonly status: DataExportStatus;
  @Field(() => String, {
    nullable: true,
    description:
      'Where to download it: a zip archive with all data as JSON and each table as CSV. Whoever has the address can, so keep it. Shown once: null where this is read or answered again.',
  })
  readonly url: string | null;
  @Field(() => DateTime)
  readonly expiresAt: Date;

  constructor(row: DataExportRow, url: string | null, now: Date) {
    super(row.key);
    this.status = statusAt(row.expires_at, row.downloads, now);
    this.url = url;
    this.expiresAt = row.expires_at;
  }
}

@InputType({ description: "A request for the signed-in person's own data." })
export class RequestDataExportInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
}

@ObjectType({ description: 'The data can be downloaded.' })
export class RequestDataExportSuccess {
  @Field(() => DataExportType)
  readonly export: DataExportType;

  constructor(dataExport: DataExportType) {
    this.export = dataExport;
  }
}

@ObjectType({ implements: UserError, description: 'The data is being erased, or is erased already.' })
export class ErasureUnderWay extends UserError {
  constructor(message: string) {
    super('ERASURE_UNDER_WAY', message);
  }
}

export const RequestDataExportResult = createUnionType({
  name: 'RequestDataExportResult',
  description: 'Where to download the data, or what stands in the way.',
  types: () => [RequestDataExportSuccess, ErasureUnderWay, IdempotencyKeyReused, InvalidInput] as const,
});

@ObjectType({ description: 'What the gateway learns of a download that begins.' })
@Directive('@inaccessible')
export class DataExportOpening {
  @Field(() => ID, { nullable: true, description: 'Whose data it is. Null where there is nothing to download.' })
  readonly personId: string | null;
  @Field(() => Boolean, { description: 'Whether there was something to download that has run out.' })
  readonly hasExpired: boolean;

  constructor(personId: string | null, hasExpired: boolean) {
    this.personId = personId;
    this.hasExpired = hasExpired;
  }
}
