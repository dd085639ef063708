import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import { AvailabilitySchema } from '../availability/availability.entity.ts';
import type { ForumContext } from '../context.ts';
import { editionNotices } from '../notice/edition-notices.ts';
import { ChangeCapacityResolver } from './administration/capacity/change-capacity.resolver.ts';
import { EditionDetailsResolver } from './administration/details/edition-details.resolver.ts';
import { SuggestedHostResolver } from './administration/host/suggested-host.resolver.ts';
import { retentionUpkeep } from './administration/retention/forget-texts.ts';
import { ChangeEditionStatusResolver } from './administration/status/change-edition-status.resolver.ts';
import { editionUpkeep } from './administration/status/edition-upkeep.ts';
import { scheduleUpkeep } from './administration/tell-schedule.ts';
import { EditionSchema } from './edition.entity.ts';
import { EditionResolver } from './edition.resolver.ts';
import { EditionType } from './edition.types.ts';

/** Editions, their calendar and their seats. */
export const editionPart: ServicePart<ForumContext> = {
  entities: [EditionSchema, AvailabilitySchema],
  resolvers: [
    EditionResolver,
    EditionDetailsResolver,
    ChangeEditionStatusResolver,
    ChangeCapacityResolver,
    SuggestedHostResolver,
  ],
  references: {
    ForumEdition: byLoader(
      'id',
      ({ loaders }) => loaders.editionById,
      (row) => new EditionType(row),
    ),
  },
  handlers: { ...editionNotices },
  upkeep: [editionUpkeep, retentionUpkeep, scheduleUpkeep],
};
