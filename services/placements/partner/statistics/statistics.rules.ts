import { DeploymentStatus } from '../../deployment/deployment.rules.ts';
import { Sector } from '../../opening/opening.rules.ts';

const { SERVING, ON_LEAVE, SUSPENDED, ENDING } = DeploymentStatus;

/** Deployments in which somebody serves at present, on leave or suspended among them. */
export const IN_SERVICE: readonly DeploymentStatus[] = [SERVING, ON_LEAVE, SUSPENDED, ENDING];

/** A breakdown shows no number below this: behind it stand people whom somebody may know. */
export const SMALLEST_SHOWN = 3;

export interface SectorCount {
  readonly sector: Sector;
  /** Null where it is suppressed. */
  readonly deployed: number | null;
}

/**
 * The number of deployments in each sector, as anybody may read it beside their total: every sector, in one order.
 *
 * Hidden are numbers below three, zero among them, so that nobody tells one from none; and as many of the smallest others
 * as it takes for the difference to the total to fit several answers. With less than two left to show, all are hidden.
 */
export function suppressSmall(counts: Readonly<Partial<Record<Sector, number>>>): SectorCount[] {
  const all = Object.values(Sector).map((sector) => ({ sector, deployed: counts[sector] ?? 0 }));
  const smallestFirst = all.toSorted((one, other) => one.deployed - other.deployed);
  let hidden = smallestFirst.filter(({ deployed }) => deployed < SMALLEST_SHOWN).length;
  while (hidden < all.length && givesAway(smallestFirst.slice(0, hidden))) hidden += 1;
  if (all.length - hidden < 2) hidden = all.length;
  const shown = new Set(smallestFirst.slice(hidden).map(({ sector }) => sector));
  return all.map(({ sector, deployed }) => ({ sector, deployed: shown.has(sector) ? deployed : null }));
}

/** Whether the sum of hidden numbers leaves each of them one value: a single one, or all as large as they can be. */
function givesAway(hidden: readonly { readonly deployed: number }[]): boolean {
  const sum = hidden.reduce((total, { deployed }) => total + deployed, 0);
  const people = hidden.some(({ deployed }) => deployed > 0);
  return people && (hidden.length === 1 || sum === hidden.length * (SMALLEST_SHOWN - 1));
}

const LAST_YEAR = 9998;

/** Whether a year is one that the database can tell the first day of, and of the next one. */
export function isYear(year: number): boolean {
  return year >= 1 && year <= LAST_YEAR;
}
