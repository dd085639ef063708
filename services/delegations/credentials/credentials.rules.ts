import { transitionsFrom } from '../../shared/state-machine.rules.ts';
import { NominationStatus, nominationTransitions } from '../nomination/nomination.rules.ts';

/** What is looked at in somebody's credentials. Source: practice of treaty secretariats. */
export enum CredentialsItem {
  ISSUER = 'ISSUER',
  SIGNATORY = 'SIGNATORY',
  AUTHORITY = 'AUTHORITY',
  PLACE_AND_DATE = 'PLACE_AND_DATE',
  NAMES_MATCH = 'NAMES_MATCH',
  DOCUMENT_VALID = 'DOCUMENT_VALID',
}
export const CREDENTIALS_ITEMS: readonly CredentialsItem[] = Object.values(CredentialsItem);

export enum CredentialsDecision {
  APPROVE = 'APPROVE',
  ADMIT_PROVISIONALLY = 'ADMIT_PROVISIONALLY',
  HOLD = 'HOLD',
  RETURN = 'RETURN',
  REJECT = 'REJECT',
}

/** Where somebody's credentials are: what the state of the nomination means to those who check them. */
export enum CredentialsStatus {
  AWAITED = 'AWAITED',
  SUBMITTED = 'SUBMITTED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  PROVISIONALLY_ADMITTED = 'PROVISIONALLY_ADMITTED',
  APPROVED = 'APPROVED',
  ON_HOLD = 'ON_HOLD',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  VOID = 'VOID',
}

const { DRAFT, NOMINATED, CLAIMING, CONFIRMED, UNDER_REVIEW, PRE_APPROVED, APPROVED } = NominationStatus;
const { ON_HOLD, RETURNED, REJECTED, WITHDRAWN, REPLACED } = NominationStatus;

const STATUS: Readonly<Record<NominationStatus, CredentialsStatus>> = {
  [DRAFT]: CredentialsStatus.AWAITED,
  [NOMINATED]: CredentialsStatus.AWAITED,
  [CLAIMING]: CredentialsStatus.AWAITED,
  [CONFIRMED]: CredentialsStatus.SUBMITTED,
  [UNDER_REVIEW]: CredentialsStatus.UNDER_REVIEW,
  [PRE_APPROVED]: CredentialsStatus.PROVISIONALLY_ADMITTED,
  [APPROVED]: CredentialsStatus.APPROVED,
  [ON_HOLD]: CredentialsStatus.ON_HOLD,
  [RETURNED]: CredentialsStatus.RETURNED,
  [REJECTED]: CredentialsStatus.REJECTED,
  [WITHDRAWN]: CredentialsStatus.VOID,
  [REPLACED]: CredentialsStatus.VOID,
};

export function credentialsStatusOf(nomination: NominationStatus): CredentialsStatus {
  return STATUS[nomination];
}

const LEADS_TO: Readonly<Record<CredentialsDecision, NominationStatus>> = {
  [CredentialsDecision.APPROVE]: APPROVED,
  [CredentialsDecision.ADMIT_PROVISIONALLY]: PRE_APPROVED,
  [CredentialsDecision.HOLD]: ON_HOLD,
  [CredentialsDecision.RETURN]: RETURNED,
  [CredentialsDecision.REJECT]: REJECTED,
};

/** Where a decision takes a nomination. */
export function stateAfter(decision: CredentialsDecision): NominationStatus {
  return LEADS_TO[decision];
}

/** Decisions that leave something to decide, and so may be taken again with more of the checklist met. */
const REPEATED: readonly NominationStatus[] = [PRE_APPROVED, ON_HOLD];

/**
 * The steps by which a decision takes a nomination from its state, in order: one, or two where it is taken up and decided
 * in one act; none where the same is decided again. Null where the decision cannot be taken.
 */
