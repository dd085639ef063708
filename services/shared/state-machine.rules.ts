/** One step a thing may take, and who may take it. */
export interface Transition<State extends string, Actor extends string> {
  readonly from: State;
  readonly to: State;
  readonly by: readonly Actor[];
}

/** A state machine: every step there is. What is not listed cannot happen. */
export type TransitionTable<State extends string, Actor extends string> = readonly Transition<State, Actor>[];

/** Where a thing may go from a state by the hand of an actor, in the order of the table. */
export function transitionsFrom<State extends string, Actor extends string>(
  table: TransitionTable<State, Actor>,
  from: State,
  actor: Actor,
): State[] {
  return table.filter((step) => step.from === from && step.by.includes(actor)).map((step) => step.to);
}
