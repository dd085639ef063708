import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type PageOf, pagedLoader } from '../../shared/database/paged-list.ts';
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
  readonly submitted_at: Date;
  readonly version: number;
}

const COLUMNS = `id, opening_id, (select host_organisation_id from opening where opening.id = opening_id) as host_organisation_id,
  person_id, status, terms_version, rules_version, eligibility, rank, outcome, sent_to_host_at, submitted_at, version`;

const APPLICATION_BY_ID = statement(
  'application_by_id',
  `select id as key, ${COLUMNS} from application where id = any($1::text[])`,
);

export interface ApplicationLoaders {
  readonly applicationById: DataLoader<string, ApplicationRow | null>;
  /** A person's applications, the newest first. */
  readonly applicationsByPerson: DataLoader<PageOf, Cut<ApplicationRow>, string>;
}

export function applicationLoaders(read: Reader): ApplicationLoaders {
  return {
    applicationById: keyedLoader<ApplicationRow>(read, APPLICATION_BY_ID),
    applicationsByPerson: pagedLoader<ApplicationRow>(read, {
      name: 'applications_by_person',
      columns: COLUMNS,
      table: 'application',
      owner: 'person_id',
      order: [
        { column: 'submitted_at', type: 'timestamptz' },
        { column: 'id', type: 'text' },
      ],
      descending: true,
    }),
  };
}
