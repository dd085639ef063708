import { byLoader, byReference } from '../../shared/graph/federated-schema.ts';
import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { ProgrammeAdministrationResolver } from './administration/programme-administration.resolver.ts';
import { ProgrammeSchema } from './programme.entity.ts';
import { ProgrammeResolver } from './programme.resolver.ts';
import { CountryReference, ProgrammeType } from './programme.types.ts';

/** Programmes that send volunteers abroad, and where to. */
export const programmePart: ServicePart<PlacementsContext> = {
  entities: [ProgrammeSchema],
  resolvers: [ProgrammeResolver, ProgrammeAdministrationResolver],
  references: {
    Programme: byLoader(
      'id',
      ({ loaders }) => loaders.programmeById,
      (row) => new ProgrammeType(row),
    ),
    Country: byReference('code', (code) => new CountryReference(code)),
  },
};
