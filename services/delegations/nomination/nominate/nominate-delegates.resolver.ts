import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, type UserError, Violation } from '../../../shared/graph/user-error.ts';
import type { DelegationsContext } from '../../context.ts';
import { DelegationType } from '../../delegation/delegation.types.ts';
import { DelegationNotFound } from '../../delegation/delegation-refusals.types.ts';
import { say } from '../messages.ts';
import { composersOf } from '../nomination.rules.ts';
import { NominationType } from '../nomination.types.ts';
import { nomineeOf } from '../nominee/nominee.types.ts';
import { RepeatedNominee } from '../refusal/nomination-refusals.types.ts';
import { closed, plainRefusals, quotaExceeded, violationsOf } from '../refusal/refusals.types.ts';
import type { Column } from './file/columns.rules.ts';
import { invalidFile } from './file/invalid-file.types.ts';
import { readNomineeFile } from './file/read-nominee-file.ts';
import { NOMINEES_LIMIT, type NomineeRefusal, type NomineeRow } from './judge.rules.ts';
import { type NominateDelegatesOutcome, type NomineeResult, nominateDelegates } from './nominate-delegates.ts';
import {
  IDEMPOTENCY_KEY_LENGTH,
  NominateDelegatesFromCsvInput,
  NominateDelegatesInput,
  NominateDelegatesResult,
  NominateDelegatesSuccess,
  type NominationHeadInput,
  NomineeRowResult,
  NomineesRefused,
} from './nominate-delegates.types.ts';

type Result = typeof NominateDelegatesResult;
/** Where in the input a field of a row is, outermost first. */
type PlaceOf = (row: number, path: readonly string[]) => string[];

const placeInNominees: PlaceOf = (row, path) => ['input', 'nominees', String(row - 1), ...path];

@Resolver()
export class NominateDelegatesResolver {
  @Allow<undefined>(composersOf(({ args }) => args.input.delegationId))
  @Mutation(() => NominateDelegatesResult, {
    description:
      'Nominates people for a delegation, each on a place of its quota, and has each of them told by mail. Never above the quota, and one head at most.',
  })
  nominateDelegates(
    @Arg('input', () => NominateDelegatesInput) input: NominateDelegatesInput,
    @Ctx() context: DelegationsContext,
  ): Promise<Result> {
    const rows = input.nominees.map((nominee, index) => ({ number: index + 1, nominee: nomineeOf(nominee) }));
    return nominate(input, rows, placeInNominees, context);
  }

  @Allow<undefined>(composersOf(({ args }) => args.input.delegationId))
  @Mutation(() => NominateDelegatesResult, {
    description: 'The same as `nominateDelegates`, with the list in a CSV file.',
  })
  async nominateDelegatesFromCsv(
    @Arg('input', () => NominateDelegatesFromCsvInput) input: NominateDelegatesFromCsvInput,
    @Ctx() context: DelegationsContext,
  ): Promise<Result> {
    const file = readNomineeFile(input.csv, input.delimiter ?? null);
    if ('problems' in file) return invalidFile(file.problems, context.locale);
    return nominate(input, file.rows, placeInFile(file.headerOf), context);
  }
}

/** A place in a file is named by row and column, as the file calls it. */
function placeInFile(headerOf: ReadonlyMap<Column, string>): PlaceOf {
  const headers = new Map<string, string>(headerOf);
  return (row, path) => {
    const field = path.join('.');
    const header = headers.get(field) ?? headers.get(`${field}.family`) ?? headers.get('latinName.family') ?? field;
    return ['input', 'csv', String(row), ...(field === '' ? [] : [header])];
  };
}

