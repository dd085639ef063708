import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit } from '../../shared/journal/journal.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import { keptSource } from '../source/source.rules.ts';
import { publishDefinition } from './publish-definition.ts';
import { SegmentDefinition } from './segment-definition.entity.ts';
import { dayBefore, type GivenDefinition, placeAmong, type SegmentName } from './segment-definition.rules.ts';

export interface DefineSegment {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly segment: SegmentName;
  /** Checked already. */
  readonly definition: GivenDefinition;
}

export type DefineSegmentOutcome =
  | { readonly definitionId: string }
  | { readonly refusal: 'overlaps'; readonly overlappingId: string }
  | { readonly refusal: 'idempotency-key-reused' };

/**
 * Says anew what a group by age means, from a day on. What it meant before stays, up to the day before.
 *
 * Holds the lock of the segment until commit, so two definitions made at once are placed one after the other.
 */
export function defineSegment(em: EntityManager, command: DefineSegment, now: Date): Promise<DefineSegmentOutcome> {
  const { actorId, idempotencyKey, ...input } = command;
  const claim = { actorId, operation: 'defineSegment', key: idempotencyKey, input };
  return em.transactional((tx) =>
    once<DefineSegmentOutcome>(tx, claim, now, async () => {
      const { segment, definition: given } = input;
      await tx.execute(`select pg_advisory_xact_lock(hashtext('segment_definition'), hashtext(?))`, [segment]);
      const place = placeAmong(await tx.find(SegmentDefinition, { segment }, { orderBy: { since: 'asc' } }), given);
      if ('refusal' in place) return { refusal: 'overlaps', overlappingId: place.with.id };
      const { givesWay } = place;
      if (givesWay) {
        givesWay.until = dayBefore(given.since);
        // Before the new one is there: they may not hold on the same day, not even for a moment.
        await tx.flush();
      }
      const source = given.source && keptSource(given.source);
      const definition = tx.create(SegmentDefinition, {
        id: newId('segment_definition'),
        segment,
        minimumAge: given.minimumAge,
        maximumAge: given.maximumAge,
        since: given.since,
        until: given.until,
        description: textsOf(given.description),
        sourceTitle: source?.title ?? null,
        sourceUrl: source?.url ?? null,
        sourcePublishedOn: source?.publishedOn ?? null,
      });
      const changes = [
        { field: 'standing', from: givesWay?.id ?? null, to: definition.id },
        { field: 'minimumAge', from: givesWay?.minimumAge ?? null, to: given.minimumAge },
        { field: 'maximumAge', from: givesWay?.maximumAge ?? null, to: given.maximumAge },
      ];
      audit(tx, { actorId, command: 'defineSegment', subjectId: definition.id, changes }, now);
      publishDefinition(tx, definition, now);
      return { definitionId: definition.id };
    }),
  );
}
