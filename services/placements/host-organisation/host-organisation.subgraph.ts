import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { AccreditationResolver } from './accreditation/accreditation.resolver.ts';
import { expireAccreditations } from './accreditation/expire-accreditations.ts';
import { HostOrganisationSchema } from './host-organisation.entity.ts';
import { HostOrganisationResolver } from './host-organisation.resolver.ts';
import { HostOrganisationType } from './host-organisation.types.ts';

/** Organisations abroad that receive volunteers. */
export const hostOrganisationPart: ServicePart<PlacementsContext> = {
  entities: [HostOrganisationSchema],
  resolvers: [HostOrganisationResolver, AccreditationResolver],
  references: {
    HostOrganisation: byLoader(
      'id',
      ({ loaders }) => loaders.hostOrganisationById,
      (row) => new HostOrganisationType(row),
    ),
  },
  upkeep: [expireAccreditations],
};
