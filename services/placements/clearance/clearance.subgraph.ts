import type { ServicePart } from '../../shared/service-part.ts';
import type { PlacementsContext } from '../context.ts';
import { ClearanceResolver } from './clearance.resolver.ts';

/** What is checked about applicants. */
export const clearancePart: ServicePart<PlacementsContext> = { resolvers: [ClearanceResolver] };
