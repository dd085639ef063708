import { z } from 'zod';
import type { EventHandler } from '../../shared/events/event.ts';
import { audit } from '../../shared/journal/journal.ts';

const Known = z.object({
  deploymentId: z.string(),
  deploymentVersion: z.int(),
  personId: z.string(),
  countryCode: z.string(),
  hostOrganisationId: z.string(),
  /** Null where nobody has to know them any more. */
  until: z.iso.datetime().nullable(),
});

/**
 * Notes who has to know a volunteer by name, and until when.
 *
 * The latest version of the deployment counts, in whatever order word comes. Word may come after the volunteer is erased;
 * then it is of nobody.
 */
export const noteVolunteer: EventHandler = async (tx, { payload }, now) => {
  const { deploymentId, deploymentVersion, personId, countryCode, hostOrganisationId, until } = Known.parse(payload);
  const noted = await tx.execute(
    `insert into known_volunteer (deployment_id, person_id, country_code, host_organisation_id, until, deployment_version)
     select ?, id, ?, ?, ?::timestamptz, ?::integer from (select ?::text as id) as known
     where not exists (select from erased_person where person_id = known.id)
     on conflict (deployment_id) do update set until = excluded.until, deployment_version = excluded.deployment_version,
       country_code = excluded.country_code, host_organisation_id = excluded.host_organisation_id
       where known_volunteer.deployment_version < excluded.deployment_version
     returning deployment_id`,
    [deploymentId, countryCode, hostOrganisationId, until, deploymentVersion, personId],
  );
  if (noted.length === 0) return;
  const changes = [
    { field: 'knownForDeployment', from: null, to: deploymentId },
    { field: 'knownUntil', from: null, to: until },
  ];
  audit(tx, { actorId: null, command: 'noteVolunteer', subjectId: personId, changes }, now);
};
