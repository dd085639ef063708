import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../../shared/access/access.rules.ts';
import { Allow } from '../../../../shared/access/allow.ts';
import { IdempotencyKeyReused } from '../../../../shared/graph/user-error.ts';
import { AvailabilityType } from '../../../availability/availability.types.ts';
import type { ForumContext } from '../../../context.ts';
import { say as sayInForum } from '../../../messages.ts';
import { runsEdition } from '../../../organisers/organisers.rules.ts';
import {
  EditionFull,
  EditionNotFound,
  NominationRequired,
  RegistrationNotOpen,
} from '../../register/register-for-forum.types.ts';
import { readGroupFile } from '../file/read-group-file.ts';
import { RegistrationGroupType } from '../group.types.ts';
import type { GroupRow } from '../member/check-rows.rules.ts';
import { say } from '../messages.ts';
import { checkHead } from './head.rules.ts';
import { invalidFile, invalidHead } from './invalid-list.ts';
import { type RegisterGroup, type RegisterGroupOutcome, registerGroup } from './register-group.ts';
import {
  type GroupMemberInput,
  GroupRowsRefused,
  GroupTooLarge,
  RegisterGroupFromCsvInput,
  RegisterGroupInput,
  RegisterGroupResult,
  RegisterGroupSuccess,
} from './register-group.types.ts';
import { type PlaceOf, placeInFile, placeInMembers, type Report, resultsOf } from './row-results.types.ts';

type Result = typeof RegisterGroupResult;

@Resolver()
export class RegisterGroupResolver {
  @Allow(signedIn)
  @Mutation(() => RegisterGroupResult, {
    description:
      'Registers people for an edition on behalf of an organisation, as one group: all on seats, or all in the queue. The signed-in person answers for the group. Each member is told by mail, and may withdraw.',
  })
  async registerGroup(
    @Arg('input', () => RegisterGroupInput) input: RegisterGroupInput,
    @Ctx() context: ForumContext,
  ): Promise<Result> {
    const violations = checkHead(input.organisation, input.idempotencyKey ?? null, input.members.length);
    if (violations.length > 0) return invalidHead(violations, context.locale);
    const rows = input.members.map((member, index) => ({ number: index + 1, member: memberOf(member) }));
    return register(commandOf(input, rows, context), placeInMembers, context);
  }

  @Allow(signedIn)
  @Mutation(() => RegisterGroupResult, {
    description: 'Does what `registerGroup` does with the rows of a CSV file, by the same rules.',
  })
  async registerGroupFromCsv(
    @Arg('input', () => RegisterGroupFromCsvInput) input: RegisterGroupFromCsvInput,
    @Ctx() context: ForumContext,
  ): Promise<Result> {
    const violations = checkHead(input.organisation, input.idempotencyKey ?? null, null);
    if (violations.length > 0) return invalidHead(violations, context.locale);
    const file = readGroupFile(input.csv, input.delimiter ?? null);
    if ('problems' in file) return invalidFile(file.problems, context.locale);
    return register(commandOf(input, file.rows, context), placeInFile(file.headerOf), context);
  }
}

function commandOf(
  input: RegisterGroupInput | RegisterGroupFromCsvInput,
  rows: readonly GroupRow[],
  { viewer }: ForumContext,
): RegisterGroup {
  const { idempotencyKey = null, editionId, organisation, category, errorPolicy, dryRun } = input;
  const head = { idempotencyKey, editionId, organisation, category, errorPolicy, dryRun: dryRun ?? false };
  return { ...head, contactId: personOf(viewer), rows };
}

function memberOf(input: GroupMemberInput): GroupRow['member'] {
  const { nativeName, latinName } = input;
  return {
    email: input.email,
    nativeName: nativeName
      ? { family: nativeName.family, given: nativeName.given ?? null, patronymic: nativeName.patronymic ?? null }
      : null,
    latinName: latinName ? { family: latinName.family, given: latinName.given ?? null } : null,
    birthDate: input.birthDate ?? null,
    citizenship: input.citizenship ?? null,
    affiliation: input.affiliation ?? null,
    interpretationLanguage: input.interpretationLanguage ?? null,
    dietaryNeeds: input.dietaryNeeds ?? null,
    accessibilityNeeds: input.accessibilityNeeds ?? null,
  };
}

async function register(command: RegisterGroup, placeOf: PlaceOf, context: ForumContext): Promise<Result> {
  const outcome = await registerGroup(context.em, context, command, context.now());
  if ('refusal' in outcome) return refuse(outcome, command, placeOf, context);
  const { loaders } = context;
  const [results, group, seats] = await Promise.all([
    resultsOf(outcome.results, reportOf(command, placeOf, context)),
    outcome.groupId === null ? null : loaders.groupById.load(outcome.groupId),
    loaders.availabilityById.load(command.editionId),
  ]);
  const groupType = group && new RegistrationGroupType(group);
  return new RegisterGroupSuccess(groupType, results, seats && new AvailabilityType(seats), command.dryRun);
}

function reportOf({ editionId }: RegisterGroup, placeOf: PlaceOf, { viewer, locale, loaders }: ForumContext): Report {
  const namesDuplicates = runsEdition(viewer, editionId);
  return { placeOf, locale, namesDuplicates, registrationById: loaders.registrationById };
}

async function refuse(
  outcome: Extract<RegisterGroupOutcome, { refusal: string }>,
  command: RegisterGroup,
  placeOf: PlaceOf,
  context: ForumContext,
): Promise<Result> {
  const { locale, loaders } = context;
  const { editionId } = command;
  switch (outcome.refusal) {
    case 'rows-refused': {
      const count = outcome.results.filter(({ refusal }) => refusal !== null).length;
      const results = await resultsOf(outcome.results, reportOf(command, placeOf, context));
      return new GroupRowsRefused(say('GROUP_ROWS_REFUSED', locale, { count }), results);
    }
    case 'larger-than-edition': {
      const { size, capacity } = outcome;
      return new GroupTooLarge(say('GROUP_TOO_LARGE', locale, { size, capacity }), size, capacity);
    }
    case 'edition-not-found':
      return new EditionNotFound(sayInForum('EDITION_NOT_FOUND', locale));
    case 'not-open': {
      const row = await loaders.editionById.load(editionId);
      const terms = row && {
        status: row.status,
        opensAt: row.registration_opens_at,
        closesAt: row.registration_closes_at,
      };
      return new RegistrationNotOpen(sayInForum('REGISTRATION_NOT_OPEN', locale), terms);
    }
    case 'nomination-required':
      return new NominationRequired(say('GROUP_NOMINATION_REQUIRED', locale));
    case 'full': {
      const row = await loaders.availabilityById.load(editionId);
      return new EditionFull(say('GROUP_DOES_NOT_FIT', locale), row && new AvailabilityType(row));
    }
    case 'idempotency-key-reused':
      return new IdempotencyKeyReused(say('IDEMPOTENCY_KEY_REUSED', locale));
  }
}
