import { createUnionType, Field, InputType, ObjectType } from 'type-graphql';
import { LocalDate } from '../../../shared/graph/scalars.ts';
import { InvalidInput, InvalidTransition, UserError, VersionConflict } from '../../../shared/graph/user-error.ts';
import { REASON_DESCRIPTION } from '../../../shared/journal/reason.ts';
import { DeploymentEnding, EndingEvidence } from '../deployment.rules.ts';
import { DeploymentType } from '../deployment.types.ts';
import { DeploymentNotFound, WrongStage } from '../refusal/deployment-refusals.types.ts';
import { DeploymentActInput, DeploymentSuccess } from '../step/deployment-steps.types.ts';
import { CompletionItem, CompletionParty } from './completion.rules.ts';

@InputType({ description: 'Whether an item of the end checklist is done.' })
export class ChecklistTickInput {
  @Field(() => CompletionItem)
  readonly item!: CompletionItem;
  @Field(() => Boolean)
  readonly done!: boolean;
}

@InputType({ description: 'Which deployment ends, how and when.' })
export class EndDeploymentInput extends DeploymentActInput {
  @Field(() => DeploymentEnding)
  readonly ending!: DeploymentEnding;
  @Field(() => LocalDate, { description: 'Last day of service: it has come, and is not later than agreed.' })
  readonly on!: string;
  @Field(() => String, {
    nullable: true,
    description: `Needed, but for COMPLETED; never taken for EARLY_RETURN_MEDICAL. ${REASON_DESCRIPTION}`,
  })
  readonly reason?: string | null;
  @Field(() => EndingEvidence, { nullable: true, description: 'The paper that was seen, of the kind that is due.' })
  readonly evidence?: EndingEvidence | null;
  @Field(() => [ChecklistTickInput], {
    nullable: true,
    description: 'Items of the office, ticked together with the ending.',
  })
  readonly checklist?: ChecklistTickInput[] | null;
}

@InputType({ description: 'An item of an end checklist that is done, or not done after all.' })
export class TickCompletionItemInput extends DeploymentActInput {
  @Field(() => CompletionItem)
  readonly item!: CompletionItem;
  @Field(() => Boolean, { nullable: true, description: 'False takes it back; done when absent.' })
  readonly done?: boolean | null;
}

@ObjectType({ description: 'Service is over.' })
export class EndDeploymentSuccess {
  @Field(() => DeploymentType)
  readonly deployment: DeploymentType;

  constructor(deployment: DeploymentType) {
    this.deployment = deployment;
  }
}

@ObjectType({ implements: UserError, description: 'The end checklist is not complete.' })
export class ChecklistIncomplete extends UserError {
  @Field(() => [CompletionItem], { description: 'What is not done, in the order of the list.' })
  readonly missing: CompletionItem[];

  constructor(message: string, missing: readonly CompletionItem[]) {
    super('CHECKLIST_INCOMPLETE', message);
    this.missing = [...missing];
  }
}

@ObjectType({
  implements: UserError,
  description: 'Service is completed on its last day; earlier it ends in another way.',
})
export class TooEarlyToComplete extends UserError {
  @Field(() => LocalDate, { description: 'The agreed last day.' })
  readonly endsOn: string;

  constructor(message: string, endsOn: string) {
    super('TOO_EARLY_TO_COMPLETE', message);
    this.endsOn = endsOn;
  }
}

@ObjectType({ implements: UserError, description: 'The item belongs to somebody else, or the portal notes it itself.' })
export class CompletionItemOfOthers extends UserError {
  @Field(() => CompletionParty)
  readonly party: CompletionParty;

  constructor(message: string, party: CompletionParty) {
    super('COMPLETION_ITEM_OF_OTHERS', message);
    this.party = party;
  }
}

export const EndDeploymentResult = createUnionType({
  name: 'EndDeploymentResult',
  description: 'The deployment, or what stands in the way.',
  types: () =>
    [
      EndDeploymentSuccess,
      DeploymentNotFound,
      ChecklistIncomplete,
      TooEarlyToComplete,
      VersionConflict,
      InvalidTransition,
      InvalidInput,
    ] as const,
});

export const TickCompletionItemResult = createUnionType({
  name: 'TickCompletionItemResult',
  description: 'The deployment, or what stands in the way.',
  types: () => [DeploymentSuccess, DeploymentNotFound, WrongStage, CompletionItemOfOthers, VersionConflict] as const,
});
