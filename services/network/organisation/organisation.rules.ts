import { foldWords } from '../../shared/names/fold.rules.ts';
import type { TransitionTable } from '../../shared/state-machine.rules.ts';
import { checkTexts, type GivenText } from '../../shared/text/given-texts.rules.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import { aboutTexts, checkLink, checkRegion, type FormViolation } from '../form/form.rules.ts';
import type { RegisterActor } from '../form/step.rules.ts';

export enum OrganisationStatus {
  SUBMITTED = 'SUBMITTED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  SUSPENDED = 'SUSPENDED',
  CLOSED = 'CLOSED',
}

const { SUBMITTED, APPROVED, REJECTED, SUSPENDED, CLOSED } = OrganisationStatus;

/** The life of an organisation in the register. */
export const organisationTransitions: TransitionTable<OrganisationStatus, RegisterActor> = [
  { from: SUBMITTED, to: APPROVED, by: ['administrator'] },
  { from: SUBMITTED, to: REJECTED, by: ['administrator'] },
  { from: APPROVED, to: SUSPENDED, by: ['administrator'] },
  { from: SUSPENDED, to: APPROVED, by: ['administrator'] },
  { from: SUBMITTED, to: CLOSED, by: ['owner'] },
  { from: APPROVED, to: CLOSED, by: ['owner', 'administrator'] },
  { from: SUSPENDED, to: CLOSED, by: ['owner', 'administrator'] },
];

/** States in which anyone may see an organisation. */
export const PUBLIC_ORGANISATIONS: readonly OrganisationStatus[] = [APPROVED];
/** Decisions that take something away, and are told with a reason. */
export const REASONED: readonly OrganisationStatus[] = [REJECTED, SUSPENDED, CLOSED];

export const NAME_LENGTH = 200;

/** An organisation as somebody submits it. */
export interface GivenOrganisation {
  readonly name: readonly GivenText[];
  readonly regionCode: string;
  readonly webAddress: string | null;
}

/** Everything wrong with an organisation, given the regions there are. */
export function checkOrganisation(
  { name, regionCode, webAddress }: GivenOrganisation,
  regionCodes: readonly string[],
): readonly FormViolation[] {
  return [
    ...aboutTexts(checkTexts(['name'], name, { maximum: NAME_LENGTH, required: true })),
    ...checkRegion(['regionCode'], regionCode, regionCodes),
    ...checkLink(['webAddress'], webAddress),
  ];
}

/** What organisations are searched and sorted by: the words of their names in every language, each after a space. */
export function foldedName(name: Texts): string {
  const words = Object.entries(name)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, text]) => foldWords(text));
  return [...new Set(words)].map((word) => ` ${word}`).join('');
}
