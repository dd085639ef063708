import { type TransitionTable, transitionsFrom } from '../../shared/state-machine.rules.ts';

/** A step that somebody asks for. */
export interface Step<State extends string, Actor extends string> {
  readonly to: State;
  /** In which capacities; one of them is enough. */
  readonly by: readonly Actor[];
  /** The version the step was decided from; null to take it from whatever is there. */
  readonly expectedVersion: number | null;
}

export type Changed = { readonly refusal: 'version-conflict'; readonly currentVersion: number };
export type StepRefusal =
  | Changed
  | {
      readonly refusal: 'invalid-transition';
      readonly from: string;
      readonly to: string;
      readonly allowed: readonly string[];
    };

/** The refusal of whoever decided from another version than the present one; null where there is nothing to refuse. */
export function checkVersion(version: number, expected: number | null): Changed | null {
  return expected !== null && expected !== version ? { refusal: 'version-conflict', currentVersion: version } : null;
}

/** Why something may not take a step, or null. */
export function checkStep<State extends string, Actor extends string>(
  table: TransitionTable<State, Actor>,
  { status, version }: { readonly status: State; readonly version: number },
  { to, by, expectedVersion }: Step<State, Actor>,
): StepRefusal | null {
  const changed = checkVersion(version, expectedVersion);
  if (changed) return changed;
  const allowed = stepsFrom(table, status, by);
  return allowed.includes(to) ? null : { refusal: 'invalid-transition', from: status, to, allowed };
}

/** Where some may take something from a state, in the order of the table. */
export function stepsFrom<State extends string, Actor extends string>(
  table: TransitionTable<State, Actor>,
  from: State,
  by: readonly Actor[],
): State[] {
  const reached = by.flatMap((actor) => transitionsFrom(table, from, actor));
  return [...new Set(table.map(({ to }) => to))].filter((to) => reached.includes(to));
}