export function stepsTo(from: NominationStatus, decision: CredentialsDecision): readonly NominationStatus[] | null {
  const to = stateAfter(decision);
  if (from === to && REPEATED.includes(to)) return [];
  const direct = transitionsFrom(nominationTransitions, from, 'accreditation-officer');
  if (direct.includes(to)) return [to];
  const onceTakenUp = transitionsFrom(nominationTransitions, UNDER_REVIEW, 'accreditation-officer');
  return direct.includes(UNDER_REVIEW) && onceTakenUp.includes(to) ? [UNDER_REVIEW, to] : null;
}

/**
 * The steps by which an officer takes up a nomination: none where it is being worked on, or provisionally admitted, and
 * only wants somebody to own it. Null where there is nothing to take up.
 */
export function stepsToTakeUp(from: NominationStatus): readonly NominationStatus[] | null {
  if (from === UNDER_REVIEW || from === PRE_APPROVED) return [];
  const direct = transitionsFrom(nominationTransitions, from, 'accreditation-officer');
  return direct.includes(UNDER_REVIEW) ? [UNDER_REVIEW] : null;
}

/** One line of a checklist, as an officer ticks it. */
export interface CheckedItem {
  readonly item: CredentialsItem;
  readonly met: boolean;
}

/** What is met once an officer has ticked these lines, in the order of the list. What they do not name stays as it was. */
export function metAfter(
  met: readonly CredentialsItem[],
  checklist: readonly CheckedItem[],
): readonly CredentialsItem[] {
  const ticked = new Map(checklist.map((line) => [line.item, line.met]));
  return CREDENTIALS_ITEMS.filter((item) => ticked.get(item) ?? met.includes(item));
}

export function missingFrom(met: readonly CredentialsItem[]): readonly CredentialsItem[] {
  return CREDENTIALS_ITEMS.filter((item) => !met.includes(item));
}

export const NOTE_LENGTH = 2000;

/** Decisions that say why. */
const NEEDS_NOTE: readonly CredentialsDecision[] = [
  CredentialsDecision.HOLD,
  CredentialsDecision.RETURN,
  CredentialsDecision.REJECT,
];

export interface CredentialsViolation {
  readonly path: readonly string[];
  readonly problem: 'REPEATED_ITEM' | 'NOTE_REQUIRED' | 'BLANK' | 'TOO_LONG';
}

/** Everything wrong with a decision, in the order of the form. */
export function checkDecision(
  decision: CredentialsDecision,
  checklist: readonly CheckedItem[],
  note: string | null,
): readonly CredentialsViolation[] {
  const repeated = checklist.flatMap(({ item }, index) =>
    checklist.findIndex((line) => line.item === item) < index
      ? [{ path: ['checklist', String(index), 'item'], problem: 'REPEATED_ITEM' as const }]
      : [],
  );
  return [...repeated, ...checkNote(note, NEEDS_NOTE.includes(decision))];
}

/** What is wrong with a note that says why, or with its absence. */
export function checkNote(note: string | null, isNeeded: boolean): readonly CredentialsViolation[] {
  const path = ['note'];
  if (note === null) return isNeeded ? [{ path, problem: 'NOTE_REQUIRED' }] : [];
  if (note.trim() === '') return [{ path, problem: isNeeded ? 'NOTE_REQUIRED' : 'BLANK' }];
  return [...note].length > NOTE_LENGTH ? [{ path, problem: 'TOO_LONG' }] : [];
}

/** Who has brought somebody's credentials in, and whose they are. */
export interface BroughtIn {
  readonly personId: string | null;
  readonly nominatedById: string | null;
  /** Who put them forward again with another spelling; null for nobody. */
  readonly correctedById: string | null;
}

/** Whether somebody may check credentials as a second pair of eyes: not their own, and none that they brought in. */
export function isSecondPairOfEyes(officerId: string, { personId, nominatedById, correctedById }: BroughtIn): boolean {
  return ![personId, nominatedById, correctedById].includes(officerId);
}
