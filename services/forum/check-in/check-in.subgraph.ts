import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import { isAtDesk } from '../badge/badge.rules.ts';
import type { ForumContext } from '../context.ts';
import { ScanResolver } from './check-in.resolver.ts';
import { EditionConflictsResolver } from './conflict/edition-conflicts.resolver.ts';
import { PresenceResolver } from './presence/presence.resolver.ts';
import { ScanType } from './scan.types.ts';
import { EditionScansResolver, SCANS } from './scans-file.resolver.ts';
import { scansFile } from './scans-file.ts';

/** What the doors see: scans, their conflicts, and who is inside. */
export const checkInPart: ServicePart<ForumContext> = {
  resolvers: [ScanResolver, EditionConflictsResolver, EditionScansResolver, PresenceResolver],
  references: {
    Scan: byLoader(
      'id',
      ({ loaders }) => loaders.scanById,
      (row, { viewer }) => (isAtDesk(viewer, row.edition_id) ? new ScanType(row) : null),
    ),
  },
  files: { [SCANS]: scansFile },
};
