/** Why days cannot be a leave, by the place in the input and the day they are measured by. */
export interface LeaveProblem {
  readonly refusal: 'invalid-day';
  readonly path: readonly string[];
  readonly problem: 'IN_FUTURE' | 'NOT_BEFORE' | 'NOT_AFTER';
  readonly day: string;
}

/** Leave begins today or has begun, lies within the service, and ends no earlier than it begins. Null where it does. */
export function checkLeave(
  { from, until }: { readonly from: string; readonly until: string },
  service: { readonly today: string; readonly enteredOn?: string | null; readonly endsOn: string },
): LeaveProblem | null {
  const { today, enteredOn, endsOn } = service;
  if (from > today) return refused('from', 'IN_FUTURE', today);
  if (enteredOn != null && from < enteredOn) return refused('from', 'NOT_BEFORE', enteredOn);
  if (until < from) return refused('until', 'NOT_BEFORE', from);
  return until > endsOn ? refused('until', 'NOT_AFTER', endsOn) : null;
}

/** The last day of a leave lies between its first and today. Null where it does. */
export function checkLeaveEnd(
  on: string,
  leave: { readonly today: string; readonly fromOn: string },
): LeaveProblem | null {
  if (on > leave.today) return refused('on', 'IN_FUTURE', leave.today);
  return on < leave.fromOn ? refused('on', 'NOT_BEFORE', leave.fromOn) : null;
}

function refused(field: string, problem: LeaveProblem['problem'], day: string): LeaveProblem {
  return { refusal: 'invalid-day', path: [field], problem, day };
}
