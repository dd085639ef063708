import { ApplicationOutcome, ApplicationStatus, applicationTransitions } from '../../application/application.rules.ts';
import { OpeningStatus } from '../opening.rules.ts';

/** Applications that may still be told that they are not selected: all before an offer. */
export const IN_SELECTION: readonly ApplicationStatus[] = applicationTransitions
  .filter(({ to, by }) => to === ApplicationStatus.NOT_SELECTED && by.includes('portal'))
  .map(({ from }) => from);

const { PREFERRED, RESERVE, CLEARANCE } = ApplicationStatus;

/** Found fit to serve; it was the number of positions that stood in their way. */
const FOUND_FIT: readonly ApplicationStatus[] = [PREFERRED, RESERVE, CLEARANCE];

/** Why whoever is left is not selected, by where they stood: where all positions are filled, some were fit all the same. */
export function farewells(
  to: OpeningStatus,
): readonly { readonly outcome: ApplicationOutcome; readonly from: readonly ApplicationStatus[] }[] {
  const wereFit = to === OpeningStatus.FILLED ? FOUND_FIT : [];
  return [
    { outcome: ApplicationOutcome.POSITIONS_FILLED, from: wereFit },
    {
      outcome: ApplicationOutcome.OTHERS_FITTED_BETTER,
      from: IN_SELECTION.filter((status) => !wereFit.includes(status)),
    },
  ].filter(({ from }) => from.length > 0);
}
