import { createUnionType, Field, ID, InputType, Int } from 'type-graphql';
import { LanguageSkillInput } from '../../../shared/graph/language-skill.ts';
import { CountryCode, DateTime, LocalDate, SafeInt } from '../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput, VersionConflict } from '../../../shared/graph/user-error.ts';
import { ClearanceKind, ClearanceStage } from '../../clearance/clearance.rules.ts';
import { HostOrganisationNotFound } from '../../host-organisation/accreditation/accreditation.types.ts';
import { ProgrammeNotFound } from '../../programme/administration/programme-administration.types.ts';
import { Sector } from '../opening.rules.ts';
import { OpeningNotChangeable, OpeningNotFound, OpeningSuccess, PositionsTaken } from '../opening-refusals.types.ts';
import { Education, EntitlementKind } from '../terms.rules.ts';
import {
  AGES,
  CITY_LENGTH,
  LISTED,
  NOTE_LENGTH,
  POSITIONS,
  SKILL_LENGTH,
  TEXT_LENGTH,
  TITLE_LENGTH,
} from './opening-form.rules.ts';

const KEY = 'The same key and input give the same answer again.';
const EACH = 'In each language it is written in, at most';
const TITLE = `${EACH} ${TITLE_LENGTH} characters. Needed to hand it in, in one language with the other texts.`;
const DESCRIPTION = `${EACH} ${TEXT_LENGTH} characters. Needed to hand it in.`;
const TASKS = `${EACH} ${TEXT_LENGTH} characters; a line for each task. Needed to hand it in.`;
const CITY = `City or place of service, in Latin letters, at most ${CITY_LENGTH} characters.`;
const AGE = `In years on the first day of service, ${AGES.minimum} to ${AGES.maximum}.`;
const DEADLINE =
  'The last instant at which an application is taken; before the first day of service begins at the host.';
const HOW_MANY = `How many volunteers are sought, ${POSITIONS.minimum} to ${POSITIONS.maximum}.`;
const ENTITLEMENTS = `What volunteers are given; ${LISTED} at most.`;
const CLEARANCES = 'What is checked about those who are chosen; each kind once.';

@InputType({ description: 'Who may serve in an opening. What is left out, empty or null asks for nothing.' })
export class OpeningRequirementsInput {
  @Field(() => [CountryCode], { nullable: true, description: 'One of these citizenships; each once.' })
  readonly citizenships?: string[] | null;
  @Field(() => Int, { nullable: true, description: AGE })
  readonly minimumAge?: number | null;
  @Field(() => Int, { nullable: true, description: AGE })
  readonly maximumAge?: number | null;
  @Field(() => Education, { nullable: true, description: 'At least.' })
  readonly education?: Education | null;
  @Field(() => [LanguageSkillInput], { nullable: true, description: `At this level at least; ${LISTED} at most.` })
  readonly languages?: LanguageSkillInput[] | null;
  @Field(() => [String], {
    nullable: true,
    description: `In small Latin letters, digits and hyphens, \`first-aid\`, at most ${SKILL_LENGTH} characters; ${LISTED} at most.`,
  })
  readonly skills?: string[] | null;
}

@InputType({ description: 'One thing a volunteer is given: in money, with amount and currency, or in kind.' })
export class OpeningEntitlementInput {
  @Field(() => EntitlementKind)
  readonly kind!: EntitlementKind;
  @Field(() => SafeInt, {
    nullable: true,
    description: 'In the smallest unit of the currency, 0 or more; once, or for each month of a MONTHLY_ALLOWANCE.',
  })
  readonly amount?: number | null;
  @Field(() => String, { nullable: true, description: "ISO 4217: `USD`. That of the programme's budget." })
  readonly currency?: string | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `${EACH} ${NOTE_LENGTH} characters.` })
  readonly note?: LocalizedTextInput[] | null;
}

@InputType({ description: 'What is checked about those who are chosen, and by when.' })
export class OpeningClearanceInput {
  @Field(() => ClearanceKind)
  readonly kind!: ClearanceKind;
  @Field(() => ClearanceStage)
  readonly stage!: ClearanceStage;
}

