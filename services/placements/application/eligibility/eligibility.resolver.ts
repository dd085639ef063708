import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { signedIn } from '../../../shared/access/access.rules.ts';
import { Allow } from '../../../shared/access/allow.ts';
import type { PlacementsContext } from '../../context.ts';
import { OpeningType } from '../../opening/opening.types.ts';
import { PersonReference } from '../../privacy/person-reference.types.ts';
import { judge } from './eligibility.rules.ts';
import { EligibilityProfileInput, EligibilityType } from './eligibility.types.ts';
import { readProfile } from './profile-of.ts';

@Resolver(() => OpeningType)
export class EligibilityResolver {
  @Directive('@inaccessible')
  @FieldResolver(() => PersonReference, {
    nullable: true,
    description: 'Who is asking, so that the service that owns people can say who they are. Not for clients.',
  })
  asking(@Ctx() { viewer }: PlacementsContext): PersonReference | null {
    return viewer.personId === null ? null : new PersonReference(viewer.personId);
  }

  @Allow(signedIn)
  @Directive('@requires(fields: "asking { birthDate citizenship { code } languages { language level } }")')
  @FieldResolver(() => EligibilityType, {
    nullable: true,
    description:
      "Whether the signed-in person qualifies, by their profile and what they say here, before they apply. A requirement that neither tells about is not met, and its explanation says what is missing; so it is with the profile's part while the service that owns people is out of reach. Null where the opening is gone.",
  })
  async eligibility(
    @Root() opening: OpeningType,
    @Arg('profile', () => EligibilityProfileInput, { nullable: true }) said: EligibilityProfileInput | null,
    @Ctx() { loaders, locale }: PlacementsContext,
  ): Promise<EligibilityType | null> {
    const terms = await loaders.openingTermsById.load(opening.id);
    if (!terms) return null;
    const known = readProfile(opening.asked);
    const person = {
      birthDate: said?.birthDate ?? known.birthDate,
      citizenship: said?.citizenship?.toUpperCase() ?? known.citizenship,
      education: said?.education ?? null,
      languages: said?.languages ?? known.languages,
      skills: said?.skills ?? null,
    };
    return new EligibilityType(judge(terms.requirements, person, opening.startsOn), locale);
  }
}
