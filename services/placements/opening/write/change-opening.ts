import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import type { FieldChange } from '../../../shared/journal/journal.entities.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { type Changed, checkVersion } from '../../form/step.rules.ts';
import { Programme } from '../../programme/programme.entity.ts';
import { keysOf, lockOpening } from '../move-opening.ts';
import type { Opening } from '../opening.entity.ts';
import { actorsOnOpening, mayChange, OpeningStatus, type Sector } from '../opening.rules.ts';
import { positionsOf } from '../positions.ts';
import {
  checkDates,
  checkOpening,
  entitlementsOf,
  type GivenOpening,
  type OpeningDates,
  requirementsOf,
} from './opening-form.rules.ts';

export interface ChangeOpening {
  readonly viewer: Viewer;
  readonly openingId: string;
  readonly expectedVersion: number | null;
  /** What is absent stays as it is. */
  readonly given: GivenOpening & Partial<OpeningDates> & { readonly sector?: Sector };
}

export type ChangeOpeningOutcome =
  | { readonly openingId: string }
  | { readonly refusal: 'opening-not-found' }
  | { readonly refusal: 'opening-not-changeable'; readonly status: OpeningStatus }
  | { readonly refusal: 'positions-taken'; readonly offered: number; readonly filled: number }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] }
  | Changed;

/**
 * Changes what an opening says: what is given, and nothing else. Its dates are checked as they would be afterwards.
 *
 * The database numbers its terms: a change of them after somebody applied makes a new version, which applicants confirm.
 * Whoever applies or is offered a position meanwhile waits for the opening's lock.
 */
export function changeOpening(
  em: EntityManager,
  { viewer, openingId, expectedVersion, given }: ChangeOpening,
  now: Date,
): Promise<ChangeOpeningOutcome> {
  return em.transactional(async (tx) => {
    const opening = await lockOpening(tx, openingId);
    const by = opening ? actorsOnOpening(viewer, opening.hostOrganisation.id) : [];
    if (!opening || by.length === 0) return { refusal: 'opening-not-found' };
    const changed = checkVersion(opening.version, expectedVersion);
    if (changed) return changed;
    const { status } = opening;
    if (!mayChange(status, by)) return { refusal: 'opening-not-changeable', status };
    const violations = await violationsIn(tx, opening, given, now);
    if (violations.length > 0) return { refusal: 'invalid', violations };
    const { offered, filled } = await positionsOf(tx, openingId);
    if (given.positions !== undefined && given.positions < offered + filled) {
      return { refusal: 'positions-taken', offered, filled };
    }

    const changes = apply(opening, given);
    if (changes.length === 0) return { openingId };
    const { termsVersion } = opening;
    opening.termsChangedAt = changes.some(({ field }) => TERMS.includes(field)) ? now : opening.termsChangedAt;
    await tx.flush();
    await tx.refresh(opening);
    const isNew = opening.termsVersion > termsVersion;
    const numbered = isNew ? [{ field: 'termsVersion', from: termsVersion, to: opening.termsVersion }] : [];
    const act = { actorId: personOf(viewer), command: 'changeOpening', subjectId: openingId };
    audit(tx, { ...act, changes: [...changes, ...numbered] }, now);
    publish(tx, 'OpeningChanged', keysOf(opening), now);
    if (isNew) publish(tx, 'OpeningTermsChanged', { openingId, termsVersion: opening.termsVersion }, now);
    await tx.flush();
    return { openingId };
  });
}

async function violationsIn(
  tx: EntityManager,
  opening: Opening,
  given: ChangeOpening['given'],
  now: Date,
): Promise<readonly FormViolation[]> {
  const programme = await tx.findOneOrFail(Programme, opening.programme.id);
  const { startsOn, endsOn, applicationDeadline, timeZone } = opening;
  const dates = {
    startsOn: given.startsOn ?? startsOn,
    endsOn: given.endsOn ?? endsOn,
    applicationDeadline: given.applicationDeadline ?? applicationDeadline,
  };
  // It would close at once, and nobody could take that back.
  const isPast =
    opening.status === OpeningStatus.PUBLISHED && given.applicationDeadline && given.applicationDeadline <= now;
  return [
    ...checkOpening(given, programme.currency ?? null),
    ...checkDates(dates, timeZone),
    ...(isPast ? [{ path: ['applicationDeadline'], problem: 'in-past' as const }] : []),
  ];
}

/** What an opening promises and asks for. */
const TERMS: readonly string[] = ['startsOn', 'endsOn', 'city', 'requirements', 'entitlements', 'clearances'];

/** Writes the change into the opening, and tells what is other than before. What people wrote is not told. */
function apply(opening: Opening, given: ChangeOpening['given']): FieldChange[] {
  const { title, description, tasks, requirements, entitlements } = given;
  const written = {
    title: title && textsOf(title),
    description: description && textsOf(description),
    tasks: tasks && textsOf(tasks),
    city: given.city?.trim(),
    requirements: requirements && requirementsOf(requirements),
    entitlements: entitlements && entitlementsOf(entitlements),
    clearances: given.clearances,
  };
  const values = { sector: given.sector, positions: given.positions, startsOn: given.startsOn, endsOn: given.endsOn };
  const changes: FieldChange[] = [];
  for (const field of [
    'title',
    'description',
    'tasks',
    'city',
    'requirements',
    'entitlements',
    'clearances',
  ] as const) {
    const to = written[field];
    if (to === undefined || isDeepStrictEqual(opening[field], to)) continue;
    Object.assign(opening, { [field]: to });
    changes.push({ field, from: null, to: null });
  }
  for (const field of ['sector', 'positions', 'startsOn', 'endsOn'] as const) {
    const to = values[field];
    if (to === undefined || opening[field] === to) continue;
    changes.push({ field, from: opening[field], to });
    Object.assign(opening, { [field]: to });
  }
  const { applicationDeadline: to } = given;
  if (to && to.getTime() !== opening.applicationDeadline.getTime()) {
    changes.push({
      field: 'applicationDeadline',
      from: opening.applicationDeadline.toISOString(),
      to: to.toISOString(),
    });
    opening.applicationDeadline = to;
  }
  return changes;
}
