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
 * Hidden are numbers below three, zero among them, and one more: the next sector that is not small. Which one that is
 * follows from which are small, and not from how large it is; so the difference to the total fits every smaller or larger
 * split, also for whoever knows this rule.
 */
export function suppressSmall(counts: Readonly<Partial<Record<Sector, number>>>): SectorCount[] {
  const all = Object.values(Sector).map((sector) => ({ sector, deployed: counts[sector] ?? 0 }));
  const isSmall = ({ deployed }: { deployed: number }) => deployed < SMALLEST_SHOWN;
  const lastSmall = all.findLastIndex(isSmall);
  const inTurn = [...all.slice(lastSmall + 1), ...all.slice(0, lastSmall + 1)];
  const beside = lastSmall < 0 ? undefined : inTurn.find((one) => !isSmall(one));
  return all.map((one) => ({ sector: one.sector, deployed: isSmall(one) || one === beside ? null : one.deployed }));
}

const LAST_YEAR = 9998;

/** Whether a year is one that the database can tell the first day of, and of the next one. */
export function isYear(year: number): boolean {
  return year >= 1 && year <= LAST_YEAR;
}
