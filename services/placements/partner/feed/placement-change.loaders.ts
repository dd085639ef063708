import type DataLoader from 'dataloader';
import { type PageOf, pagedLoader } from '../../../shared/database/paged-list.ts';
import type { Reader } from '../../../shared/database/statement.ts';
import type { Cut } from '../../../shared/graph/connection.rules.ts';
import type { PlacementChangeKind } from './placement-change.rules.ts';

/** A change as the graph reads it. */
export interface PlacementChangeRow {
  readonly country_code: string;
  readonly position: number;
  readonly id: string;
  readonly kind: PlacementChangeKind;
  readonly at: Date;
  readonly opening_id: string;
  readonly deployment_id: string | null;
  readonly status: string;
}

export interface PlacementChangeLoaders {
  /** Changes in a country, in the order they were committed; the owner is an ISO 3166-1 alpha-2 code. */
  readonly changesByCountry: DataLoader<PageOf, Cut<PlacementChangeRow>, string>;
}

export function placementChangeLoaders(read: Reader): PlacementChangeLoaders {
  return {
    changesByCountry: pagedLoader<PlacementChangeRow>(read, {
      name: 'placement_changes_by_country',
      columns: 'country_code, position, id, kind, at, opening_id, deployment_id, status',
      table: 'placement_change',
      owner: 'country_code',
      order: [{ column: 'position', type: 'integer' }],
    }),
  };
}
