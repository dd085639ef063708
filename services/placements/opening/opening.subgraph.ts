import { byLoader } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { closeDueOpenings } from './life/close-due-openings.ts';
import { OpeningLifeResolver } from './life/opening-life.resolver.ts';
import { OpeningSchema } from './opening.entity.ts';
import { CountryOpeningsResolver, HostOpeningsResolver, OpeningResolver } from './opening.resolver.ts';
import { OpeningType } from './opening.types.ts';
import { OpeningsResolver } from './search/openings.resolver.ts';
import { EntitlementResolver, TermsResolver } from './terms/terms.resolver.ts';
import { WriteOpeningResolver } from './write/write-opening.resolver.ts';

/** Placements that volunteers are sought for. */
export const openingPart: ServicePart<PlacementsContext> = {
  entities: [OpeningSchema],
  resolvers: [
    OpeningResolver,
    OpeningsResolver,
    CountryOpeningsResolver,
    HostOpeningsResolver,
    TermsResolver,
    EntitlementResolver,
    WriteOpeningResolver,
    OpeningLifeResolver,
  ],
  references: {
    Opening: byLoader(
      'id',
      ({ loaders }) => loaders.openingById,
      (row, _context, { asking }) => new OpeningType(row, asking),
    ),
  },
  upkeep: [closeDueOpenings],
};
