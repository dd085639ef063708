import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { IdempotencyKeyReused, InvalidInput, UserError, Violation } from '../../../../shared/graph/user-error.ts';
import { AvailabilityType } from '../../../availability/availability.types.ts';
import {
  EditionFull,
  EditionNotFound,
  NominationRequired,
  RegistrationNotOpen,
} from '../../register/register-for-forum.types.ts';
import { AFFILIATION_LENGTH, IDEMPOTENCY_KEY_LENGTH, NEEDS_LENGTH } from '../../register/registration-input.rules.ts';
import { ParticipantCategory, RegistrationStatus } from '../../registration.rules.ts';
import { RegistrationType } from '../../registration.types.ts';
import '../../../../shared/csv/csv-delimiter.types.ts';
import { CsvDelimiter } from '../../../../shared/csv/delimiter.rules.ts';
import { FILE_BYTES } from '../../../../shared/csv/read-table.ts';
import { RegistrationGroupType } from '../group.types.ts';
import { ORGANISATION_LENGTH } from './head.rules.ts';
import { GroupErrorPolicy, MEMBERS_LIMIT } from './placement.rules.ts';

registerEnumType(GroupErrorPolicy, {
  name: 'GroupErrorPolicy',
  description: 'What becomes of a list when something is wrong with a row.',
  valuesConfig: {
    REJECT_EVERYTHING: { description: 'All or none: one bad row, or too few seats, and nobody is registered.' },
    REJECT_FAILED_ROWS: {
      description: 'Bad rows are left out, and the others are the group; with too few seats, as many as fit are.',
    },
  },
});

@InputType({ description: 'A name in one script.' })
export class GroupMemberNameInput {
  @Field(() => String, { description: 'Of somebody with a single name, that name. At most 100 characters.' })
  readonly family!: string;
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  readonly given?: string | null;
}

@InputType({ description: 'A name in the script of the person’s language.' })
export class GroupMemberNativeNameInput extends GroupMemberNameInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  readonly patronymic?: string | null;
}

@InputType({
  description: 'One of the people an organisation registers. Texts that are wrong cost the row, and not the request.',
})
export class GroupMemberInput {
  @Field(() => String, {
    description:
      'Where they are told that they are registered, and what they sign in or up with. Not kept in the clear.',
  })
  readonly email!: string;
  @Field(() => GroupMemberNativeNameInput, { nullable: true, description: 'One of the two names is needed.' })
  readonly nativeName?: GroupMemberNativeNameInput | null;
  @Field(() => GroupMemberNameInput, {
    nullable: true,
    description: 'As the passport prints it: letters A to Z, spaces, hyphens and apostrophes.',
  })
  readonly latinName?: GroupMemberNameInput | null;
  @Field(() => String, {
    nullable: true,
    description: 'A day, `2001-05-17`. By it and the name, duplicates are found.',
  })
  readonly birthDate?: string | null;
  @Field(() => String, { nullable: true, description: 'A country, ISO 3166-1 alpha-2: `KZ`.' })
  readonly citizenship?: string | null;
  @Field(() => String, {
    nullable: true,
    description: `What stands on the badge; the organisation when absent. At most ${AFFILIATION_LENGTH} characters.`,
  })
  readonly affiliation?: string | null;
  @Field(() => String, { nullable: true, description: 'Language they would like to hear, BCP 47: `kk`, `ru`, `en`.' })
  readonly interpretationLanguage?: string | null;
  @Field(() => String, { nullable: true, description: `At most ${NEEDS_LENGTH} characters.` })
  readonly dietaryNeeds?: string | null;
  @Field(() => String, { nullable: true, description: `At most ${NEEDS_LENGTH} characters.` })
  readonly accessibilityNeeds?: string | null;
}

@InputType({ description: 'What a list says above its rows.' })
abstract class GroupHeadInput {
  @Field(() => String, {
    nullable: true,
    description: `Chosen by the client, at most ${IDEMPOTENCY_KEY_LENGTH} characters. The same key and input give the same answer again. A dry run does not use it up.`,
  })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly editionId!: string;
  @Field(() => String, {
    description: `Name of the organisation, which its people read in a mail: one line without links, at most ${ORGANISATION_LENGTH} characters.`,
  })
  readonly organisation!: string;
  @Field(() => ParticipantCategory, { description: 'Of all of them. Delegates come by nomination only.' })
  readonly category!: ParticipantCategory;
  @Field(() => GroupErrorPolicy)
  readonly errorPolicy!: GroupErrorPolicy;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True: says what would happen, and writes nothing.',
  })
  readonly dryRun?: boolean | null;
}

@InputType({ description: 'People whom an organisation registers together.' })
export class RegisterGroupInput extends GroupHeadInput {
  @Field(() => [GroupMemberInput], { description: `1 to ${MEMBERS_LIMIT}.` })
  readonly members!: GroupMemberInput[];
}

