import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'How many people are in a zone now, and how often somebody came in today.' })
export class ZonePresence {
  @Field(() => String, { description: 'Code of the zone: `MAIN`.' })
  readonly zone: string;
  @Field(() => Int, { description: 'People whose last scan there let them in.' })
  readonly inside: number;
  @Field(() => Int, {
    description: "Entries since midnight in the edition's zone. Whoever came in twice counts twice.",
  })
  readonly entriesToday: number;

  constructor(zone: string, inside: number, entriesToday: number) {
    this.zone = zone;
    this.inside = inside;
    this.entriesToday = entriesToday;
  }
}
