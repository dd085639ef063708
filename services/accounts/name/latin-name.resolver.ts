import { GraphQLError } from 'graphql';
import { Arg, Query, Resolver } from 'type-graphql';
import { anyone } from '../../shared/access/access.rules.ts';
import { Allow } from '../../shared/access/allow.ts';
import { Locale } from '../../shared/graph/scalars.ts';
import { NAME_LENGTH } from '../../shared/names/name.rules.ts';
import { suggestLatinName } from './latin-name.rules.ts';
import { LatinNameSuggestionType } from './latin-name.types.ts';

@Resolver()
export class LatinNameResolver {
  @Allow(anyone)
  @Query(() => LatinNameSuggestionType, {
    description: `Suggests the Latin spelling of a name, each part of at most ${NAME_LENGTH} characters.`,
  })
  suggestLatinName(
    @Arg('family', () => String) family: string,
    @Arg('given', () => String, { nullable: true }) given: string | null,
    @Arg('language', () => Locale, { description: "The name's language, which may have rows of its own." })
    language: string,
  ): LatinNameSuggestionType {
    if (family.length > NAME_LENGTH || (given ?? '').length > NAME_LENGTH) {
      throw new GraphQLError(`A part of a name has at most ${NAME_LENGTH} characters.`, {
        extensions: { code: 'BAD_USER_INPUT' },
      });
    }
    return new LatinNameSuggestionType(suggestLatinName(family, given ?? null, language));
  }
}
