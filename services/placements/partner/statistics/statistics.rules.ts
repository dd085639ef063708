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
 * The number of deployments in each sector in which there are any, as anybody may read it beside their total.
 *
 * A number below three is hidden together with its neighbour, the sectors being paired once and for all: so the difference
 * to the total fits more than one split, also for whoever knows this rule. A sector with none is left out, unless it is
 * such a neighbour.
 */
export function suppressSmall(counts: Readonly<Partial<Record<Sector, number>>>): SectorCount[] {
  const sectors = Object.values(Sector);
  return sectors.flatMap((sector, place): SectorCount[] => {
    // The first and the second are a pair, the third and the fourth, and so on.
    const neighbour = sectors[place % 2 === 0 ? place + 1 : place - 1];
    const deployed = counts[sector] ?? 0;
    if (isSmall(deployed) || (neighbour && isSmall(counts[neighbour] ?? 0))) return [{ sector, deployed: null }];
    return deployed === 0 ? [] : [{ sector, deployed }];
  });
}

function isSmall(deployed: number): boolean {
  return deployed > 0 && deployed < SMALLEST_SHOWN;
}

const LAST_YEAR = 9998;

/** Whether a year is one that the database can tell the first day of, and of the next one. */
export function isYear(year: number): boolean {
  return year >= 1 && year <= LAST_YEAR;
}
