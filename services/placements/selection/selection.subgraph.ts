import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { AdvanceApplicationResolver } from './advance/advance-application.resolver.ts';
import { noteApplicationMoved, noteDeploymentMoved } from './reserve/note-freed-place.ts';
import { RankReserveResolver } from './reserve/rank-reserve.resolver.ts';

/** Choosing among applicants, and those who come next. */
export const selectionPart: ServicePart<PlacementsContext> = {
  resolvers: [AdvanceApplicationResolver, RankReserveResolver],
  handlers: { ApplicationMoved: noteApplicationMoved, DeploymentMoved: noteDeploymentMoved },
};
