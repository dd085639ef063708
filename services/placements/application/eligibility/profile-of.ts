import { z } from 'zod';
import { LanguageLevel } from '../../../shared/language/language-skill.rules.ts';
import type { Applicant } from './eligibility.rules.ts';

const Asked = z.object({
  birthDate: z.string().nullish(),
  citizenship: z.object({ code: z.string() }).nullish(),
  languages: z.array(z.object({ language: z.string(), level: z.enum(LanguageLevel) })).nullish(),
});

/**
 * What the service that owns people says of whoever is asking; null for what they have not given, and for all of it where
 * nobody was asked. Languages that nobody has named are not known: an empty list says nothing.
 */
export function readProfile(asked: unknown): Pick<Applicant, 'birthDate' | 'citizenship' | 'languages'> {
  const { data } = Asked.safeParse(asked);
  return {
    birthDate: data?.birthDate ?? null,
    citizenship: data?.citizenship?.code ?? null,
    languages: data?.languages?.length ? data.languages : null,
  };
}
