import { holds, type Viewer } from '../../shared/access/access.rules.ts';
import { type TransitionTable, transitionsFrom } from '../../shared/state-machine.rules.ts';

/** Who takes the steps of the network's registers: those who moderate, and those whom an entry belongs to. */
export type RegisterActor = 'administrator' | 'owner';

/** A step that somebody asks for. */
export interface Step<State extends string> {
  readonly to: State;
  readonly by: readonly RegisterActor[];
  /** The version the step was decided from; null to take it from whatever is there. */
  readonly expectedVersion: number | null;
}

export type StepRefusal =
  | { readonly refusal: 'version-conflict'; readonly currentVersion: number }
  | {
      readonly refusal: 'invalid-transition';
      readonly from: string;
      readonly to: string;
      readonly allowed: readonly string[];
    };

/** Why an entry of a register may not take a step, or null. */
export function checkStep<State extends string>(
  table: TransitionTable<State, RegisterActor>,
  { status, version }: { readonly status: State; readonly version: number },
  { to, by, expectedVersion }: Step<State>,
): StepRefusal | null {
  if (expectedVersion !== null && expectedVersion !== version) {
    return { refusal: 'version-conflict', currentVersion: version };
  }
  const allowed = stepsFrom(table, status, by);
  return allowed.includes(to) ? null : { refusal: 'invalid-transition', from: status, to, allowed };
}

/** Where some may take an entry from a state, in the order of the table. */
export function stepsFrom<State extends string>(
  table: TransitionTable<State, RegisterActor>,
  from: State,
  by: readonly RegisterActor[],
): State[] {
  const reached = by.flatMap((actor) => transitionsFrom(table, from, actor));
  return [...new Set(table.map(({ to }) => to))].filter((to) => reached.includes(to));
}

/** Whether a viewer moderates the network's registers. */
export function moderates(viewer: Viewer): boolean {
  return holds(viewer, ['ADMINISTRATOR'], { kind: 'ALL', id: null });
}

/** What a viewer is to an entry that belongs to some people; empty for a stranger. */
export function actorsOf(viewer: Viewer, ownerIds: readonly (string | null)[]): readonly RegisterActor[] {
  const owns = viewer.personId !== null && ownerIds.includes(viewer.personId);
  return [...(moderates(viewer) ? (['administrator'] as const) : []), ...(owns ? (['owner'] as const) : [])];
}
