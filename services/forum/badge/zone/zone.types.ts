import { Field, ObjectType } from 'type-graphql';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import { ParticipantCategory } from '../../registration/registration.rules.ts';
import type { ZoneRow } from './zone.loaders.ts';

@ObjectType('BadgeZone', { description: 'A part of the venue with doors of its own.' })
export class ZoneType {
  @Field(() => String, {
    description: 'Capitals, digits and underscores, the same for as long as the edition: `MAIN`.',
  })
  readonly code: string;
  @Field(() => [ParticipantCategory], { description: 'Categories whose badges open it.' })
  readonly categories: ParticipantCategory[];

  readonly name: Texts;

  constructor({ code, name, categories }: ZoneRow) {
    this.code = code;
    this.name = name;
    this.categories = categories;
  }
}
