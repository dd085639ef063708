import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../shared/access/access.rules.ts';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import { representativeIds } from '../organisation/lock-organisation.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { OrganisationStatus } from '../organisation/organisation.rules.ts';
import type { NetworkSector } from '../sector/sector.rules.ts';
import { Project } from './project.entity.ts';
import { type GivenProject, ProjectStatus } from './project.rules.ts';

export interface SubmitProject {
  readonly viewer: Viewer;
  readonly idempotencyKey: string | null;
  readonly organisationId: string;
  /** Checked already. */
  readonly project: GivenProject & { readonly sector: NetworkSector };
}

type Submitted =
  | { readonly projectId: string }
  | { readonly refusal: 'organisation-not-found' }
  | { readonly refusal: 'organisation-not-approved'; readonly status: OrganisationStatus };
export type SubmitProjectOutcome = Submitted | { readonly refusal: 'idempotency-key-reused' };

/**
 * Submits a project of an approved organisation, by one who represents it.
 *
 * Holds the organisation where it is until commit, so that none is submitted while it is suspended.
 */
export function submitProject(
  em: EntityManager,
  { viewer, idempotencyKey: key, ...input }: SubmitProject,
  now: Date,
): Promise<SubmitProjectOutcome> {
  const actorId = personOf(viewer);
  return em.transactional((tx) =>
    once<Submitted>(tx, { actorId, operation: 'submitProject', key, input }, now, async () => {
      const { organisationId, project } = input;
      const organisation = await tx.findOne(Organisation, organisationId, { lockMode: LockMode.PESSIMISTIC_READ });
      const represents = (await representativeIds(tx, organisationId)).includes(actorId);
      if (!organisation || !represents) return { refusal: 'organisation-not-found' };
      if (organisation.status !== OrganisationStatus.APPROVED) {
        return { refusal: 'organisation-not-approved', status: organisation.status };
      }

      const id = newId('project');
      const status = ProjectStatus.SUBMITTED;
      const { regionCode, sector, startsOn, endsOn } = project;
      tx.create(Project, {
        id,
        organisationId,
        title: textsOf(project.title),
        description: textsOf(project.description),
        regionCode,
        sector,
        startsOn,
        endsOn,
        status,
        submittedAt: now,
        movedAt: now,
      });
      const changes = [
        { field: 'status', from: null, to: status },
        { field: 'organisation', from: null, to: organisationId },
      ];
      audit(tx, { actorId, command: 'submitProject', subjectId: id, changes }, now);
      publish(tx, 'ProjectSubmitted', { projectId: id, organisationId }, now);
      return { projectId: id };
    }),
  );
}
