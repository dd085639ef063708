import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { PersonReference } from '../../nomination/nomination.types.ts';
import type { FocalPointRow } from './focal-point.loaders.ts';
import { FocalPointStatus } from './focal-point.rules.ts';

registerEnumType(FocalPointStatus, {
  name: 'FocalPointStatus',
  description: 'Where a focal point is.',
  valuesConfig: {
    INVITED: { description: 'Asked by the invitation. Acts until a focal point is confirmed.' },
    DESIGNATED: { description: 'Named by a note verbale, which is not checked yet.' },
    CONFIRMED: { description: 'Checked: acts for the delegation.' },
    ENDED: { description: 'Not one any more.' },
  },
});

@ObjectType('FocalPoint', { description: 'Somebody who acts for a delegation, for a time. Two at most at a time.' })
export class FocalPointType {
  @Field(() => ID, { description: 'Opaque, stable, unique in the whole portal.' })
  readonly id: string;
  @Field(() => FocalPointStatus)
  readonly status: FocalPointStatus;
  @Field(() => PersonReference, {
    nullable: true,
    description:
      'Null until somebody signs in with the address they were named by, and while the service that owns people is out of reach.',
  })
  readonly person: PersonReference | null;
  @Field(() => ID, { nullable: true, description: 'The note verbale that names them. Null for who is only invited.' })
  readonly noteVerbaleId: string | null;
  @Field(() => DateTime, { description: 'When they were first named.' })
  readonly since: Date;
  @Field(() => DateTime, { nullable: true, description: 'When a note verbale named them. Null before.' })
  readonly designatedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Null until their note verbale is accepted.' })
  readonly confirmedAt: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when they were one. Null while they are.' })
  readonly until: Date | null;

  constructor(row: FocalPointRow) {
    this.id = row.id;
    this.status = row.status;
    this.person = row.person_id === null ? null : new PersonReference(row.person_id);
    this.noteVerbaleId = row.note_verbale_id;
    this.since = row.since;
    this.designatedAt = row.designated_at;
    this.confirmedAt = row.confirmed_at;
    this.until = row.until;
  }
}
