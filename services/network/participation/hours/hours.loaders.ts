import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { HoursStatus } from './hours.rules.ts';

/** Recorded hours, as the graph reads them. */
export interface HoursRow {
  readonly id: string;
  readonly project_id: string;
  readonly person_id: string;
  readonly done_on: string;
  readonly minutes: number;
  readonly status: HoursStatus;
  readonly recorded_at: Date;
  readonly decided_at: Date | null;
  readonly decision_reason: string | null;
  readonly is_demo: boolean;
  readonly version: number;
  /** Who acts for the project's organisation at this moment. */
  readonly representative_ids: string[];
}

export type HoursFilter = 'status';

const COLUMNS = `id, project_id, person_id, done_on, minutes, status, recorded_at, decided_at, decision_reason, is_demo,
  version, array(select one.person_id from organisation_representative as one
    join project on project.organisation_id = one.organisation_id
    where project.id = volunteer_hours.project_id and one.until is null) as representative_ids`;

const HOURS_BY_ID = statement(
  'volunteer_hours_by_id',
  `select id as key, ${COLUMNS} from volunteer_hours where id = any($1::text[])`,
);
const ORDER = {
  columns: COLUMNS,
  table: 'volunteer_hours',
  filters: { status: (value: string) => `status = any(${value}::text[])` },
  order: [
    { column: 'done_on', type: 'date' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
} as const;
const HOURS_OF_PERSON: PagedList<HoursFilter> = { ...ORDER, name: 'hours_of_person', owner: 'person_id' };
const HOURS_OF_PROJECT: PagedList<HoursFilter> = { ...ORDER, name: 'hours_of_project', owner: 'project_id' };

export interface HoursLoaders {
  readonly hoursById: DataLoader<string, (HoursRow & { readonly key: string }) | null>;
  /** The newest day first. */
  readonly hoursOfPerson: DataLoader<PageOf<HoursFilter>, Cut<HoursRow>, string>;
  readonly hoursCountOfPerson: DataLoader<ListOf<HoursFilter>, number, string>;
  readonly hoursOfProject: DataLoader<PageOf<HoursFilter>, Cut<HoursRow>, string>;
  readonly hoursCountOfProject: DataLoader<ListOf<HoursFilter>, number, string>;
}

export function hoursLoaders(read: Reader): HoursLoaders {
  return {
    hoursById: keyedLoader<HoursRow & { readonly key: string }>(read, HOURS_BY_ID),
    hoursOfPerson: pagedLoader<HoursRow, HoursFilter>(read, HOURS_OF_PERSON),
    hoursCountOfPerson: countLoader(read, HOURS_OF_PERSON),
    hoursOfProject: pagedLoader<HoursRow, HoursFilter>(read, HOURS_OF_PROJECT),
    hoursCountOfProject: countLoader(read, HOURS_OF_PROJECT),
  };
}
