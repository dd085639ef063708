import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { LanguageSkillType } from '../../shared/graph/language-skill.ts';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { CountryReference } from '../programme/programme.types.ts';

@ObjectType('Person', { description: 'A person with an account.' })
@Directive('@key(fields: "id")')
export class PersonReference {
  @Field(() => ID)
  readonly id: string;
  /** What follows is told by the service that owns people where a field asks for it, and never read from here. */
  @Directive('@external')
  @Field(() => LocalDate, { nullable: true })
  readonly birthDate?: string;
  @Directive('@external')
  @Field(() => CountryReference, { nullable: true })
  readonly citizenship?: CountryReference;
  @Directive('@external')
  @Field(() => [LanguageSkillType], { nullable: true })
  readonly languages?: LanguageSkillType[];

  constructor(id: string) {
    this.id = id;
  }
}
