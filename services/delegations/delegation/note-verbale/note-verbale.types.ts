import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { DelegationNotFound, DelegationOver } from '../delegation-refusals.types.ts';
import type { NoteVerbaleRow } from './note-verbale.loaders.ts';

@ObjectType('NoteVerbale', { description: 'A note verbale of a delegation, as it was uploaded.' })
export class NoteVerbaleType {
  @Field(() => ID, { description: 'Opaque, stable, unique in the whole portal.' })
  readonly id: string;
  @Field(() => String, { description: 'By its content: `application/pdf`, `image/jpeg` or `image/png`.' })
  readonly contentType: string;
  @Field(() => Int, { description: 'In bytes.' })
  readonly size: number;
  @Field(() => DateTime)
  readonly uploadedAt: Date;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When its content was deleted, 24 months after the edition was archived. Null while it can be read.',
  })
  readonly deletedAt: Date | null;

  constructor(row: NoteVerbaleRow) {
    this.id = row.id;
    this.contentType = row.content_type;
    this.size = row.size;
    this.uploadedAt = row.uploaded_at;
    this.deletedAt = row.deleted_at;
  }
}

@InputType({ description: 'A note verbale as a file.' })
export class UploadNoteVerbaleInput {
  @Field(() => String, {
    nullable: true,
    description: 'Chosen by the client. The same key and input upload once, however often they are sent.',
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => String, { description: 'Its ending says what the content must be: pdf, jpg, jpeg or png. Not kept.' })
  readonly fileName!: string;
  @Field(() => String, { description: 'In base64, of at most 700000 bytes.' })
  readonly content!: string;
}

@ObjectType({ description: 'The note verbale is kept. Name a focal point by it next, with `designateFocalPoint`.' })
export class UploadNoteVerbaleSuccess {
  @Field(() => NoteVerbaleType)
  readonly noteVerbale: NoteVerbaleType;

  constructor(noteVerbale: NoteVerbaleType) {
    this.noteVerbale = noteVerbale;
  }
}

@ObjectType({ implements: UserError, description: 'The content is not what the name of the file says, or not taken.' })
export class WrongFileType extends UserError {
  @Field(() => [String], { description: 'What it might be, as media types: `["application/pdf"]`.' })
  readonly expected: readonly string[];
  @Field(() => String, { nullable: true, description: 'What it is inside. Null where nobody can tell.' })
  readonly found: string | null;

  constructor(message: string, { expected, found }: { expected: readonly string[]; found: string | null }) {
    super('WRONG_FILE_TYPE', message);
    this.expected = expected;
    this.found = found;
  }
}

@ObjectType({ implements: UserError, description: 'The delegation has no such note verbale.' })
export class NoteVerbaleNotFound extends UserError {
  constructor(message: string) {
    super('NOTE_VERBALE_NOT_FOUND', message);
  }
}

export const UploadNoteVerbaleResult = createUnionType({
  name: 'UploadNoteVerbaleResult',
  description: 'The uploaded note verbale, or what stands in the way.',
  types: () =>
    [
      UploadNoteVerbaleSuccess,
      DelegationNotFound,
      DelegationOver,
      WrongFileType,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
