import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../shared/idempotency/once.ts';
import { newId } from '../../shared/ids.ts';
import { audit, publish } from '../../shared/journal/journal.ts';
import { textsOf } from '../../shared/text/given-texts.rules.ts';
import type { NetworkSector } from '../sector/sector.rules.ts';
import { Organisation } from './organisation.entity.ts';
import { foldedName, type GivenOrganisation, OrganisationStatus } from './organisation.rules.ts';
import { OrganisationRepresentative } from './representative/representative.entity.ts';

export interface SubmitOrganisation {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  /** Checked already. */
  readonly organisation: GivenOrganisation & { readonly sector: NetworkSector };
}

type Submitted = { readonly organisationId: string };
export type SubmitOrganisationOutcome = Submitted | { readonly refusal: 'idempotency-key-reused' };

/** Submits an organisation to the register. Whoever submits it is its first representative. */
export function submitOrganisation(
  em: EntityManager,
  { actorId, idempotencyKey: key, organisation: input }: SubmitOrganisation,
  now: Date,
): Promise<SubmitOrganisationOutcome> {
  return em.transactional((tx) =>
    once<Submitted>(tx, { actorId, operation: 'submitOrganisation', key, input }, now, async () => {
      const { regionCode, sector, webAddress } = input;
      const name = textsOf(input.name);
      const id = newId('organisation');
      const status = OrganisationStatus.SUBMITTED;
      const organisation = tx.create(Organisation, {
        id,
        name,
        foldedName: foldedName(name),
        regionCode,
        sector,
        webAddress: webAddress?.trim() ?? null,
        status,
        submittedAt: now,
      });
      const representativeId = newId('organisation_representative');
      tx.create(OrganisationRepresentative, { id: representativeId, organisation, personId: actorId, since: now });
      const changes = [
        { field: 'status', from: null, to: status },
        { field: 'region', from: null, to: regionCode },
        { field: 'representative', from: null, to: actorId },
      ];
      audit(tx, { actorId, command: 'submitOrganisation', subjectId: id, changes }, now);
      publish(tx, 'OrganisationSubmitted', { organisationId: id, regionCode }, now);
      return { organisationId: id };
    }),
  );
}
