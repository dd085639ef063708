import { Field, InputType } from 'type-graphql';
import { EmailAddress } from '../../../shared/graph/scalars.ts';
import type { PersonName } from '../../../shared/names/name.rules.ts';
import { DelegationRole, QuotaCategory } from '../nomination.rules.ts';
import type { Nominee, NomineeNames } from './nominee.rules.ts';

@InputType({ description: 'A name in one script.' })
export class NomineeLatinNameInput {
  @Field(() => String, { description: 'Of somebody with a single name, that name. At most 100 characters.' })
  readonly family!: string;
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  readonly given?: string | null;
}

@InputType({ description: 'A name in the script of the person’s language.' })
export class NomineeNativeNameInput extends NomineeLatinNameInput {
  @Field(() => String, { nullable: true, description: 'At most 100 characters.' })
  readonly patronymic?: string | null;
}

@InputType({ description: 'Somebody whom a delegation names.' })
export class NomineeInput {
  @Field(() => EmailAddress, {
    description: 'Where they are told, and what they sign in or up with to confirm. Not kept in the clear.',
  })
  readonly email!: string;
  @Field(() => NomineeNativeNameInput, { nullable: true, description: 'One of the two names is needed.' })
  readonly nativeName?: NomineeNativeNameInput | null;
  @Field(() => NomineeLatinNameInput, {
    nullable: true,
    description: 'As the passport prints it: letters A to Z, spaces, hyphens and apostrophes.',
  })
  readonly latinName?: NomineeLatinNameInput | null;
  @Field(() => QuotaCategory)
  readonly category!: QuotaCategory;
  @Field(() => DelegationRole)
  readonly role!: DelegationRole;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'True for somebody who stands ready for another one of the delegation: without a place of the quota and a seat, until `promoteAlternate`. In a category in which the delegation has places.',
  })
  readonly isAlternate?: boolean | null;
}

/** A nominee as rules read them. */
export function nomineeOf(input: NomineeInput): Nominee {
  return {
    email: input.email,
    ...namesOf(input),
    category: input.category,
    role: input.role,
    isAlternate: input.isAlternate ?? false,
  };
}

/** A nominee's names as rules read them. */
export function namesOf({ nativeName, latinName }: Pick<NomineeInput, 'nativeName' | 'latinName'>): NomineeNames {
  return {
    nativeName: nativeName ? { ...nameOf(nativeName), patronymic: nativeName.patronymic ?? null } : null,
    latinName: latinName ? nameOf(latinName) : null,
  };
}

function nameOf({ family, given }: NomineeLatinNameInput): PersonName {
  return { family, given: given ?? null };
}
