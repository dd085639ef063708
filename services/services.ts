import { accounts } from './accounts/subgraph.ts';
import { delegations } from './delegations/subgraph.ts';
import { forum } from './forum/subgraph.ts';
import { network } from './network/subgraph.ts';
import { placements } from './placements/subgraph.ts';
import type { Service } from './shared/service.ts';

/** Every service there is, for those who put the portal together: the entry points, composition, the tests. */
export const services: readonly Service[] = [accounts, forum, delegations, placements, network];
