import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { type GivenText, textsOf } from '../../../shared/text/given-texts.rules.ts';
import { Programme } from '../programme.entity.ts';
import { type ProgrammeFunding, ProgrammeStatus } from '../programme.rules.ts';
import type { GivenBudget } from './programme-form.rules.ts';

export interface CreateProgramme {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly name: readonly GivenText[];
  readonly year: number;
  readonly funding: ProgrammeFunding;
  /** ISO 3166-1 alpha-2. */
  readonly hostCountries: readonly string[];
  readonly budget: GivenBudget | null;
}

export type CreateProgrammeOutcome = { readonly programmeId: string } | { readonly refusal: 'idempotency-key-reused' };

/** Makes a programme, as a draft that those who run placements alone see. The input has been checked. */
export function createProgramme(
  em: EntityManager,
  command: CreateProgramme,
  now: Date,
): Promise<CreateProgrammeOutcome> {
  const { actorId, idempotencyKey: key, ...input } = command;
  const { name, year, funding, hostCountries, budget } = input;
  return em.transactional((tx) =>
    once<CreateProgrammeOutcome>(tx, { actorId, operation: 'createProgramme', key, input }, now, async () => {
      const id = newId('programme');
      const to = ProgrammeStatus.DRAFT;
      tx.create(Programme, {
        id,
        name: textsOf(name),
        year,
        funding,
        hostCountries: hostCountries.toSorted(),
        status: to,
        currency: budget?.currency ?? null,
        budgetMinor: budget?.amount ?? null,
        isDemo: false,
        version: 1,
      });
      const changes = [
        { field: 'status', from: null, to },
        { field: 'year', from: null, to: year },
        { field: 'funding', from: null, to: funding },
        { field: 'budget', from: null, to: budget?.amount ?? null },
        { field: 'currency', from: null, to: budget?.currency ?? null },
      ];
      audit(tx, { actorId, command: 'createProgramme', subjectId: id, changes }, now);
      publish(tx, 'ProgrammeMoved', { programmeId: id, from: null, to }, now);
      await tx.flush();
      return { programmeId: id };
    }),
  );
}
