import type { EntityManager } from '@mikro-orm/postgresql';
import { personOf, type Viewer } from '../../../shared/access/access.rules.ts';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import type { FormViolation } from '../../form/form.rules.ts';
import { representativeIds } from '../../organisation/lock-organisation.ts';
import { Organisation } from '../../organisation/organisation.entity.ts';
import { OrganisationStatus } from '../../organisation/organisation.rules.ts';
import { Campaign } from '../campaign.entity.ts';
import { Deed } from './deed.entity.ts';
import { checkDeed, DeedStatus, type GivenDeed } from './deed.rules.ts';

export interface FileDeed {
  readonly viewer: Viewer;
  readonly idempotencyKey: string | null;
  readonly campaignId: string;
  /** In whose name it is filed; null for the person's own. */
  readonly organisationId: string | null;
  readonly deed: GivenDeed;
}

/** The day it is for the network, and the regions there are. */
export interface FiledOn {
  readonly today: string;
  readonly regionCodes: readonly string[];
}

type Filed =
  | { readonly deedId: string }
  | { readonly refusal: 'invalid'; readonly violations: readonly FormViolation[] }
  | { readonly refusal: 'campaign-not-found' | 'organisation-not-found' }
  | { readonly refusal: 'organisation-not-approved'; readonly status: OrganisationStatus };
export type FileDeedOutcome = Filed | { readonly refusal: 'idempotency-key-reused' };

/**
 * Files a good deed for a campaign, in one's own name or that of an organisation one represents.
 *
 * It counts once an administrator has approved it.
 */
export function fileDeed(
  em: EntityManager,
  { viewer, idempotencyKey: key, ...input }: FileDeed,
  { today, regionCodes }: FiledOn,
  now: Date,
): Promise<FileDeedOutcome> {
  const actorId = personOf(viewer);
  return em.transactional((tx) =>
    once<Filed>(tx, { actorId, operation: 'fileDeed', key, input }, now, async () => {
      const { campaignId, organisationId, deed } = input;
      const campaign = await tx.findOne(Campaign, campaignId);
      if (!campaign) return { refusal: 'campaign-not-found' };
      const { year, sectors, startsOn = null, endsOn = null } = campaign;
      const violations = checkDeed(deed, { year, sectors, startsOn, endsOn }, regionCodes, today);
      if (violations.length > 0) return { refusal: 'invalid', violations };
      const inTheNameOf = organisationId === null ? null : await checkOrganisation(tx, organisationId, actorId);
      if (inTheNameOf) return inTheNameOf;

      const { on, regionCode, place, sector, participants, description } = deed;
      const id = newId('deed');
      const status = DeedStatus.FILED;
      tx.create(Deed, {
        id,
        campaignId,
        filedById: actorId,
        organisationId,
        doneOn: on,
        regionCode,
        sector,
        participants,
        place: place.trim(),
        description: description?.trim() ?? null,
        status,
        filedAt: now,
      });
      const changes = [
        { field: 'status', from: null, to: status },
        { field: 'campaign', from: null, to: campaignId },
        { field: 'participants', from: null, to: participants },
      ];
      audit(tx, { actorId, onBehalfOfId: null, command: 'fileDeed', subjectId: id, changes }, now);
      publish(tx, 'DeedFiled', { deedId: id, campaignId, organisationId }, now);
      return { deedId: id };
    }),
  );
}

async function checkOrganisation(tx: EntityManager, organisationId: string, personId: string): Promise<Filed | null> {
  const organisation = await tx.findOne(Organisation, organisationId);
  const represents = organisation !== null && (await representativeIds(tx, organisationId)).includes(personId);
  if (!represents) return { refusal: 'organisation-not-found' };
  const { status } = organisation;
  return status === OrganisationStatus.APPROVED ? null : { refusal: 'organisation-not-approved', status };
}
