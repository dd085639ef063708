import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { textsOf } from '../../../shared/text/given-texts.rules.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { HostOrganisation } from '../../host-organisation/host-organisation.entity.ts';
import { Programme } from '../../programme/programme.entity.ts';
import { ProgrammeStatus } from '../../programme/programme.rules.ts';
import { keysOf } from '../move-opening.ts';
import { Opening } from '../opening.entity.ts';
import { actorsOnOpening, OpeningStatus, type Sector } from '../opening.rules.ts';
import {
  checkDates,
  checkOpening,
  entitlementsOf,
  type GivenOpening,
  type OpeningDates,
  requirementsOf,
} from './opening-form.rules.ts';

/** A whole opening as somebody writes it. */
export type WrittenOpening = Required<GivenOpening> & OpeningDates & { readonly sector: Sector };

export interface DraftOpening {
  readonly viewer: Viewer;
  readonly idempotencyKey: string | null;
  readonly programmeId: string;
  readonly hostOrganisationId: string;
  readonly written: WrittenOpening;
}

export type DraftOpeningOutcome =
  | { readonly openingId: string }
  | { readonly refusal: 'host-organisation-not-found' | 'programme-not-found' | 'idempotency-key-reused' }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] };

/**
 * Writes an opening of a host, in its country and zone, as a draft.
 *
 * It needs no accreditation, and is public once it is published. Officers of a host know of no draft of a programme.
 */
export function draftOpening(em: EntityManager, command: DraftOpening, now: Date): Promise<DraftOpeningOutcome> {
  const { viewer, idempotencyKey: key, ...input } = command;
  const claim = { actorId: personOf(viewer), operation: 'draftOpening', key, input };
  return em.transactional((tx) =>
    once<DraftOpeningOutcome>(tx, claim, now, async () => {
      const { programmeId, hostOrganisationId, written } = input;
      const place = await placeOf(tx, { viewer, programmeId, hostOrganisationId });
      if ('refusal' in place) return place;
      const violations = violationsIn(written, place);
      if (violations.length > 0) return { refusal: 'invalid', violations };
      const { requirements, entitlements } = written;
      const openingId = await writeDraft(
        tx,
        {
          ...place,
          ...written,
          title: textsOf(written.title),
          description: textsOf(written.description),
          tasks: textsOf(written.tasks),
          city: written.city.trim(),
          requirements: requirementsOf(requirements),
          entitlements: entitlementsOf(entitlements),
        },
        { actorId: claim.actorId, command: 'draftOpening' },
        now,
      );
      return { openingId };
    }),
  );
}

/** For which programme, and with whom. */
export interface Place {
  readonly programme: Programme;
  readonly hostOrganisation: HostOrganisation;
}

/** Finds programme and host for somebody who writes there, or says which of them is not there for them. */
export async function placeOf(
  tx: EntityManager,
  asked: { readonly viewer: Viewer; readonly programmeId: string; readonly hostOrganisationId: string },
): Promise<Place | { readonly refusal: 'host-organisation-not-found' | 'programme-not-found' }> {
  const hostOrganisation = await tx.findOne(HostOrganisation, asked.hostOrganisationId);
  const actors = actorsOnOpening(asked.viewer, asked.hostOrganisationId);
  if (!hostOrganisation || actors.length === 0) return { refusal: 'host-organisation-not-found' };
  const programme = await tx.findOne(Programme, asked.programmeId);
  const isKnown = programme?.status !== ProgrammeStatus.DRAFT || actors.includes('placement-officer');
  return programme && isKnown ? { programme, hostOrganisation } : { refusal: 'programme-not-found' };
}

function violationsIn(written: WrittenOpening, { programme, hostOrganisation }: Place): readonly FormViolation[] {
  return [
    ...checkPlace({ programme, hostOrganisation }),
    ...checkOpening(written, programme.currency ?? null),
    ...checkDates(written, hostOrganisation.timeZone),
  ];
}

/** A programme sends volunteers to its host countries alone. */
export function checkPlace({ programme, hostOrganisation: { countryCode } }: Place): readonly FormViolation[] {
  if (programme.hostCountries.includes(countryCode)) return [];
  return [{ path: ['programmeId'], problem: 'outside-programme', limits: { country: countryCode } }];
}

/** What a new draft says. */
export type DraftContent = Place &
  OpeningDates &
  Pick<
    Opening,
    'title' | 'description' | 'tasks' | 'sector' | 'city' | 'positions' | 'requirements' | 'entitlements' | 'clearances'
  >;

/** Makes a draft in the caller's transaction; its ID. */
export async function writeDraft(
  tx: EntityManager,
  { programme, hostOrganisation, ...content }: DraftContent,
  act: { readonly actorId: string; readonly command: string },
  now: Date,
): Promise<string> {
  const { title, description, tasks, sector, city, positions, requirements, entitlements, clearances } = content;
  const { startsOn, endsOn, applicationDeadline } = content;
  const opening = tx.create(Opening, {
    id: newId('opening'),
    programme,
    hostOrganisation,
    title,
    description,
    tasks,
    sector,
    countryCode: hostOrganisation.countryCode,
    city,
    startsOn,
    endsOn,
    timeZone: hostOrganisation.timeZone,
    applicationDeadline,
    positions,
    requirements,
    entitlements,
    clearances,
    termsVersion: 1,
    status: OpeningStatus.DRAFT,
    isDemo: false,
    version: 1,
  });
  const changes = [
    { field: 'status', from: null, to: OpeningStatus.DRAFT },
    { field: 'programme', from: null, to: programme.id },
    { field: 'hostOrganisation', from: null, to: hostOrganisation.id },
    { field: 'positions', from: null, to: positions },
  ];
  audit(tx, { ...act, subjectId: opening.id, changes }, now);
  publish(tx, 'OpeningMoved', { ...keysOf(opening), from: null, to: OpeningStatus.DRAFT }, now);
  await tx.flush();
  return opening.id;
}
