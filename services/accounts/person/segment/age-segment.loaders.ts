import type DataLoader from 'dataloader';
import { keyedListLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { AgeBounds, AgeSegmentName } from './age-segment.rules.ts';

/** A definition of a segment, as the graph reads it. */
export interface AgeSegmentRow extends AgeBounds {
  readonly key: AgeSegmentName;
  readonly definition_id: string;
}

const AGE_SEGMENTS_BY_NAME = statement(
  'age_segments_by_name',
  `select segment as key, definition_id, minimum_age, maximum_age, since,
     least(until, lead(since) over (partition by segment order by since nulls first) - 1) as until
   from age_segment where segment = any($1::text[]) order by since nulls first`,
);

export interface AgeSegmentLoaders {
  /** Every definition a segment has had, the oldest first. One ends the day before the next begins, if not earlier. */
  readonly ageSegmentsByName: DataLoader<string, AgeSegmentRow[]>;
}

export function ageSegmentLoaders(read: Reader): AgeSegmentLoaders {
  return { ageSegmentsByName: keyedListLoader<AgeSegmentRow>(read, AGE_SEGMENTS_BY_NAME) };
}
