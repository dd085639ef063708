import { Field, ObjectType } from 'type-graphql';
import { LanguageSkillType } from '../../../shared/graph/language-skill.ts';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { Education } from '../../opening/terms.rules.ts';
import { CountryReference } from '../../programme/programme.types.ts';
import type { ApplicationDetailsRow } from './application-details.loaders.ts';

@ObjectType('ApplicationDetails', {
  description: 'What an applicant wrote. All of it is null once the applicant is erased.',
})
export class ApplicationDetailsType {
  @Field(() => String, { nullable: true, description: 'Why they wish to serve.' })
  readonly motivation: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The first day on which they can serve.' })
  readonly availableFrom: string | null;
  @Field(() => CountryReference, {
    nullable: true,
    description: 'Null as well while the service that owns countries is out of reach.',
  })
  readonly citizenship: CountryReference | null;
  @Field(() => Education, { nullable: true, description: 'Null where they did not say.' })
  readonly education: Education | null;
  @Field(() => [LanguageSkillType], { nullable: true })
  readonly languages: readonly LanguageSkillType[] | null;
  @Field(() => [String], { nullable: true })
  readonly skills: readonly string[] | null;

  constructor(row: ApplicationDetailsRow) {
    this.motivation = row.motivation;
    this.availableFrom = row.available_from;
    this.citizenship = row.citizenship === null ? null : new CountryReference(row.citizenship);
    this.education = row.education;
    this.languages = row.languages?.map((skill) => new LanguageSkillType(skill)) ?? null;
    this.skills = row.skills;
  }
}
