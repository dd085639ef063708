import { createUnionType, Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime, LocalDate } from '../../shared/graph/scalars.ts';
import { InvalidInput } from '../../shared/graph/user-error.ts';
import { inHours } from '../participation/hours/hours.rules.ts';
import { PersonReference } from '../privacy/person-reference.types.ts';
import type { RecordedProjectRow, RecordPageRow } from './volunteer-record.loaders.ts';
import { CONSENT_VERSION_LENGTH } from './volunteer-record.rules.ts';

@ObjectType({ description: 'What a person gave to one project, as far as its organisation has verified it.' })
export class VolunteerRecordProject {
  @Field(() => Float, { description: 'Verified, to the hundredth.' })
  readonly hours: number;
  @Field(() => Int)
  readonly verifiedMinutes: number;
  @Field(() => LocalDate, { nullable: true, description: 'First verified day.' })
  readonly since: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last verified day.' })
  readonly until: string | null;

  readonly projectId: string;

  constructor(row: RecordedProjectRow) {
    this.hours = inHours(row.verified_minutes);
    this.verifiedMinutes = row.verified_minutes;
    this.since = row.since;
    this.until = row.until;
    this.projectId = row.project_id;
  }
}

@ObjectType({ description: 'The public page of a volunteer record.' })
export class VolunteerRecordPage {
  @Field(() => String, { description: 'What `volunteerRecord` finds it by. Whoever has it sees the page.' })
  readonly slug: string;
  @Field(() => String, { description: 'The version of the text the person agreed to.' })
  readonly consentVersion: string;
  @Field(() => DateTime)
  readonly publishedAt: Date;

  constructor(row: RecordPageRow) {
    this.slug = row.slug;
    this.consentVersion = row.consent_version;
    this.publishedAt = row.published_at;
  }
}

/** What a record says in public and to the person alike. */
@ObjectType({ description: 'Verified hours.' })
abstract class VerifiedRecord {
  @Field(() => Float, { description: 'Verified over all projects, to the hundredth.' })
  readonly hours: number;
  @Field(() => Int)
  readonly verifiedMinutes: number;
  @Field(() => Int, { description: 'How many projects have verified hours.' })
  readonly projectCount: number;
  @Field(() => LocalDate, { nullable: true, description: 'First verified day; null where none is.' })
  readonly since: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last verified day; null where none is.' })
  readonly until: string | null;
  @Field(() => [VolunteerRecordProject], { description: 'Those with verified hours, the latest first.' })
  readonly projects: readonly VolunteerRecordProject[];

  constructor(rows: readonly RecordedProjectRow[]) {
    const verified = rows.filter((row) => row.verified_minutes > 0);
    this.verifiedMinutes = verified.reduce((sum, row) => sum + row.verified_minutes, 0);
    this.hours = inHours(this.verifiedMinutes);
    this.projectCount = verified.length;
    this.since = verified.flatMap(({ since }) => since ?? []).toSorted()[0] ?? null;
    this.until =
      verified
        .flatMap(({ until }) => until ?? [])
        .toSorted()
        .at(-1) ?? null;
    this.projects = verified.map((row) => new VolunteerRecordProject(row));
  }
}

@ObjectType('VolunteerRecord', { description: 'What a person gave to projects, as they see it themselves.' })
export class VolunteerRecordType extends VerifiedRecord {
  @Field(() => Int, { description: 'Recorded and not yet decided; in no other number here.' })
  readonly awaitingMinutes: number;

  readonly personId: string;

  constructor(personId: string, rows: readonly RecordedProjectRow[]) {
    super(rows);
    this.awaitingMinutes = rows.reduce((sum, row) => sum + row.awaiting_minutes, 0);
    this.personId = personId;
  }
}

@ObjectType('PublicVolunteerRecord', {
  description: 'What a person gave to projects, as they show it to anyone by their consent.',
})
export class PublicVolunteerRecordType extends VerifiedRecord {
  @Field(() => PersonReference, {
    nullable: true,
    description: 'Whose it is. The name is for those who may see it; null while accounts is out of reach.',
  })
  readonly person: PersonReference;
  @Field(() => DateTime)
  readonly publishedAt: Date;

  constructor({ person_id, published_at }: RecordPageRow, rows: readonly RecordedProjectRow[]) {
    super(rows);
    this.person = new PersonReference(person_id);
    this.publishedAt = published_at;
  }
}

@InputType({ description: "The person's consent to a public page." })
export class PublishVolunteerRecordInput {
  @Field(() => String, {
    description: `The version of the text the person has read and agrees to; at most ${CONSENT_VERSION_LENGTH} characters.`,
  })
  readonly consentVersion!: string;
}

@ObjectType({ description: "The signed-in person's record, as it is now." })
export class VolunteerRecordSuccess {
  @Field(() => VolunteerRecordType)
  readonly record: VolunteerRecordType;

  constructor(record: VolunteerRecordType) {
    this.record = record;
  }
}

export const PublishVolunteerRecordResult = createUnionType({
  name: 'PublishVolunteerRecordResult',
  description: 'The record, which is public, or what is wrong with the input.',
  types: () => [VolunteerRecordSuccess, InvalidInput] as const,
});
