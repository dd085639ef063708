import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../../shared/idempotency/once.ts';
import type { Texts } from '../../../../shared/text/localize.rules.ts';
import { SessionDraft } from '../draft/session-draft.entity.ts';
import type { SeatRefusal } from '../draft/write-draft.ts';
import { lockProgramme } from '../lock-programme.ts';
import { difference } from './difference.rules.ts';
import { readProgramme } from './read-programme.ts';
import { writeRelease } from './write-release.ts';

export interface ReleaseProgramme {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly editionId: string;
  readonly note: Texts;
}

export type ReleaseProgrammeOutcome =
  | { readonly releaseId: string }
  | { readonly refusal: 'edition-not-found' | 'nothing-to-release' | 'idempotency-key-reused' }
  | SeatRefusal;

/** Makes the draft of an edition's programme what participants see, with a readable difference to what they saw. */
export function releaseProgramme(
  em: EntityManager,
  { actorId, idempotencyKey, editionId, note }: ReleaseProgramme,
  now: Date,
): Promise<ReleaseProgrammeOutcome> {
  const claim = { actorId, operation: 'releaseProgramme', key: idempotencyKey, input: { editionId, note } };
  return em.transactional((tx) =>
    once<ReleaseProgrammeOutcome>(tx, claim, now, async () => {
      const programme = await lockProgramme(tx, editionId);
      if (!programme) return { refusal: 'edition-not-found' };
      const { released, draft } = await readProgramme(tx, programme.edition);
      const changes = difference(released, draft);
      if (changes.length === 0) return { refusal: 'nothing-to-release' };
      const kept = draft.filter(({ isRemoved }) => !isRemoved);
      const entries = new Map(kept.map((entry) => [entry.sessionId, entry]));
      const command = 'releaseProgramme';
      const outcome = await writeRelease(tx, programme, { changes, entries, note, actorId, command }, now);
      if ('refusal' in outcome) return outcome;
      await tx.nativeDelete(SessionDraft, { edition: programme.edition, isRemoved: true });
      return { releaseId: outcome.releaseId };
    }),
  );
}
