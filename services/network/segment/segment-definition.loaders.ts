import DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { SegmentName } from './segment-definition.rules.ts';

/** A definition as the graph reads it. */
export interface SegmentDefinitionRow {
  readonly key: string;
  readonly id: string;
  readonly segment: SegmentName;
  readonly minimum_age: number;
  readonly maximum_age: number | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly description: Texts;
  readonly source_title: string | null;
  readonly source_url: string | null;
  readonly source_published_on: string | null;
}

const COLUMNS = `id, segment, minimum_age, maximum_age, since, until, description,
  source_title, source_url, source_published_on`;

const DEFINITION_BY_ID = statement(
  'segment_definition_by_id',
  `select id as key, ${COLUMNS} from segment_definition where id = any($1::text[])`,
);
const DEFINITIONS = statement(
  'segment_definitions',
  `select id as key, ${COLUMNS} from segment_definition order by segment desc, since desc nulls last, id`,
);

export interface SegmentDefinitionLoaders {
  readonly segmentDefinitionById: DataLoader<string, SegmentDefinitionRow | null>;
  /** Every definition there was, is or will be; of a segment the newest first. */
  readonly segmentDefinitions: DataLoader<'all', SegmentDefinitionRow[]>;
}

export function segmentDefinitionLoaders(read: Reader): SegmentDefinitionLoaders {
  return {
    segmentDefinitionById: keyedLoader<SegmentDefinitionRow>(read, DEFINITION_BY_ID),
    segmentDefinitions: new DataLoader<'all', SegmentDefinitionRow[]>(async (asked) => {
      const rows = await read.rows<SegmentDefinitionRow>(DEFINITIONS, []);
      return asked.map(() => rows);
    }),
  };
}
