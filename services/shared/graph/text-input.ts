import { Field, InputType } from 'type-graphql';
import type { GivenText } from '../text/given-texts.rules.ts';

@InputType({ description: 'A text in one language. Give one for each language it is written in.' })
export class LocalizedTextInput implements GivenText {
  @Field(() => String, { description: 'A language tag, BCP 47: `kk`, `ru`, `en-GB`. Each at most once.' })
  readonly locale!: string;
  @Field(() => String)
  readonly text!: string;
}
