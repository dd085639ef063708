/** The constraint by which the database has refused what was written; null for any other fault. */
export function violatedConstraint(fault: unknown): string | null {
  if (typeof fault !== 'object' || fault === null || !('constraint' in fault)) return null;
  return typeof fault.constraint === 'string' ? fault.constraint : null;
}
