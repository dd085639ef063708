import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import { badgeFile } from '../badge-print/badge-file.ts';
import type { ForumContext } from '../context.ts';
import { BadgeIdCheckSchema, BadgeSchema } from './badge.entity.ts';
import { BADGES, BadgeResolver, RegistrationBadgeResolver } from './badge.resolver.ts';
import { isAtDesk } from './badge.rules.ts';
import { BadgeType } from './badge.types.ts';
import { badgeUpkeep } from './badge-upkeep.ts';
import { BadgeActsResolver } from './desk/badge-acts.resolver.ts';
import { BadgeKeySchema } from './key/badge-key.entity.ts';
import { BadgeKeyResolver, BadgeVerificationResolver } from './key/badge-key.resolver.ts';
import { EditionZonesResolver, ZoneResolver } from './zone/zone.resolver.ts';

/** Badges: made, signed, activated at the desk, printed. */
export const badgePart: ServicePart<ForumContext> = {
  entities: [BadgeKeySchema, BadgeSchema, BadgeIdCheckSchema],
  resolvers: [
    BadgeResolver,
    BadgeActsResolver,
    BadgeKeyResolver,
    BadgeVerificationResolver,
    RegistrationBadgeResolver,
    ZoneResolver,
    EditionZonesResolver,
  ],
  references: {
    Badge: byLoader(
      'id',
      ({ loaders }) => loaders.badgeById,
      (row, { viewer }) =>
        (row.person_id !== null && row.person_id === viewer.personId) || isAtDesk(viewer, row.edition_id)
          ? new BadgeType(row)
          : null,
    ),
  },
  files: { [BADGES]: badgeFile },
  upkeep: [badgeUpkeep],
};
