import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LatinNameTable } from '../../shared/names/letters.rules.ts';
import type { LatinNameSuggestion } from './latin-name.rules.ts';

registerEnumType(LatinNameTable, {
  name: 'LatinNameTable',
  description: 'Whose table a Latin spelling follows. Those of the portal are its own and not official.',
  valuesConfig: {
    AS_WRITTEN: { description: 'It was in plain Latin letters already.' },
    ICAO_9303: { description: "ICAO Doc 9303 part 3, with its exceptions for the name's language." },
    PORTAL_KAZAKH: { description: "The portal's own addition for Ә Ғ Қ Ң Ө Ұ Ү Һ І." },
    PORTAL_KYRGYZ: { description: "The portal's own addition for Ң Ө Ү." },
    PORTAL_TAJIK: { description: "The portal's own addition for Ғ Ӣ Қ Ӯ Ҳ Ҷ." },
    PORTAL_UZBEK: { description: "The portal's own addition for Ў Қ Ғ Ҳ." },
    PORTAL_CYRILLIC: { description: "The portal's own addition for letters foreign to the name's language." },
    PORTAL_LATIN: { description: 'Latin letters without their marks, as the portal does it.' },
    PORTAL_ARMENIAN: { description: 'BGN/PCGN 1981 without apostrophes, as the portal does it.' },
  },
});

@ObjectType('LatinNameSuggestion', {
  description:
    'How a passport may print a name. A suggestion for the person to correct: what the passport says counts, and nothing stored is changed.',
})
export class LatinNameSuggestionType {
  @Field(() => String, { nullable: true, description: 'Null where the portal knows no spelling, as of most scripts.' })
  readonly family: string | null;
  @Field(() => String, { nullable: true, description: 'Null where there is none, or the portal knows no spelling.' })
  readonly given: string | null;
  @Field(() => LatinNameTable, { nullable: true, description: 'Null where nothing is suggested.' })
  readonly table: LatinNameTable | null;
  @Field(() => Boolean, {
    description: 'Whether ICAO recommends each letter, or nothing had to be changed. False where nothing is suggested.',
  })
  readonly official: boolean;

  constructor(suggestion: LatinNameSuggestion) {
    this.family = suggestion.family;
    this.given = suggestion.given;
    this.table = suggestion.table;
    this.official = suggestion.official;
  }
}
