import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { OpeningSchema } from './opening.entity.ts';
import { CountryOpeningsResolver, OpeningResolver } from './opening.resolver.ts';
import { OpeningType } from './opening.types.ts';
import { OpeningsResolver } from './search/openings.resolver.ts';

/** Placements that volunteers are sought for. */
export const openingPart: ServicePart<PlacementsContext> = {
  entities: [OpeningSchema],
  resolvers: [OpeningResolver, OpeningsResolver, CountryOpeningsResolver],
  references: {
    Opening: byLoader(
      'id',
      ({ loaders }) => loaders.openingById,
      (row, _context, { asking }) => new OpeningType(row, asking),
    ),
  },
};
