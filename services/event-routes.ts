import type { EventRoutes } from './shared/events/event.ts';

/**
 * Which services act on which events. Publishers learn it from here, since they do not know each other; a service's
 * `handlers` are the other half.
 */
export const eventRoutes: EventRoutes = {
  EditionFinished: ['accounts'],
  ErasureRequested: ['accounts', 'forum', 'delegations', 'placements', 'network'],
  ErasureSettled: ['accounts'],
  HeadOfDelegationNamed: ['accounts'],
};
