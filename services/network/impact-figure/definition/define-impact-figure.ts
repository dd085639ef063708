import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { Texts } from '../../../shared/text/localize.rules.ts';
import type { ImpactUnit } from './figure-definition.rules.ts';

export interface DefineImpactFigure {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  /** Checked already, like all below. */
  readonly key: string;
  readonly label: Texts;
  readonly unit: ImpactUnit;
}

export type DefineImpactFigureOutcome =
  | { readonly key: string }
  | { readonly refusal: 'key-taken' | 'idempotency-key-reused' };

/** Makes a new kind of figure, listed after all others. Of two who take a key at once, one has it. */
export function defineImpactFigure(
  em: EntityManager,
  command: DefineImpactFigure,
  now: Date,
): Promise<DefineImpactFigureOutcome> {
  const { actorId, idempotencyKey, ...input } = command;
  const claim = { actorId, operation: 'defineImpactFigure', key: idempotencyKey, input };
  return em.transactional((tx) =>
    once<DefineImpactFigureOutcome>(tx, claim, now, async () => {
      const { key, label, unit } = input;
      const made = await tx.execute(
        `insert into impact_figure_definition (key, label, unit) values (?, ?::jsonb, ?)
         on conflict do nothing returning key`,
        [key, JSON.stringify(label), unit],
      );
      if (made.length === 0) return { refusal: 'key-taken' };
      const changes = [{ field: 'unit', from: null, to: unit }];
      audit(tx, { actorId, command: 'defineImpactFigure', subjectId: key, changes }, now);
      publish(tx, 'ImpactFigureDefined', { key, unit }, now);
      return { key };
    }),
  );
}
