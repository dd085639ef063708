import type { EntityManager } from '@mikro-orm/postgresql';
import { once } from '../../../shared/idempotency/once.ts';
import { newId } from '../../../shared/ids.ts';
import { audit, publish } from '../../../shared/journal/journal.ts';
import { HostOrganisation } from '../host-organisation.entity.ts';
import { HostAccreditationStatus } from '../host-organisation.rules.ts';

export interface ProposeHost {
  readonly actorId: string;
  readonly idempotencyKey: string | null;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string;
  readonly timeZone: string;
}

export type ProposeHostOutcome =
  | { readonly hostOrganisationId: string }
  | { readonly refusal: 'idempotency-key-reused' };

/** Notes an organisation as one to be considered. It is not public. The input has been checked. */
export function proposeHost(em: EntityManager, command: ProposeHost, now: Date): Promise<ProposeHostOutcome> {
  const { actorId, idempotencyKey: key, ...input } = command;
  const { name, countryCode, timeZone } = input;
  return em.transactional((tx) =>
    once<ProposeHostOutcome>(tx, { actorId, operation: 'proposeHost', key, input }, now, async () => {
      const id = newId('host_organisation');
      const to = HostAccreditationStatus.PROSPECT;
      tx.create(HostOrganisation, {
        id,
        name: name.trim(),
        countryCode,
        timeZone,
        accreditationStatus: to,
        isDemo: false,
        version: 1,
      });
      const changes = [
        { field: 'status', from: null, to },
        { field: 'country', from: null, to: countryCode },
      ];
      audit(tx, { actorId, command: 'proposeHost', subjectId: id, changes }, now);
      publish(tx, 'HostOrganisationMoved', { hostOrganisationId: id, countryCode, from: null, to }, now);
      await tx.flush();
      return { hostOrganisationId: id };
    }),
  );
}
