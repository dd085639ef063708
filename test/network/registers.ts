import type { EntityManager } from '@mikro-orm/postgresql';
import { moveOrganisation } from '../../services/network/organisation/move-organisation.ts';
import { OrganisationStatus } from '../../services/network/organisation/organisation.rules.ts';
import { submitOrganisation } from '../../services/network/organisation/submit-organisation.ts';
import { moveProject } from '../../services/network/project/move-project.ts';
import { ProjectStatus } from '../../services/network/project/project.rules.ts';
import { submitProject } from '../../services/network/project/submit-project.ts';
import { NetworkSector } from '../../services/network/sector/sector.rules.ts';
import { ANONYMOUS, participant, type Viewer } from '../../services/shared/access/access.rules.ts';
import { ADMINISTRATOR } from './ask-network.ts';

export const NOW = new Date('2026-10-10T04:00:00.000Z');
export const TODAY = '2026-10-10';

/** Somebody without any role. */
export const aigul = participant('person_aigul');
export const berik = participant('person_berik');
export const stranger = participant('person_stranger');
export const nobody = ANONYMOUS;

/** An organisation that a viewer represents, approved unless it is said otherwise. */
export async function givenOrganisation(
  em: () => EntityManager,
  viewer: Viewer,
  { status = OrganisationStatus.APPROVED, name = 'Helpers', regionCode = 'KZ-71' } = {},
): Promise<string> {
  const organisation = {
    name: [{ locale: 'en', text: name }],
    regionCode,
    sector: NetworkSector.SOCIAL,
    webAddress: null,
  };
  const actorId = viewer.personId ?? '';
  const outcome = await submitOrganisation(em(), { actorId, idempotencyKey: null, organisation }, NOW);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  const { organisationId } = outcome;
  if (status !== OrganisationStatus.SUBMITTED) {
    const step = { viewer: ADMINISTRATOR, command: 'moderateOrganisation', reason: null, expectedVersion: null };
    await moveOrganisation(em(), { ...step, organisationId, to: status }, NOW);
  }
  return organisationId;
}

/** A project of an organisation that a viewer represents, running unless it is said otherwise. */
export async function givenProject(
  em: () => EntityManager,
  viewer: Viewer,
  organisationId: string,
  { status = ProjectStatus.RUNNING, startsOn = '2026-09-01', endsOn = '2026-12-31', title = 'Visits' } = {},
): Promise<string> {
  const project = {
    title: [{ locale: 'en', text: title }],
    description: [],
    regionCode: 'KZ-71',
    sector: NetworkSector.SOCIAL,
    startsOn,
    endsOn,
  };
  const outcome = await submitProject(em(), { viewer, idempotencyKey: null, organisationId, project }, NOW);
  if ('refusal' in outcome) throw new Error(outcome.refusal);
  const { projectId } = outcome;
  const path = {
    [ProjectStatus.SUBMITTED]: [],
    [ProjectStatus.REJECTED]: [ProjectStatus.REJECTED],
    [ProjectStatus.APPROVED]: [ProjectStatus.APPROVED],
    [ProjectStatus.RUNNING]: [ProjectStatus.APPROVED, ProjectStatus.RUNNING],
    [ProjectStatus.CLOSED]: [ProjectStatus.APPROVED, ProjectStatus.RUNNING, ProjectStatus.CLOSED],
    [ProjectStatus.CANCELLED]: [ProjectStatus.CANCELLED],
  }[status];
  for (const to of path) {
    const byOffice = [ProjectStatus.APPROVED, ProjectStatus.REJECTED].includes(to);
    const step = { viewer: byOffice ? ADMINISTRATOR : viewer, command: 'given', reason: null, expectedVersion: null };
    await moveProject(em(), { ...step, projectId, to }, NOW);
  }
  return projectId;
}
