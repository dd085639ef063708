import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { anyone, either, holders, theirOwn, type Viewer } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { LanguageSkillType } from '../../shared/graph/language-skill.ts';
import { LocalDate, Locale } from '../../shared/graph/scalars.ts';
import type { AccountsContext } from '../context.ts';
import { CountryReference } from '../country/country-reference.types.ts';
import type { PersonRow } from './person.loaders.ts';
import { isAcquainted, mayReadDisplayName, mayReadName, needsNames, whoeverNeedsNames } from './person.rules.ts';
import { PersonNameType, PersonType } from './person.types.ts';

@Resolver(() => PersonType)
export class PersonResolver {
  @Allow(anyone)
  @Query(() => PersonType, { nullable: true, description: 'The signed-in person. Null for whoever is not signed in.' })
  async me(@Ctx() { loaders, viewer }: AccountsContext): Promise<PersonType | null> {
    const row = viewer.personId === null ? null : await loaders.personById.load(viewer.personId);
    return row && new PersonType(row);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Public where the person holds a public function, such as head of delegation. Else null, but for the person, for those whose work needs names, and for the host and the country that receive the person as a volunteer, up to half a year after service.',
  })
  displayName(@Root() { row }: PersonType, @Ctx() { viewer, now }: AccountsContext): string | null {
    const audience = { ...audienceOf(row, viewer), isAcquainted: isAcquainted(viewer, row.acquaintances, now()) };
    return mayReadDisplayName(audience) ? row.display_name : null;
  }

  @FieldResolver(() => PersonNameType, { nullable: true, description: 'Null for whoever may not read the name.' })
  name(@Root() { row }: PersonType, @Ctx() { viewer }: AccountsContext): PersonNameType | null {
    return mayReadName(audienceOf(row, viewer)) ? new PersonNameType(row.native_name, row.latin_name) : null;
  }

  @Allow<PersonType>(
    either(
      theirOwn(({ of }) => of.id),
      whoeverNeedsNames,
    ),
  )
  @FieldResolver(() => CountryReference, {
    nullable: true,
    description: 'Null until given, and for the name of the country while the service that owns countries is away.',
  })
  citizenship(@Root() { row }: PersonType): CountryReference | null {
    return row.citizenship === null ? null : new CountryReference(row.citizenship);
  }

  @Allow<PersonType>(
    either(
      theirOwn(({ of }) => of.id),
      holders('PLACEMENT_OFFICER', 'ADMINISTRATOR'),
    ),
  )
  @FieldResolver(() => [LanguageSkillType], { nullable: true, description: 'In the order the person gave.' })
  languages(@Root() { row }: PersonType): LanguageSkillType[] {
    return row.languages.map((skill) => new LanguageSkillType(skill));
  }

  @Allow<PersonType>(
    either(
      theirOwn(({ of }) => of.id),
      holders('PLACEMENT_OFFICER', 'ADMINISTRATOR'),
    ),
  )
  @FieldResolver(() => LocalDate, { nullable: true, description: 'Null until given.' })
  birthDate(@Root() { row }: PersonType): string | null {
    return row.birth_date;
  }

  @Allow<PersonType>(theirOwn(({ of }) => of.id))
  @FieldResolver(() => Locale, { nullable: true, description: 'Language of mails and letters. Null until chosen.' })
  preferredLocale(@Root() { row }: PersonType): string | null {
    return row.preferred_locale;
  }
}

function audienceOf(row: PersonRow, viewer: Viewer) {
  return {
    isOwn: viewer.personId === row.key,
    hasPublicFunction: row.has_public_function,
    needsNames: needsNames(viewer),
  };
}
