import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FieldChange } from '../../../shared/journal/journal.entities.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { type Changed, checkVersion } from '../../form/step.rules.ts';
import type { Programme } from '../programme.entity.ts';
import { type ProgrammeFunding, ProgrammeStatus } from '../programme.rules.ts';
import { lockProgramme } from './lock-programme.ts';
import type { GivenProgramme } from './programme-form.rules.ts';

export interface ChangeProgramme {
  readonly actorId: string;
  readonly programmeId: string;
  readonly expectedVersion: number | null;
  /** Checked in itself. */
  readonly given: GivenProgramme & { readonly funding?: ProgrammeFunding | null };
}

export type ChangeProgrammeOutcome =
  | { readonly programmeId: string }
  | { readonly refusal: 'programme-not-found' | 'programme-completed' }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] }
  | { readonly refusal: 'budget-below-committed'; readonly committed: number }
  | Changed;

/**
 * Changes what a programme is: what is given, and nothing else.
 *
 * Its budget does not sink below what offers and deployments bind, and keeps its currency while they bind anything.
 */
export function changeProgramme(
  em: EntityManager,
  { actorId, programmeId, expectedVersion, given }: ChangeProgramme,
  now: Date,
): Promise<ChangeProgrammeOutcome> {
  return em.transactional(async (tx) => {
    const programme = await lockProgramme(tx, programmeId);
    if (!programme) return { refusal: 'programme-not-found' };
    const changed = checkVersion(programme.version, expectedVersion);
    if (changed) return changed;
    if (programme.status === ProgrammeStatus.COMPLETED) return { refusal: 'programme-completed' };
    const { budget } = given;
    const committed = await committedOf(tx, programmeId);
    if (budget && committed > 0 && budget.currency !== programme.currency) {
      return { refusal: 'invalid', violations: [{ path: ['budget', 'currency'], problem: 'currency-committed' }] };
    }
    if (budget && budget.amount < committed) return { refusal: 'budget-below-committed', committed };

    const changes = apply(programme, given);
    if (changes.length === 0) return { programmeId };
    audit(tx, { actorId, command: 'changeProgramme', subjectId: programmeId, changes }, now);
    publish(tx, 'ProgrammeChanged', { programmeId }, now);
    await tx.flush();
    return { programmeId };
  });
}

/** What the database has counted. Nobody adds to it while the programme is locked. */
async function committedOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.execute<{ committed_minor: string }[]>('select committed_minor from programme where id = ?', [
    id,
  ]);
  return Number(row?.committed_minor ?? 0);
}

/** Writes the change into the programme, and tells what is other than before. What people wrote is not told. */
function apply(programme: Programme, given: ChangeProgramme['given']): FieldChange[] {
  const changes: FieldChange[] = [];
  const name = given.name && textsOf(given.name);
  if (name && !isDeepStrictEqual(programme.name, name)) {
    changes.push({ field: 'name', from: null, to: null });
    programme.name = name;
  }
  if (given.year != null && given.year !== programme.year) {
    changes.push({ field: 'year', from: programme.year, to: given.year });
    programme.year = given.year;
  }
  if (given.funding != null && given.funding !== programme.funding) {
    changes.push({ field: 'funding', from: programme.funding, to: given.funding });
    programme.funding = given.funding;
  }
  const hostCountries = given.hostCountries?.toSorted();
  if (hostCountries && !isDeepStrictEqual(programme.hostCountries, hostCountries)) {
    changes.push({ field: 'hostCountries', from: null, to: null });
    programme.hostCountries = hostCountries;
  }
  const { budget } = given;
  if (budget && budget.currency !== programme.currency) {
    changes.push({ field: 'currency', from: programme.currency ?? null, to: budget.currency });
    programme.currency = budget.currency;
  }
  if (budget && budget.amount !== programme.budgetMinor) {
    changes.push({ field: 'budget', from: programme.budgetMinor ?? null, to: budget.amount });
    programme.budgetMinor = budget.amount;
  }
  return changes;
}
