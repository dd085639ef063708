import type { EntityManager } from '@mikro-orm/postgresql';
import { audit } from '../../../shared/journal/journal.ts';
import { Edition } from '../../edition/edition.entity.ts';
import { DeadlineExtension } from './deadline-extension.entity.ts';

export interface ExtendDeadline {
  readonly actorId: string;
  readonly editionId: string;
  readonly personId: string;
  readonly until: Date;
  readonly reason: string | null;
}

export type ExtendDeadlineOutcome =
  | { readonly until: Date }
  | { readonly refusal: 'edition-not-found' }
  | { readonly refusal: 'outside-edition'; readonly earliest: Date; readonly latest: Date | null };

/**
 * Gives one person their own deadline for an edition, later or earlier than one they were given before.
 *
 * It lies in the future and before the edition starts.
 */
export function extendDeadline(
  em: EntityManager,
  { actorId, editionId, personId, until, reason }: ExtendDeadline,
  now: Date,
): Promise<ExtendDeadlineOutcome> {
  return em.transactional(async (tx) => {
    const edition = await tx.findOne(Edition, editionId);
    if (!edition) return { refusal: 'edition-not-found' };
    const latest = edition.startsAt ?? null;
    if (until <= now || (latest !== null && until > latest)) {
      return { refusal: 'outside-edition', earliest: now, latest };
    }
    const earlier = await tx.findOne(DeadlineExtension, { edition, personId });
    const changes = [
      { field: 'edition', from: null, to: editionId },
      { field: 'until', from: earlier?.until.toISOString() ?? null, to: until.toISOString() },
    ];
    await tx.upsert(DeadlineExtension, { edition: editionId, personId, until });
    audit(tx, { actorId, command: 'extendRegistrationDeadline', subjectId: personId, changes, reason }, now);
    return { until };
  });
}
