import { Directive, Field, ObjectType } from 'type-graphql';
import { localize, type Texts } from '../text/localize.rules.ts';
import { Locale } from './scalars.ts';

@ObjectType({ description: 'A text written by people, in the best language there is for the viewer.' })
@Directive('@shareable')
export class LocalizedText {
  @Field(() => String)
  readonly text: string;
  @Field(() => Locale, { description: 'The language of `text`.' })
  readonly locale: string;
  @Field(() => Boolean, { description: 'True where the asked language was missing: asked → en → ru → kk → any.' })
  readonly isFallback: boolean;

  private constructor(found: { text: string; locale: string; isFallback: boolean }) {
    this.text = found.text;
    this.locale = found.locale;
    this.isFallback = found.isFallback;
  }

  /** The text for an asked locale, or null where nothing was written in any language. */
  static of(texts: Texts, locale: string): LocalizedText | null {
    const found = localize(texts, locale);
    return found && new LocalizedText(found);
  }
}
