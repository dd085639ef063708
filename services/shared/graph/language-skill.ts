import { Directive, Field, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { LanguageLevel, type LanguageSkill } from '../language/language-skill.rules.ts';
import { Locale } from './scalars.ts';

registerEnumType(LanguageLevel, {
  name: 'LanguageLevel',
  description: 'How well somebody has a language: a level of the Common European Framework, or mother tongue.',
});

@ObjectType('LanguageSkill', { description: 'A language, and how well somebody has it, or is asked to have it.' })
@Directive('@shareable')
export class LanguageSkillType {
  @Field(() => Locale)
  readonly language: string;
  @Field(() => LanguageLevel)
  readonly level: LanguageLevel;

  constructor({ language, level }: LanguageSkill) {
    this.language = language;
    this.level = level;
  }
}

@InputType({ description: 'A language somebody has, and how well.' })
export class LanguageSkillInput {
  @Field(() => Locale)
  readonly language!: string;
  @Field(() => LanguageLevel)
  readonly level!: LanguageLevel;
}
