import type { EntityManager } from '@mikro-orm/postgresql';

/** The constraint by which the database keeps two services of one person apart. */
const NO_OVERLAP = 'deployment_no_overlap';

/**
 * Acts in a transaction, and once more where another service of the same person came between: the second time it is
 * there to be read, and to be told of.
 */
export async function againOnOverlap<Outcome>(
  em: EntityManager,
  act: (tx: EntityManager) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    return await em.fork().transactional(act);
  } catch (fault) {
    if (violatedConstraint(fault) !== NO_OVERLAP) throw fault;
    return em.fork().transactional(act);
  }
}

/** The constraint by which the database has refused what was written; null for any other fault. */
function violatedConstraint(fault: unknown): string | null {
  if (typeof fault !== 'object' || fault === null || !('constraint' in fault)) return null;
  return typeof fault.constraint === 'string' ? fault.constraint : null;
}