@InputType({ description: 'People whom an organisation registers together, in a file.' })
export class RegisterGroupFromCsvInput extends GroupHeadInput {
  @Field(() => String, {
    description: `The bytes of the file in base64; at most ${FILE_BYTES} of them, and ${MEMBERS_LIMIT} rows. UTF-8 with or without a byte order mark, or Windows-1251. The first row names the columns, in English, Russian or Kazakh: \`email\` and \`family name\` are needed; \`given name\`, \`patronymic\`, \`latin family name\`, \`latin given name\`, \`birth date\` (\`2001-05-17\` or \`17.05.2001\`), \`citizenship\`, \`affiliation\`, \`interpretation language\`, \`dietary needs\` and \`accessibility needs\` may be there.`,
  })
  readonly csv!: string;
  @Field(() => CsvDelimiter, { nullable: true, description: 'Found by the first row when absent.' })
  readonly delimiter?: CsvDelimiter | null;
}

@ObjectType({ description: 'Why a row is not registered.' })
export class GroupRowRefusal {
  @Field(() => String, {
    description:
      'Stable, in capitals: `INVALID_ROW`, `REPEATED_ADDRESS`, `ALREADY_REGISTERED` (for this edition) or `EDITION_FULL`.',
  })
  readonly code: string;
  @Field(() => String, { description: "For people, in the viewer's language." })
  readonly message: string;
  @Field(() => [Violation], {
    description: 'Everything wrong with an `INVALID_ROW`, with its place in the input: of a file, row and column.',
  })
  readonly violations: Violation[];
  @Field(() => Int, { nullable: true, description: 'The row that has a `REPEATED_ADDRESS` first.' })
  readonly repeatsRow: number | null;

  constructor(code: string, message: string, more: { violations?: Violation[]; repeatsRow?: number } = {}) {
    this.code = code;
    this.message = message;
    this.violations = more.violations ?? [];
    this.repeatsRow = more.repeatsRow ?? null;
  }
}

@ObjectType({ description: 'What became of a row, or would.' })
export class GroupRowResult {
  @Field(() => Int, { description: 'Place in `members`, 1 first; of a file, the row, the header being 1.' })
  readonly row: number;
  @Field(() => RegistrationStatus, {
    nullable: true,
    description: 'Where the person is, or would be. Null for a row that is refused or held up by others.',
  })
  readonly status: RegistrationStatus | null;
  @Field(() => RegistrationType, { nullable: true, description: 'Null in a dry run, and for a row that is refused.' })
  readonly registration: RegistrationType | null;
  @Field(() => GroupRowRefusal, { nullable: true, description: 'Null for a row with which nothing is wrong.' })
  readonly refusal: GroupRowRefusal | null;
  @Field(() => Boolean, {
    description:
      'Whether the list or the edition has somebody born the same day whose name folds to the same words. A hint: nothing is merged.',
  })
  readonly isPossibleDuplicate: boolean;
  @Field(() => [RegistrationType], {
    nullable: true,
    description: 'Up to ten registrations that may be the same person’s. Null for whoever does not run the edition.',
  })
  readonly possibleDuplicates: RegistrationType[] | null;

  constructor(result: GroupRowResult) {
    this.row = result.row;
    this.status = result.status;
    this.registration = result.registration;
    this.refusal = result.refusal;
    this.isPossibleDuplicate = result.isPossibleDuplicate;
    this.possibleDuplicates = result.possibleDuplicates;
  }
}

@ObjectType({ description: 'The group is registered, or would be.' })
export class RegisterGroupSuccess {
  @Field(() => Boolean, { description: 'True where nothing was written.' })
  readonly dryRun: boolean;
  @Field(() => RegistrationGroupType, { nullable: true, description: 'Null in a dry run.' })
  readonly group: RegistrationGroupType | null;
  @Field(() => [GroupRowResult], { description: 'One for each row, in the order of the list.' })
  readonly results: GroupRowResult[];
  @Field(() => AvailabilityType, { nullable: true, description: 'Seats of the edition after it, or as they are.' })
  readonly availability: AvailabilityType | null;

  constructor(
    group: RegistrationGroupType | null,
    results: GroupRowResult[],
    availability: AvailabilityType | null,
    dryRun: boolean,
  ) {
    this.dryRun = dryRun;
    this.group = group;
    this.results = results;
    this.availability = availability;
  }
}

@ObjectType({ implements: UserError, description: 'Rows are wrong, and nobody is registered. `results` says which.' })
export class GroupRowsRefused extends UserError {
  @Field(() => [GroupRowResult], { description: 'One for each row, in the order of the list.' })
  readonly results: GroupRowResult[];

  constructor(message: string, results: GroupRowResult[]) {
    super('GROUP_ROWS_REFUSED', message);
    this.results = results;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The group has more people than the edition has seats, and would wait for ever.',
})
export class GroupTooLarge extends UserError {
  @Field(() => Int, { description: 'People in the list with whom nothing is wrong.' })
  readonly size: number;
  @Field(() => Int, { description: 'Seats of the edition, taken or not.' })
  readonly capacity: number;

  constructor(message: string, size: number, capacity: number) {
    super('GROUP_TOO_LARGE', message);
    this.size = size;
    this.capacity = capacity;
  }
}

export const RegisterGroupResult = createUnionType({
  name: 'RegisterGroupResult',
  description: 'The group and a report of each row, or what stands in its way.',
  types: () =>
    [
      RegisterGroupSuccess,
      GroupRowsRefused,
      GroupTooLarge,
      EditionNotFound,
      RegistrationNotOpen,
      EditionFull,
      NominationRequired,
      IdempotencyKeyReused,
      InvalidInput,
    ] as const,
});
