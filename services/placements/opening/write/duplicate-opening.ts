import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { Opening } from '../opening.entity.ts';
import { checkPlace, placeOf, writeDraft } from './draft-opening.ts';
import { checkDates, type OpeningDates } from './opening-form.rules.ts';

export interface DuplicateOpening extends OpeningDates {
  readonly viewer: Viewer;
  readonly idempotencyKey: string | null;
  readonly openingId: string;
  /** Null for the same programme. */
  readonly programmeId: string | null;
}

export type DuplicateOpeningOutcome =
  | { readonly openingId: string }
  | { readonly refusal: 'opening-not-found' | 'programme-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] };

/** Writes a draft that says what another opening of the host says, with dates of its own. Strangers find none to copy. */
export function duplicateOpening(
  em: EntityManager,
  command: DuplicateOpening,
  now: Date,
): Promise<DuplicateOpeningOutcome> {
  const { viewer, idempotencyKey: key, ...input } = command;
  const claim = { actorId: personOf(viewer), operation: 'duplicateOpening', key, input };
  return em.transactional((tx) =>
    once<DuplicateOpeningOutcome>(tx, claim, now, async () => {
      const { startsOn, endsOn, applicationDeadline } = input;
      const model = await tx.findOne(Opening, input.openingId);
      if (!model) return { refusal: 'opening-not-found' };
      const place = await placeOf(tx, {
        viewer,
        programmeId: input.programmeId ?? model.programme.id,
        hostOrganisationId: model.hostOrganisation.id,
      });
      if ('refusal' in place) {
        const { refusal } = place;
        return { refusal: refusal === 'programme-not-found' ? refusal : 'opening-not-found' };
      }
      const dates = { startsOn, endsOn, applicationDeadline };
      const violations = [...checkPlace(place), ...checkDates(dates, place.hostOrganisation.timeZone)];
      if (violations.length > 0) return { refusal: 'invalid', violations };
      const { title, description, tasks, sector, city, positions, requirements, entitlements, clearances } = model;
      const openingId = await writeDraft(
        tx,
        {
          ...place,
          ...dates,
          ...{ title, description, tasks, sector, city, positions, requirements, entitlements, clearances },
        },
        { actorId: claim.actorId, command: 'duplicateOpening' },
        now,
      );
      return { openingId };
    }),
  );
}
