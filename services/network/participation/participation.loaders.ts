import DataLoader from 'dataloader';
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

/** A person's part in a project, as the graph reads it. */
export interface ParticipationRow {
  readonly id: string;
  readonly project_id: string;
  readonly person_id: string;
  readonly joined_at: Date;
  readonly left_at: Date | null;
  /** Who acts for the project's organisation at this moment. */
  readonly representative_ids: string[];
}

const COLUMNS = `id, project_id, person_id, joined_at, left_at,
  array(select one.person_id from organisation_representative as one
    join project on project.organisation_id = one.organisation_id
    where project.id = participation.project_id and one.until is null) as representative_ids`;

const PARTICIPATION_BY_ID = statement(
  'participation_by_id',
  `select id as key, ${COLUMNS} from participation where id = any($1::text[])`,
);
const PARTICIPATION_OF_PERSON = statement(
  'participation_of_person_by_project',
  `select person_id || ' ' || project_id as key, ${COLUMNS} from participation
   where left_at is null and (person_id, project_id) in (select * from unnest($1::text[], $2::text[]))`,
);
const ORDER = {
  columns: COLUMNS,
  table: 'participation',
  order: [
    { column: 'joined_at', type: 'timestamptz' },
    { column: 'id', type: 'text' },
  ],
  descending: true,
} as const;
const PARTICIPATIONS_OF_PERSON: PagedList = { ...ORDER, name: 'participations_of_person', owner: 'person_id' };
const PARTICIPATIONS_OF_PROJECT: PagedList = { ...ORDER, name: 'participations_of_project', owner: 'project_id' };

export interface ParticipationLoaders {
  readonly participationById: DataLoader<string, (ParticipationRow & { readonly key: string }) | null>;
  /** The part that a person takes in a project at this moment. */
  readonly liveParticipation: DataLoader<{ personId: string; projectId: string }, ParticipationRow | null, string>;
  /** The latest first. */
  readonly participationsOfPerson: DataLoader<PageOf, Cut<ParticipationRow>, string>;
  readonly participationCountOfPerson: DataLoader<ListOf, number, string>;
  readonly participationsOfProject: DataLoader<PageOf, Cut<ParticipationRow>, string>;
  readonly participationCountOfProject: DataLoader<ListOf, number, string>;
}

export function participationLoaders(read: Reader): ParticipationLoaders {
  return {
    participationById: keyedLoader<ParticipationRow & { readonly key: string }>(read, PARTICIPATION_BY_ID),
    liveParticipation: new DataLoader<{ personId: string; projectId: string }, ParticipationRow | null, string>(
      async (asked) => {
        const rows = await read.rows<ParticipationRow & { key: string }>(PARTICIPATION_OF_PERSON, [
          asked.map(({ personId }) => personId),
          asked.map(({ projectId }) => projectId),
        ]);
        const byKey = new Map(rows.map((row) => [row.key, row]));
        return asked.map((one) => byKey.get(keyOf(one)) ?? null);
      },
      { cacheKeyFn: keyOf },
    ),
    participationsOfPerson: pagedLoader<ParticipationRow>(read, PARTICIPATIONS_OF_PERSON),
    participationCountOfPerson: countLoader(read, PARTICIPATIONS_OF_PERSON),
    participationsOfProject: pagedLoader<ParticipationRow>(read, PARTICIPATIONS_OF_PROJECT),
    participationCountOfProject: countLoader(read, PARTICIPATIONS_OF_PROJECT),
  };
}

function keyOf({ personId, projectId }: { readonly personId: string; readonly projectId: string }): string {
  return `${personId} ${projectId}`;
}
