import { Field, ObjectType } from 'type-graphql';
import { DateTime } from '../../shared/graph/scalars.ts';
import { UserError } from '../../shared/graph/user-error.ts';
import type { EditionRow } from '../edition/edition.loaders.ts';
import { EditionStatus } from '../edition/edition.rules.ts';

@ObjectType({
  implements: UserError,
  description: 'The portal does not know the name as the passport prints it, which the letter must say.',
})
export class LatinNameMissing extends UserError {
  @Field(() => [String], {
    description: 'What the person fills in first, as fields of the input of `updateProfile`.',
  })
  readonly profileFields: readonly string[] = ['latinName'];

  constructor(message: string) {
    super('LATIN_NAME_MISSING', message);
  }
}

@ObjectType({ implements: UserError, description: 'The edition is over, called off or put off.' })
export class EditionNotAhead extends UserError {
  @Field(() => EditionStatus, { nullable: true })
  readonly status: EditionStatus | null;
  @Field(() => DateTime, { nullable: true, description: 'When it ends or ended. Null where that is not announced.' })
  readonly endsAt: Date | null;

  constructor(message: string, edition: EditionRow | null) {
    super('EDITION_NOT_AHEAD', message);
    this.status = edition?.status ?? null;
    this.endsAt = edition?.ends_at ?? null;
  }
}

@ObjectType({ implements: UserError, description: 'The edition is not finished.' })
export class EditionNotFinished extends UserError {
  @Field(() => EditionStatus, { nullable: true, description: 'Where the edition is.' })
  readonly status: EditionStatus | null;

  constructor(message: string, edition: EditionRow | null) {
    super('EDITION_NOT_FINISHED', message);
    this.status = edition?.status ?? null;
  }
}
