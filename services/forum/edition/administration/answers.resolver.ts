import { InvalidInput, VersionConflict, Violation } from '../../../shared/graph/user-error.ts';
import type { ForumContext } from '../../context.ts';
import { EditionNotFound } from '../../registration/register/register-for-forum.types.ts';
import { EditionType } from '../edition.types.ts';
import { type DetailViolation, SEAT_OFFER_HOURS } from './details/edition-details.rules.ts';
import type { NoChange } from './edition-change.ts';
import { type administrationMessages, say } from './messages.ts';

/** An edition as it is after the change, for the administrator who made it. */
export async function editionOf(id: string, { loaders }: ForumContext): Promise<EditionType> {
  const row = await loaders.editionById.load(id);
  if (!row) throw new Error(`edition ${id} is gone`);
  return new EditionType(row);
}

/** The answer to whoever asked to change an edition that is not there, or not any more as they read it. */
export function notChanged(refusal: NoChange, locale: string): EditionNotFound | VersionConflict {
  return refusal.refusal === 'edition-not-found'
    ? new EditionNotFound(say('EDITION_NOT_FOUND', locale))
    : new VersionConflict(say('VERSION_CONFLICT', locale), refusal.currentVersion);
}

const problems: Record<DetailViolation['problem'], keyof typeof administrationMessages> = {
  missing: 'REQUIRED',
  required: 'REQUIRED',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unknown-language': 'UNKNOWN_LANGUAGE',
  repeated: 'REPEATED',
  'too-early': 'TOO_EARLY',
  'too-late': 'TOO_LATE',
  'wrong-year': 'WRONG_YEAR',
  'unknown-zone': 'UNKNOWN_ZONE',
  'not-a-member': 'NOT_A_MEMBER',
  negative: 'NEGATIVE',
  'out-of-range': 'OUT_OF_RANGE',
  'no-capacity': 'NO_CAPACITY',
};

/** All that is wrong with a form, in the viewer's language. */
export function invalid(violations: readonly DetailViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem, maximum = SEAT_OFFER_HOURS.maximum, other = '' }) => {
      const code = problems[problem];
      const values = { minimum: SEAT_OFFER_HOURS.minimum, maximum, other };
      return new Violation(['input', ...path], code, say(code, locale, values));
    }),
  );
}
