import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import {
  countLoader,
  type ListOf,
  type PagedList,
  type PageOf,
  pagedLoader,
} from '../../shared/database/paged-list.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Cut } from '../../shared/graph/connection.rules.ts';
import type { ApplicationOutcome, ApplicationStatus } from './application.rules.ts';
import type { RuleResult } from './eligibility/eligibility.rules.ts';

/** An application as the graph reads it, without what the applicant wrote. */
export interface ApplicationRow {
  readonly key: string;
  readonly id: string;
  readonly opening_id: string;
  /** Host of the opening. */
  readonly host_organisation_id: string;
  readonly person_id: string;
  readonly status: ApplicationStatus;
  readonly terms_version: number;
  readonly rules_version: string;
  readonly eligibility: readonly RuleResult[];
  readonly rank: number | null;
  readonly outcome: ApplicationOutcome | null;
  readonly sent_to_host_at: Date | null;
  /** Until when changed terms can be confirmed. */
  readonly confirmation_ends_at: Date | null;
  /** The version of the terms that the opening has now. */
  readonly opening_terms_version: number;
  readonly submitted_at: Date;
  readonly version: number;
}

const COLUMNS = `id, opening_id, (select host_organisation_id from opening where opening.id = opening_id) as host_organisation_id,
  (select terms_version from opening where opening.id = opening_id) as opening_terms_version,
  person_id, status, terms_version, rules_version, eligibility, rank, outcome, sent_to_host_at, confirmation_ends_at, submitted_at, version`;

const APPLICATION_BY_ID = statement(
  'application_by_id',
  `select id as key, ${COLUMNS} from application where id = any($1::text[])`,
);

/** `sent` narrows to those that a host knows of; its value is the states in which it does not. */
export type OpeningApplicationFilter = 'status' | 'sent';

const ORDER: PagedList['order'] = [
  { column: 'submitted_at', type: 'timestamptz' },
  { column: 'id', type: 'text' },
];
const BY_PERSON: PagedList = {
  name: 'applications_by_person',
  columns: COLUMNS,
  table: 'application',
  owner: 'person_id',
  order: ORDER,
  descending: true,
};
const BY_OPENING: PagedList<OpeningApplicationFilter> = {
  name: 'applications_by_opening',
  columns: COLUMNS,
  table: 'application',
  owner: 'opening_id',
  filters: {
    status: (value) => `status = any(${value}::text[])`,
    sent: (value) => `sent_to_host_at is not null and status <> all(${value}::text[])`,
  },
  order: ORDER,
};

export interface ApplicationLoaders {
  readonly applicationById: DataLoader<string, ApplicationRow | null>;
  /** A person's applications, the newest first. */
  readonly applicationsByPerson: DataLoader<PageOf, Cut<ApplicationRow>, string>;
  readonly applicationCountByPerson: DataLoader<ListOf, number, string>;
  /** Applications for an opening, the first to come first. */
  readonly applicationsByOpening: DataLoader<PageOf<OpeningApplicationFilter>, Cut<ApplicationRow>, string>;
  readonly applicationCountByOpening: DataLoader<ListOf<OpeningApplicationFilter>, number, string>;
}

export function applicationLoaders(read: Reader): ApplicationLoaders {
  return {
    applicationById: keyedLoader<ApplicationRow>(read, APPLICATION_BY_ID),
    applicationsByPerson: pagedLoader<ApplicationRow>(read, BY_PERSON),
    applicationCountByPerson: countLoader(read, BY_PERSON),
    applicationsByOpening: pagedLoader<ApplicationRow, OpeningApplicationFilter>(read, BY_OPENING),
    applicationCountByOpening: countLoader(read, BY_OPENING),
  };
}
