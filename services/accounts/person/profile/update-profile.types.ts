import { createUnionType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { LanguageSkillInput } from '../../../shared/graph/language-skill.ts';
import { CountryCode, LocalDate, Locale } from '../../../shared/graph/scalars.ts';
import { InvalidInput, VersionConflict } from '../../../shared/graph/user-error.ts';
import { NAME_LENGTH } from '../../../shared/names/name.rules.ts';
import { PersonType } from '../person.types.ts';
import { LANGUAGES_LIMIT } from './profile-input.rules.ts';

const PART = `At most ${NAME_LENGTH} characters.`;

@InputType({ description: 'A name as its bearer writes it. Whoever has a single name gives only `family`.' })
export class NativeNameInput {
  @Field(() => String, { description: PART })
  readonly family!: string;
  @Field(() => String, { nullable: true, description: PART })
  readonly given?: string | null;
  @Field(() => String, { nullable: true, description: PART })
  readonly patronymic?: string | null;
  @Field(() => Locale, { nullable: true, description: 'The language it is written in.' })
  readonly language?: string | null;
}

@InputType({
  description:
    'A name as the passport prints it: letters A to Z, spaces, hyphens and apostrophes. Whoever has a single name gives only `family`.',
})
export class LatinNameInput {
  @Field(() => String, { description: PART })
  readonly family!: string;
  @Field(() => String, { nullable: true, description: PART })
  readonly given?: string | null;
  @Field(() => String, { nullable: true, description: PART })
  readonly patronymic?: string | null;
}

@InputType({ description: 'What changes of a profile. What is left out stays as it is; null clears.' })
export class UpdateProfileInput {
  @Field(() => Int, { nullable: true, description: '`version` of the profile the change was made from.' })
  readonly expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: `What the person goes by. Cannot be cleared. ${PART}` })
  readonly displayName?: string | null;
  @Field(() => NativeNameInput, { nullable: true, description: 'Takes the place of the whole name.' })
  readonly nativeName?: NativeNameInput | null;
  @Field(() => LatinNameInput, { nullable: true, description: 'Takes the place of the whole name.' })
  readonly latinName?: LatinNameInput | null;
  @Field(() => CountryCode, { nullable: true })
  readonly citizenship?: string | null;
  @Field(() => [LanguageSkillInput], {
    nullable: true,
    description: `All of them, each once, at most ${LANGUAGES_LIMIT}.`,
  })
  readonly languages?: LanguageSkillInput[] | null;
  @Field(() => Locale, { nullable: true, description: 'Language of mails and letters: `kk`, `ru` or `en`.' })
  readonly preferredLocale?: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly birthDate?: string | null;
}

@ObjectType({ description: 'The profile is as the input asked.' })
export class UpdateProfileSuccess {
  @Field(() => PersonType)
  readonly person: PersonType;

  constructor(person: PersonType) {
    this.person = person;
  }
}

export const UpdateProfileResult = createUnionType({
  name: 'UpdateProfileResult',
  description: 'The person, or what stands in the way.',
  types: () => [UpdateProfileSuccess, VersionConflict, InvalidInput] as const,
});
