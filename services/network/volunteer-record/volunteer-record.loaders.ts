import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';

/** What a person gave to one project, as far as it is verified or waits for it. */
export interface RecordedProjectRow {
  readonly key: string;
  readonly project_id: string;
  readonly verified_minutes: number;
  readonly awaiting_minutes: number;
  /** First and last verified day; null where none is. */
  readonly since: string | null;
  readonly until: string | null;
}

/** The public page of a person's record. */
export interface RecordPageRow {
  readonly key: string;
  readonly person_id: string;
  readonly slug: string;
  readonly consent_version: string;
  readonly published_at: Date;
}

const PROJECTS_BY_PERSON = statement(
  'volunteer_record_by_person',
  `select person_id as key, project_id,
     coalesce(sum(minutes) filter (where status = 'VERIFIED'), 0) as verified_minutes,
     coalesce(sum(minutes) filter (where status = 'RECORDED'), 0) as awaiting_minutes,
     min(done_on) filter (where status = 'VERIFIED') as since, max(done_on) filter (where status = 'VERIFIED') as until
   from volunteer_hours
   where person_id = any($1::text[]) and status in ('VERIFIED', 'RECORDED')
   group by person_id, project_id
   order by max(done_on) desc, project_id`,
);
const PAGE = 'person_id, slug, consent_version, published_at';
const PAGE_BY_PERSON = statement(
  'volunteer_record_page_by_person',
  `select person_id as key, ${PAGE} from volunteer_record_page where person_id = any($1::text[])`,
);
const PAGE_BY_SLUG = statement(
  'volunteer_record_page_by_slug',
  `select slug as key, ${PAGE} from volunteer_record_page where slug = any($1::text[])`,
);

export interface VolunteerRecordLoaders {
  /** By the ID of the person; the latest project first. */
  readonly recordedProjectsByPerson: DataLoader<string, RecordedProjectRow[]>;
  readonly recordPageByPerson: DataLoader<string, RecordPageRow | null>;
  readonly recordPageBySlug: DataLoader<string, RecordPageRow | null>;
}

export function volunteerRecordLoaders(read: Reader): VolunteerRecordLoaders {
  return {
    recordedProjectsByPerson: keyedListLoader<RecordedProjectRow>(read, PROJECTS_BY_PERSON),
    recordPageByPerson: keyedLoader<RecordPageRow>(read, PAGE_BY_PERSON),
    recordPageBySlug: keyedLoader<RecordPageRow>(read, PAGE_BY_SLUG),
  };
}
