import { Field, InputType, ObjectType } from 'type-graphql';
import { LocalDate } from '../../shared/graph/scalars.ts';
import { type GivenSource, LINK_LENGTH, TITLE_LENGTH } from './source.rules.ts';

/** The columns of a source, beside those of what it is the source of. */
export interface SourceColumns {
  readonly source_title: string | null;
  readonly source_url: string | null;
  readonly source_published_on: string | null;
}

@ObjectType('Source', { description: 'Where something is published.' })
export class SourceType {
  @Field(() => String, { description: 'In the language it was published in.' })
  readonly title: string;
  @Field(() => String, { nullable: true, description: 'Null where it is not known.' })
  readonly url: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Null where it is not known.' })
  readonly publishedOn: string | null;

  private constructor(title: string, { source_url, source_published_on }: SourceColumns) {
    this.title = title;
    this.url = source_url;
    this.publishedOn = source_published_on;
  }

  /** Null where a row names no source. */
  static of(row: SourceColumns): SourceType | null {
    return row.source_title === null ? null : new SourceType(row.source_title, row);
  }
}

@InputType({ description: 'Where something is published.' })
export class SourceInput {
  @Field(() => String, { description: `In the language it was published in; at most ${TITLE_LENGTH} characters.` })
  readonly title!: string;
  @Field(() => String, {
    nullable: true,
    description: `A link that begins with \`https:\` or \`http:\`; at most ${LINK_LENGTH} characters.`,
  })
  readonly url?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'Today or earlier.' })
  readonly publishedOn?: string | null;
}

/** A source as an input gives it. */
export function sourceOf({ title, url, publishedOn }: SourceInput): GivenSource {
  return { title, url: url ?? null, publishedOn: publishedOn ?? null };
}
