import type { EntityManager } from '@mikro-orm/postgresql';
import { publish } from '../../shared/journal/journal.ts';

/** Tells whoever sorts people by age what a group means from now on. An earlier definition ends where this one begins. */
export function publishDefinition(
  tx: EntityManager,
  definition: {
    readonly id: string;
    readonly segment: string;
    readonly minimumAge: number;
    readonly maximumAge?: number | null;
    readonly since?: string | null;
    readonly until?: string | null;
  },
  now: Date,
): void {
  const { id: definitionId, segment, minimumAge, maximumAge = null, since = null, until = null } = definition;
  publish(tx, 'SegmentDefined', { definitionId, segment, minimumAge, maximumAge, since, until }, now);
}