@InputType({ description: 'A new opening of a host, in its country and time zone.' })
export class DraftOpeningInput {
  @Field(() => String, { nullable: true, description: KEY })
  readonly idempotencyKey?: string | null;
  @Field(() => ID, { description: 'The programme that sends its volunteers; one that sends some to the country.' })
  readonly programmeId!: string;
  @Field(() => ID)
  readonly hostOrganisationId!: string;
  @Field(() => [LocalizedTextInput], { description: TITLE })
  readonly title!: LocalizedTextInput[];
  @Field(() => [LocalizedTextInput], { nullable: true, description: DESCRIPTION })
  readonly description?: LocalizedTextInput[] | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: TASKS })
  readonly tasks?: LocalizedTextInput[] | null;
  @Field(() => Sector)
  readonly sector!: Sector;
  @Field(() => String, { description: CITY })
  readonly city!: string;
  @Field(() => LocalDate, { description: 'First day of service.' })
  readonly startsOn!: string;
  @Field(() => LocalDate, { description: 'Last day of service, after the first.' })
  readonly endsOn!: string;
  @Field(() => DateTime, { description: DEADLINE })
  readonly applicationDeadline!: Date;
  @Field(() => Int, { description: HOW_MANY })
  readonly positions!: number;
  @Field(() => OpeningRequirementsInput, { nullable: true, description: 'Asks for nothing when absent.' })
  readonly requirements?: OpeningRequirementsInput | null;
  @Field(() => [OpeningEntitlementInput], { nullable: true, description: ENTITLEMENTS })
  readonly entitlements?: OpeningEntitlementInput[] | null;
  @Field(() => [OpeningClearanceInput], { nullable: true, description: CLEARANCES })
  readonly clearances?: OpeningClearanceInput[] | null;
}

@InputType({
  description:
    'What changes of an opening. What is left out or null stays as it is. Dates, city, requirements, entitlements and clearances are its terms: applicants confirm new ones.',
})
export class ChangeOpeningInput {
  @Field(() => ID)
  readonly openingId!: string;
  @Field(() => Int, { nullable: true, description: '`version` of the opening that the client has read.' })
  readonly expectedVersion?: number | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `Takes the place of the whole title. ${TITLE}` })
  readonly title?: LocalizedTextInput[] | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `Takes the place of the whole. ${DESCRIPTION}` })
  readonly description?: LocalizedTextInput[] | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `Takes the place of the whole. ${TASKS}` })
  readonly tasks?: LocalizedTextInput[] | null;
  @Field(() => Sector, { nullable: true })
  readonly sector?: Sector | null;
  @Field(() => String, { nullable: true, description: CITY })
  readonly city?: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly startsOn?: string | null;
  @Field(() => LocalDate, { nullable: true })
  readonly endsOn?: string | null;
  @Field(() => DateTime, { nullable: true, description: `${DEADLINE} Not past while it takes applications.` })
  readonly applicationDeadline?: Date | null;
  @Field(() => Int, { nullable: true, description: `${HOW_MANY} Not below those offered and filled.` })
  readonly positions?: number | null;
  @Field(() => OpeningRequirementsInput, { nullable: true, description: 'Takes the place of all requirements.' })
  readonly requirements?: OpeningRequirementsInput | null;
  @Field(() => [OpeningEntitlementInput], { nullable: true, description: `Takes the place of all. ${ENTITLEMENTS}` })
  readonly entitlements?: OpeningEntitlementInput[] | null;
  @Field(() => [OpeningClearanceInput], { nullable: true, description: `Takes the place of all. ${CLEARANCES}` })
  readonly clearances?: OpeningClearanceInput[] | null;
}

@InputType({ description: 'An opening to write another one like it, and the dates of the new one.' })
export class DuplicateOpeningInput {
  @Field(() => String, { nullable: true, description: KEY })
  readonly idempotencyKey?: string | null;
  @Field(() => ID)
  readonly openingId!: string;
  @Field(() => ID, { nullable: true, description: 'The same programme when absent.' })
  readonly programmeId?: string | null;
  @Field(() => LocalDate, { description: 'First day of service.' })
  readonly startsOn!: string;
  @Field(() => LocalDate, { description: 'Last day of service, after the first.' })
  readonly endsOn!: string;
  @Field(() => DateTime, { description: DEADLINE })
  readonly applicationDeadline!: Date;
}

export const DraftOpeningResult = createUnionType({
  name: 'DraftOpeningResult',
  description: 'The draft, or what stands in its way.',
  types: () =>
    [OpeningSuccess, HostOrganisationNotFound, ProgrammeNotFound, IdempotencyKeyReused, InvalidInput] as const,
});

export const ChangeOpeningResult = createUnionType({
  name: 'ChangeOpeningResult',
  description: 'The opening, or what stands in the way of the change.',
  types: () =>
    [OpeningSuccess, OpeningNotFound, OpeningNotChangeable, PositionsTaken, VersionConflict, InvalidInput] as const,
});

export const DuplicateOpeningResult = createUnionType({
  name: 'DuplicateOpeningResult',
  description: 'The new draft, or what stands in its way.',
  types: () => [OpeningSuccess, OpeningNotFound, ProgrammeNotFound, IdempotencyKeyReused, InvalidInput] as const,
});
