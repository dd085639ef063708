import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CountryCode, SafeInt } from '../../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../../shared/graph/text-input.ts';
import {
  IdempotencyKeyReused,
  InvalidInput,
  InvalidTransition,
  UserError,
  VersionConflict,
} from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { ProgrammeFunding, ProgrammeStatus } from '../programme.rules.ts';
import { ProgrammeType } from '../programme.types.ts';
import { NAME_LENGTH, YEARS } from './programme-form.rules.ts';

const EXPECTED_VERSION = '`version` of the programme that the client has read.';
const NAME = `In each language it is written in, at most ${NAME_LENGTH} characters; in one at least.`;
const YEAR = `${YEARS.minimum} to ${YEARS.maximum}.`;
const COUNTRIES = 'Where its volunteers serve; each once, one at least.';

@ObjectType({ implements: UserError, description: 'There is no such programme that the viewer may know of.' })
export class ProgrammeNotFound extends UserError {
  constructor(message: string) {
    super('PROGRAMME_NOT_FOUND', message);
  }
}

@ObjectType({ implements: UserError, description: 'The programme is completed: nothing of it changes any more.' })
export class ProgrammeCompleted extends UserError {
  constructor(message: string) {
    super('PROGRAMME_COMPLETED', message);
  }
}

@ObjectType({ implements: UserError, description: 'The programme has no budget, and is not funded without one.' })
export class BudgetMissing extends UserError {
  constructor(message: string) {
    super('BUDGET_MISSING', message);
  }
}

@ObjectType({ implements: UserError, description: 'Offers and deployments bind more money than this.' })
export class BudgetBelowCommitted extends UserError {
  @Field(() => SafeInt, { description: 'The least budget possible at present, in the smallest unit of its currency.' })
  readonly committed: number;

  constructor(message: string, committed: number) {
    super('BUDGET_BELOW_COMMITTED', message);
    this.committed = committed;
  }
}

@ObjectType({ implements: UserError, description: 'Openings of the programme are undecided, or deployments run.' })
export class ProgrammeNotOver extends UserError {
  @Field(() => Int, { description: 'Openings that are published and not decided.' })
  readonly openings: number;
  @Field(() => Int, { description: 'Deployments that are not over.' })
  readonly deployments: number;

  constructor(message: string, { openings, deployments }: { openings: number; deployments: number }) {
    super('PROGRAMME_NOT_OVER', message);
    this.openings = openings;
    this.deployments = deployments;
  }
}

@InputType({ description: 'Money.' })
export class ProgrammeBudgetInput {
  @Field(() => SafeInt, { description: 'In the smallest unit of the currency, 0 or more.' })
  readonly amount!: number;
  @Field(() => String, { description: 'ISO 4217: `USD`.' })
  readonly currency!: string;
}

@InputType({ description: 'A new programme.' })
export class CreateProgrammeInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => [LocalizedTextInput], { description: NAME })
  readonly name!: LocalizedTextInput[];
  @Field(() => Int, { description: YEAR })
  readonly year!: number;
  @Field(() => ProgrammeFunding)
  readonly funding!: ProgrammeFunding;
  @Field(() => [CountryCode], { description: COUNTRIES })
  readonly hostCountries!: string[];
  @Field(() => ProgrammeBudgetInput, { nullable: true, description: 'Needed before it is FUNDED.' })
  readonly budget?: ProgrammeBudgetInput | null;
}

@InputType({ description: 'What changes of a programme. What is left out stays as it is.' })
export class ChangeProgrammeInput {
  @Field(() => ID)
  readonly programmeId!: string;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
  @Field(() => [LocalizedTextInput], { nullable: true, description: `Takes the place of the whole name. ${NAME}` })
  readonly name?: LocalizedTextInput[] | null;
  @Field(() => Int, { nullable: true, description: YEAR })
  readonly year?: number | null;
  @Field(() => ProgrammeFunding, { nullable: true })
  readonly funding?: ProgrammeFunding | null;
  @Field(() => [CountryCode], { nullable: true, description: COUNTRIES })
  readonly hostCountries?: string[] | null;
  @Field(() => ProgrammeBudgetInput, {
    nullable: true,
    description: 'Not below what is committed; in the same currency while anything is.',
  })
  readonly budget?: ProgrammeBudgetInput | null;
}

@InputType({ description: 'Where to take a programme. `Programme.allowedTransitions` tells what is possible.' })
export class MoveProgrammeInput {
  @Field(() => ID)
  readonly programmeId!: string;
  @Field(() => ProgrammeStatus)
  readonly to!: ProgrammeStatus;
  @Field(() => String, { nullable: true, description: REASON_DESCRIPTION })
  readonly reason?: string | null;
  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The programme as it is now.' })
export class ProgrammeSuccess {
  @Field(() => ProgrammeType)
  readonly programme: ProgrammeType;

  constructor(programme: ProgrammeType) {
    this.programme = programme;
  }
}

export const CreateProgrammeResult = createUnionType({
  name: 'CreateProgrammeResult',
  description: 'The new programme, or what stands in its way.',
  types: () => [ProgrammeSuccess, IdempotencyKeyReused, InvalidInput] as const,
});

export const ChangeProgrammeResult = createUnionType({
  name: 'ChangeProgrammeResult',
  description: 'The programme, or what stands in the way of the change.',
  types: () =>
    [
      ProgrammeSuccess,
      ProgrammeNotFound,
      ProgrammeCompleted,
      BudgetBelowCommitted,
      VersionConflict,
      InvalidInput,
    ] as const,
});

export const MoveProgrammeResult = createUnionType({
  name: 'MoveProgrammeResult',
  description: 'The programme, or what stands in the way of the step.',
  types: () =>
    [
      ProgrammeSuccess,
      ProgrammeNotFound,
      BudgetMissing,
      ProgrammeNotOver,
      InvalidTransition,
      VersionConflict,
      InvalidInput,
    ] as const,
});