async function nominate(
  input: NominationHeadInput,
  rows: readonly NomineeRow[],
  placeOf: PlaceOf,
  context: DelegationsContext,
): Promise<Result> {
  const { em, viewer, locale, now } = context;
  const { idempotencyKey = null, delegationId, errorPolicy } = input;
  const violations = checkHead(idempotencyKey, rows.length, locale);
  if (violations.length > 0) {
    return new InvalidInput(say('INVALID_INPUT', locale, { count: violations.length }), violations);
  }
  const dryRun = input.dryRun ?? false;
  const command = { actorId: personOf(viewer), idempotencyKey, delegationId, errorPolicy, dryRun, rows };
  const outcome = await nominateDelegates(em, context, command, now());
  if ('refusal' in outcome) return refuse(outcome, placeOf, context);
  const [results, delegation] = await Promise.all([
    resultsOf(outcome.results, placeOf, context),
    context.loaders.delegationById.load(delegationId),
  ]);
  if (!delegation) throw new Error(`the delegation ${delegationId} is gone`);
  return new NominateDelegatesSuccess(new DelegationType(delegation), results, dryRun);
}

function checkHead(idempotencyKey: string | null, rows: number, locale: string): Violation[] {
  const violations: Violation[] = [];
  if (idempotencyKey !== null && idempotencyKey.trim() === '') {
    violations.push(new Violation(['input', 'idempotencyKey'], 'BLANK', say('BLANK', locale)));
  }
  if (idempotencyKey !== null && idempotencyKey.length > IDEMPOTENCY_KEY_LENGTH) {
    const message = say('TOO_LONG', locale, { maximum: IDEMPOTENCY_KEY_LENGTH });
    violations.push(new Violation(['input', 'idempotencyKey'], 'TOO_LONG', message));
  }
  if (rows === 0) violations.push(new Violation(['input', 'nominees'], 'NO_NOMINEES', say('NO_NOMINEES', locale)));
  if (rows > NOMINEES_LIMIT) {
    const message = say('TOO_MANY_NOMINEES', locale, { maximum: NOMINEES_LIMIT });
    violations.push(new Violation(['input', 'nominees'], 'TOO_MANY_NOMINEES', message));
  }
  return violations;
}

/** The report of each row, in the viewer's language. Reads all nominations at once. */
function resultsOf(
  results: readonly NomineeResult[],
  placeOf: PlaceOf,
  { locale, loaders }: DelegationsContext,
): Promise<NomineeRowResult[]> {
  return Promise.all(
    results.map(async ({ number, nominationId, refusal }) => {
      const row = nominationId === null ? null : await loaders.nominationById.load(nominationId);
      return new NomineeRowResult(
        number,
        row && new NominationType(row),
        refusal && rowRefusalOf(number, refusal, placeOf, locale),
      );
    }),
  );
}

function rowRefusalOf(row: number, refusal: NomineeRefusal, placeOf: PlaceOf, locale: string): UserError {
  switch (refusal.refusal) {
    case 'invalid-row': {
      const violations = violationsOf(refusal.violations, (path) => placeOf(row, path), locale);
      return new InvalidInput(say('INVALID_ROW', locale, { count: violations.length }), violations);
    }
    case 'repeated-nominee':
      return new RepeatedNominee(say('REPEATED_NOMINEE', locale, { row: refusal.firstRow }), refusal.firstRow);
    case 'quota-exceeded':
      return quotaExceeded(refusal, locale);
    default:
      return plainRefusals[refusal.refusal](locale);
  }
}

async function refuse(
  refusal: Extract<NominateDelegatesOutcome, { refusal: string }>,
  placeOf: PlaceOf,
  context: DelegationsContext,
): Promise<Result> {
  const { locale } = context;
  switch (refusal.refusal) {
    case 'rows-refused': {
      const count = refusal.results.filter((row) => row.refusal !== null).length;
      const results = await resultsOf(refusal.results, placeOf, context);
      return new NomineesRefused(say('NOMINEES_REFUSED', locale, { count }), results);
    }
    case 'nomination-closed':
      return closed(refusal, locale);
    case 'delegation-not-found':
      return new DelegationNotFound(say('DELEGATION_NOT_FOUND', locale));
    case 'idempotency-key-reused':
      return plainRefusals['idempotency-key-reused'](locale);
  }
}
