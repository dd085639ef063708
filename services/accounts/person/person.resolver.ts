import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { anyone, theirOwn, type Viewer } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import type { AccountsContext } from '../context.ts';
import type { PersonRow } from './person.loaders.ts';
import { mayReadName } from './person.rules.ts';
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
    description: 'Public where the person holds a public function, such as head of delegation; else null for others.',
  })
  displayName(@Root() { row }: PersonType, @Ctx() { viewer }: AccountsContext): string | null {
    return mayRead(row, viewer) ? row.display_name : null;
  }

  @FieldResolver(() => PersonNameType, { nullable: true, description: 'Null for whoever may not read the name.' })
  name(@Root() { row }: PersonType, @Ctx() { viewer }: AccountsContext): PersonNameType | null {
    return mayRead(row, viewer) ? new PersonNameType(row.native_name, row.latin_name) : null;
  }

  @Allow<PersonType>(theirOwn(({ of }) => of.id))
  @FieldResolver(() => Locale, { nullable: true, description: 'Language of mails and letters. Null until chosen.' })
  preferredLocale(@Root() { row }: PersonType): string | null {
    return row.preferred_locale;
  }
}

function mayRead(row: PersonRow, viewer: Viewer): boolean {
  return mayReadName({ isOwn: viewer.personId === row.key, hasPublicFunction: row.has_public_function });
}
