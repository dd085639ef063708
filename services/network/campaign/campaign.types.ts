import { createUnionType, Directive, Field, InputType, Int, ObjectType } from 'type-graphql';
import { Node } from '../../shared/graph/node.ts';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { LocalizedTextInput } from '../../shared/graph/text-input.ts';
import { IdempotencyKeyReused, InvalidInput } from '../../shared/graph/user-error.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { NetworkSector } from '../sector/sector.types.ts';
import type { CampaignRow } from './campaign.loaders.ts';
import { NAME_LENGTH } from './campaign.rules.ts';

@ObjectType('Campaign', {
  implements: Node,
  description:
    'A campaign of good deeds. What sources report of it and what the portal counts stand apart and are never added up.',
})
@Directive('@key(fields: "id")')
export class CampaignType extends Node {
  @Field(() => Int)
  readonly year: number;
  @Field(() => [NetworkSector], { description: 'What its deeds are about.' })
  readonly sectors: readonly NetworkSector[];
  @Field(() => LocalDate, { nullable: true, description: 'First day. Null where it is not known.' })
  readonly startsOn: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day. Null where it is not known.' })
  readonly endsOn: string | null;
  @Field(() => Boolean, { description: 'Invented, for demonstration.' })
  readonly isDemo: boolean;

  readonly names: Texts;
  /** Keys of the figures that sources report. */
  readonly reportedAs: { readonly deeds: string | null; readonly participants: string | null };

  constructor(row: CampaignRow) {
    super(row.id);
    this.year = row.year;
    this.sectors = row.sectors;
    this.startsOn = row.starts_on;
    this.endsOn = row.ends_on;
    this.isDemo = row.is_demo;
    this.names = row.name;
    this.reportedAs = { deeds: row.deeds_figure_key, participants: row.participants_figure_key };
  }
}

@InputType({ description: 'A campaign of good deeds.' })
export class CreateCampaignInput {
  @Field(() => String, { nullable: true, description: 'The same key and input give the same answer again.' })
  readonly idempotencyKey?: string | null;
  @Field(() => Int)
  readonly year!: number;
  @Field(() => [LocalizedTextInput], {
    description: `In at least one language; at most ${NAME_LENGTH} characters each.`,
  })
  readonly name!: LocalizedTextInput[];
  @Field(() => [NetworkSector], { description: 'What its deeds are about; at least one.' })
  readonly sectors!: NetworkSector[];
  @Field(() => LocalDate, { nullable: true, description: 'First day, in the year. Absent: from its beginning.' })
  readonly startsOn?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day, in the year. Absent: until its end.' })
  readonly endsOn?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the impact figure by which sources report its deeds, if they do.',
  })
  readonly deedsFigureKey?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the impact figure by which sources report its participants, if they do.',
  })
  readonly participantsFigureKey?: string | null;
}

@ObjectType({ description: 'The campaign is open for deeds.' })
export class CreateCampaignSuccess {
  @Field(() => CampaignType)
  readonly campaign: CampaignType;

  constructor(campaign: CampaignType) {
    this.campaign = campaign;
  }
}

export const CreateCampaignResult = createUnionType({
  name: 'CreateCampaignResult',
  description: 'The campaign, or what stands in the way.',
  types: () => [CreateCampaignSuccess, IdempotencyKeyReused, InvalidInput] as const,
});
