import '../../../shared/csv/csv-delimiter.types.ts';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CsvDelimiter } from '../../../shared/csv/delimiter.rules.ts';
import { FILE_BYTES } from '../../../shared/csv/read-table.ts';
import { IdempotencyKeyReused, InvalidInput, UserError } from '../../../shared/graph/user-error.ts';
import { DelegationType } from '../../delegation/delegation.types.ts';
import { DelegationNotFound } from '../../delegation/delegation-refusals.types.ts';
import { NominationType } from '../nomination.types.ts';
import { NomineeInput } from '../nominee/nominee.types.ts';
import { NominationClosed } from '../refusal/nomination-refusals.types.ts';
import { NOMINEES_LIMIT, NominationErrorPolicy } from './judge.rules.ts';

export const IDEMPOTENCY_KEY_LENGTH = 200;

registerEnumType(NominationErrorPolicy, {
  name: 'NominationErrorPolicy',
  description: 'What becomes of a list when something is wrong with a row.',
  valuesConfig: {
    REJECT_EVERYTHING: { description: 'All or none: one bad row, or one place too few, and nobody is nominated.' },
    REJECT_FAILED_ROWS: { description: 'Bad rows are left out, and the others are nominated.' },
  },
});

@InputType({ description: 'What a list of nominees says above its rows.' })
export abstract class NominationHeadInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again. A dry run does not use it up.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly delegationId!: string;
  @Field(() => NominationErrorPolicy)
  readonly errorPolicy!: NominationErrorPolicy;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: says what would happen, and writes nothing.',
  })
  readonly dryRun?: boolean | null;
}

@InputType({ description: 'People whom a delegation names.' })
export class NominateDelegatesInput extends NominationHeadInput {
  @Field(() => [NomineeInput], { description: `1 to ${NOMINEES_LIMIT}.` })
  readonly nominees!: NomineeInput[];
}

@InputType({ description: 'People whom a delegation names, in a file.' })
export class NominateDelegatesFromCsvInput extends NominationHeadInput {
  @Field(() => String, {
    description: `The bytes of the file in base64; at most ${FILE_BYTES} of them, and ${NOMINEES_LIMIT} rows. UTF-8 with or without a byte order mark, or Windows-1251. The first row names the columns, in English, Russian or Kazakh: \`email\` and \`family name\` are needed; \`given name\`, \`patronymic\`, \`latin family name\`, \`latin given name\`, \`category\` and \`role\` may be there, the last two in the words of the graph: \`DELEGATE\` when empty.`,
  })
  readonly csv!: string;
  @Field(() => CsvDelimiter, { nullable: true, description: 'Found by the first row when absent.' })
  readonly delimiter?: CsvDelimiter | null;
}

@ObjectType({ description: 'What became of a row, or would.' })
export class NomineeRowResult {
  @Field(() => Int, { description: 'Place in `nominees`, 1 first; of a file, the row, the header being 1.' })
  readonly row: number;
  @Field(() => NominationType, {
    nullable: true,
    description: 'Null in a dry run, for a row that is refused, and for one that is held up by others.',
  })
  readonly nomination: NominationType | null;
  @Field(() => UserError, {
    nullable: true,
    description:
      'Null for a row with which nothing is wrong. `QuotaExceeded`, `AlreadyNominated`, `HeadAlreadyAppointed`, `RepeatedNominee`, or `InvalidInput` with everything wrong with what the row says.',
  })
  readonly refusal: UserError | null;

  constructor(row: number, nomination: NominationType | null, refusal: UserError | null) {
    this.row = row;
    this.nomination = nomination;
    this.refusal = refusal;
  }
}

@ObjectType({ description: 'Those with whom nothing is wrong are nominated, or would be; `results` says who.' })
export class NominateDelegatesSuccess {
  @Field(() => Boolean, { description: 'True where nothing was written.' })
  readonly dryRun: boolean;
  @Field(() => [NomineeRowResult], { description: 'One for each row, in the order of the list.' })
  readonly results: NomineeRowResult[];
  @Field(() => DelegationType, { description: 'The delegation after it, or as it is.' })
  readonly delegation: DelegationType;

  constructor(delegation: DelegationType, results: NomineeRowResult[], dryRun: boolean) {
    this.delegation = delegation;
    this.results = results;
    this.dryRun = dryRun;
  }
}

@ObjectType({ implements: UserError, description: 'Rows are wrong, and nobody is nominated. `results` says which.' })
export class NomineesRefused extends UserError {
  @Field(() => [NomineeRowResult], { description: 'One for each row, in the order of the list.' })
  readonly results: NomineeRowResult[];

  constructor(message: string, results: NomineeRowResult[]) {
    super('NOMINEES_REFUSED', message);
    this.results = results;
  }
}

export const NominateDelegatesResult = createUnionType({
  name: 'NominateDelegatesResult',
  description: 'A report of each row, or what stands in the way of all of them.',
  types: () =>
    [
      NominateDelegatesSuccess,
      NomineesRefused,
      NominationClosed,
      DelegationNotFound,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
