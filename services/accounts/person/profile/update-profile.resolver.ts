import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { personOf, signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import { InvalidInput, VersionConflict, Violation } from '../../../shared/graph/user-error.ts';
import { NAME_LENGTH, type NativeName } from '../../../shared/names/name.rules.ts';
import type { AccountsContext } from '../../context.ts';
import { type accountsMessages, say } from '../../messages.ts';
import { PersonType } from '../person.types.ts';
import {
  checkProfile,
  LANGUAGE_TAG_LENGTH,
  LANGUAGES_LIMIT,
  type ProfileChange,
  type ProfileProblem,
  type ProfileViolation,
} from './profile-input.rules.ts';
import { updateProfile } from './update-profile.ts';
import {
  type NativeNameInput,
  UpdateProfileInput,
  UpdateProfileResult,
  UpdateProfileSuccess,
} from './update-profile.types.ts';

@Resolver()
export class UpdateProfileResolver {
  @Allow(signedIn)
  @Mutation(() => UpdateProfileResult, {
    description: "Changes the signed-in person's own profile: what the input gives, and nothing else.",
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput) input: UpdateProfileInput,
    @Ctx() context: AccountsContext,
  ): Promise<typeof UpdateProfileResult> {
    const { viewer, locale, loaders, em, keys } = context;
    const personId = personOf(viewer);
    const now = context.now();
    const change = changeOf(input);
    const violations = checkProfile(change, now.toISOString().slice(0, 10));
    if (violations.length > 0) return invalid(violations, locale);

    const command = { personId, expectedVersion: input.expectedVersion ?? null, change };
    const outcome = await updateProfile(em, keys, command, now);
    if ('refusal' in outcome) return new VersionConflict(say('VERSION_CONFLICT', locale), outcome.currentVersion);
    const row = await loaders.personById.load(outcome.personId);
    if (!row) throw new Error(`person ${outcome.personId} is gone`);
    return new UpdateProfileSuccess(new PersonType(row));
  }
}

function changeOf(input: UpdateProfileInput): ProfileChange {
  const { displayName, nativeName, latinName, citizenship, languages, preferredLocale, birthDate } = input;
  return {
    displayName,
    nativeName: nativeName && nameOf(nativeName),
    latinName: latinName && nameOf(latinName),
    citizenship,
    // Null clears, and is not the same as absent.
    languages: languages === null ? null : languages?.map(({ language, level }) => ({ language, level })),
    preferredLocale,
    birthDate,
  };
}

function nameOf({ family, given, patronymic, language }: NativeNameInput): NativeName {
  return { family, given: given ?? null, patronymic: patronymic ?? null, language: language ?? null };
}

const problems: Record<ProfileProblem, keyof typeof accountsMessages> = {
  required: 'REQUIRED',
  blank: 'BLANK',
  'too-long': 'TOO_LONG',
  'unexpected-character': 'UNEXPECTED_CHARACTER',
  'not-latin': 'NOT_LATIN',
  'mixed-scripts': 'MIXED_SCRIPTS',
  repeated: 'REPEATED',
  'too-many': 'TOO_MANY',
  'unknown-country': 'UNKNOWN_COUNTRY',
  'unknown-locale': 'UNKNOWN_LOCALE',
  'in-future': 'IN_FUTURE',
  'too-long-ago': 'TOO_LONG_AGO',
};

function invalid(violations: readonly ProfileViolation[], locale: string): InvalidInput {
  return new InvalidInput(
    say('INVALID_INPUT', locale, { count: violations.length }),
    violations.map(({ path, problem }) => {
      const code = problems[problem];
      const maximum = maximumOf(problem, path);
      return new Violation(['input', ...path], code, say(code, locale, { maximum }));
    }),
  );
}

function maximumOf(problem: ProfileProblem, path: readonly string[]): number {
  if (problem === 'too-many') return LANGUAGES_LIMIT;
  return path.at(-1) === 'language' ? LANGUAGE_TAG_LENGTH : NAME_LENGTH;
}
