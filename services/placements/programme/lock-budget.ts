import type { EntityManager } from '@mikro-orm/postgresql';
import type { BudgetShort, ProgrammeStatus } from './programme.rules.ts';

/** A programme's means, in the smallest unit of its currency. */
export interface LockedBudget {
  readonly status: ProgrammeStatus;
  /** ISO 4217; null with the budget. */
  readonly currency: string | null;
  readonly budget: number | null;
  readonly committed: number;
}

/** A programme's means, which stay as they are until commit: whoever binds some of them waits. */
export async function lockBudget(tx: EntityManager, programmeId: string): Promise<LockedBudget> {
  const [row] = await tx.execute<
    { status: ProgrammeStatus; currency: string | null; budget_minor: string | null; committed_minor: string }[]
  >('select status, currency, budget_minor, committed_minor from programme where id = ? for update', [programmeId]);
  if (!row) throw new Error(`the programme ${programmeId} is gone`);
  const { status, currency, budget_minor: budget, committed_minor: committed } = row;
  return { status, currency, budget: budget === null ? null : Number(budget), committed: Number(committed) };
}

/** What is short where so much more is needed of a budget; null where it is covered, and where no budget is known. */
export function budgetShort({ currency, budget, committed }: LockedBudget, needed: number): BudgetShort | null {
  if (currency === null || budget === null || committed + needed <= budget) return null;
  return { budget, committed, needed, currency };
}
