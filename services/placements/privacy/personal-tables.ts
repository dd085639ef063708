import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';

/** All that placements keeps about people. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'application',
    where: 'person_id = :person',
    shown: [
      'id',
      'opening_id',
      'status',
      'terms_version',
      'rules_version',
      'eligibility',
      'motivation',
      'available_from',
      'birth_date',
      'citizenship',
      'education',
      'languages',
      'skills',
      'outcome',
      'submitted_at',
      'version',
    ],
    // Where somebody stands in the reserve is told to nobody but those who choose.
    hidden: ['person_id', 'rank', 'sent_to_host_at'],
    order: 'submitted_at, id',
    whenErased: {
      emptied: ['motivation', 'available_from', 'birth_date', 'citizenship', 'education', 'languages', 'skills'],
    },
  },
  {
    table: 'clearance',
    where: 'application_id in (select id from application where person_id = :person)',
    shown: ['application_id', 'kind', 'status', 'valid_until', 'issuer', 'reason', 'requested_at', 'recorded_at'],
    // Who recorded it is named there by office.
    hidden: ['recorded_by_id'],
    order: 'application_id, kind',
    whenErased: { emptied: ['valid_until', 'issuer', 'reason'] },
  },
  {
    table: 'offer',
    where: 'application_id in (select id from application where person_id = :person)',
    shown: ['id', 'application_id', 'status', 'offered_at', 'expires_at', 'ended_at'],
    // Who made the offer is named there by office; what it costs is the programme's matter.
    hidden: ['opening_id', 'offered_by_id', 'committed_minor'],
    order: 'offered_at, id',
    whenErased: 'kept',
  },
  {
    table: 'deployment',
    where: 'person_id = :person',
    shown: [
      'id',
      'application_id',
      'opening_id',
      'programme_id',
      'host_organisation_id',
      'country_code',
      'status',
      'starts_on',
      'ends_on',
      'entered_on',
      'ended_on',
      'made_at',
      'version',
    ],
    hidden: ['person_id', 'committed_minor', 'is_demo'],
    order: 'starts_on, id',
    whenErased: 'kept',
  },
  {
    table: 'webhook',
    where: 'registered_by_person_id = :person',
    shown: ['id', 'country_code', 'url', 'events', 'status', 'registered_at'],
    // They sign, or tell of a receiver and nobody.
    hidden: [
      'registered_by_person_id',
      'registered_by_client_id',
      'secret',
      'former_secret',
      'former_secret_until',
      'failing_since',
      'version',
    ],
    order: 'registered_at, id',
    // It is the country's, and stays.
    whenErased: { emptied: ['registered_by_person_id'] },
  },
  ...houseTables,
];
