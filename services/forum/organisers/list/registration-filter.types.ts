import { Field, InputType } from 'type-graphql';
import { CountryCode, DateTime } from '../../../shared/graph/scalars.ts';
import { ParticipantCategory, RegistrationStatus } from '../../registration/registration.rules.ts';
import { LEAST_LETTERS, type RegistrationFilter, SEARCH_LENGTH } from './registration-filter.rules.ts';

@InputType('RegistrationFilter', {
  description:
    'Which registrations of an edition are meant: those that pass everything that is given. An empty list lets none pass.',
})
export class RegistrationFilterInput {
  @Field(() => [RegistrationStatus], { nullable: true })
  readonly status?: RegistrationStatus[] | null;
  @Field(() => [ParticipantCategory], { nullable: true })
  readonly category?: ParticipantCategory[] | null;
  @Field(() => [CountryCode], {
    nullable: true,
    description: 'Citizenships. Nobody passes whose citizenship is not known.',
  })
  readonly country?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: `Beginnings of names, in any order, script and common spelling. ${LEAST_LETTERS} letters at least, ${SEARCH_LENGTH} characters at most; a blank one lets all pass.`,
  })
  readonly search?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Registered at this moment or later.' })
  readonly registeredAfter?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Registered before this moment.' })
  readonly registeredBefore?: Date | null;
}

/** An input as the rules have it: what is absent is null. */
export function filterOf(input: RegistrationFilterInput | null | undefined): RegistrationFilter {
  return {
    status: input?.status ?? null,
    category: input?.category ?? null,
    country: input?.country ?? null,
    search: input?.search ?? null,
    registeredAfter: input?.registeredAfter ?? null,
    registeredBefore: input?.registeredBefore ?? null,
  };
}
