import type { EntityManager } from '@mikro-orm/postgresql';
import { dayIn } from '../../../shared/text/day.rules.ts';
import type { Upkeep } from '../../../shared/upkeep.ts';
import { HostAccreditationStatus, statusOn } from '../host-organisation.rules.ts';
import { lockHost, stepHost } from './lock-host.ts';

const BATCH = 100;
const { ACCREDITED, EXPIRED } = HostAccreditationStatus;

/** Every hour, accreditations whose last day has passed at the host are noted as expired; read, they are so at once. */
export const expireAccreditations: Upkeep = {
  name: 'accreditations',
  schedule: '5 * * * *',
  async run({ em, now, log }) {
    for (const id of await runOut(em, now())) {
      if (await expireAccreditation(em.fork(), id, now()))
        log.info({ hostOrganisationId: id }, 'accreditation expired');
    }
  },
};

/** Notes that an accreditation has run out, in a transaction of its own. False where it has not, or is noted already. */
export function expireAccreditation(em: EntityManager, id: string, now: Date): Promise<boolean> {
  return em.transactional(async (tx) => {
    const host = await lockHost(tx, id);
    if (host?.accreditationStatus !== ACCREDITED) return false;
    if (statusOn(host, dayIn(host.timeZone, now)) !== EXPIRED) return false;
    const act = { actorId: null, command: 'expireAccreditation' };
    await stepHost(tx, host, { ...act, from: ACCREDITED, to: EXPIRED }, now);
    return true;
  });
}

async function runOut(em: EntityManager, now: Date): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from host_organisation
     where accreditation_status = 'ACCREDITED'
       and accreditation_valid_until < (?::timestamptz at time zone time_zone)::date
     order by accreditation_valid_until, id limit ?`,
    [now, BATCH],
  );
  return rows.map(({ id }) => id);
}
