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
      'confirmation_ends_at',
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
    table: 'assessment',
    where: 'application_id in (select id from application where person_id = :person)',
    shown: ['application_id', 'method', 'assessed_at'],
    // What assessors think is for those who choose; who they are is known there by office.
    hidden: ['id', 'assessed_by_id', 'has_conflict', 'score', 'criteria', 'recommendation', 'comment'],
    order: 'assessed_at, id',
    whenErased: 'deleted',
  },
  {
    table: 'declared_interest',
    where: 'application_id in (select id from application where person_id = :person)',
    shown: ['application_id', 'has_conflict', 'declared_at'],
    // Who declares it, and of which kind it is, is as much about them.
    hidden: ['declared_by_id', 'nature'],
    order: 'declared_at, declared_by_id',
    whenErased: 'deleted',
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
      'departs_on',
      'entered_on',
      'ended_on',
      'ending_evidence',
      'made_at',
      'version',
    ],
    hidden: ['person_id', 'committed_minor', 'is_demo'],
    order: 'starts_on, id',
    whenErased: 'kept',
  },
  {
    table: 'certificate',
    where: 'person_id = :person',
    shown: [
      'id',
      'deployment_id',
      'number',
      'kind',
      'status',
      'native_name',
      'latin_name',
      'starts_on',
      'ends_on',
      'as_issued',
      'issued_at',
      'revoked_at',
      'version',
    ],
    // Who revoked it is named there by office.
    hidden: ['person_id', 'revoked_by_id'],
    order: 'issued_at, id',
    whenErased: { emptied: ['native_name', 'latin_name'] },
  },
  {
    table: 'duty_report',
    // What the host says of somebody is theirs to read once it is accepted; who reported an incident reads it, and no
    // other. A note is for whoever wrote the report.
    from: `(
      select report.id, deployment_id, person_id, kind, period, covers_from, covers_until, opens_on, due_on, state, severity,
        submitted_at, accepted_at, version,
        case when kind <> 'HOST_EVALUATION' or state = 'ACCEPTED' then text end as text,
        case when kind <> 'HOST_EVALUATION' or state = 'ACCEPTED' then hours_served end as hours_served,
        case when kind <> 'HOST_EVALUATION' then note end as note
      from duty_report as report
      where person_id = :person and (kind <> 'INCIDENT' or submitted_by_id = :person)
    ) as theirs`,
    where: 'person_id = :person',
    shown: [
      'id',
      'deployment_id',
      'kind',
      'period',
      'covers_from',
      'covers_until',
      'opens_on',
      'due_on',
      'state',
      'severity',
      'text',
      'hours_served',
      'submitted_at',
      'note',
      'accepted_at',
      'version',
    ],
    order: 'covers_from, id',
    whenErased: { emptied: ['text', 'note'] },
  },
  {
    table: 'duty_report_amendment',
    from: `(
      select amendment.*
      from duty_report_amendment as amendment join duty_report as report on report.id = duty_report_id
      where made_by_id = :person or (amendment.person_id = :person and kind = 'HOST_EVALUATION')
    ) as theirs`,
    where: 'person_id = :person or made_by_id = :person',
    shown: ['id', 'duty_report_id', 'text', 'made_at'],
    order: 'made_at, id',
    whenErased: { emptied: ['text'] },
  },
  {
    table: 'deployment_leave',
    where: 'deployment_id in (select id from deployment where person_id = :person)',
    shown: ['id', 'deployment_id', 'from_on', 'until_on', 'ended_on'],
    order: 'from_on, id',
    whenErased: 'kept',
  },
  {
    table: 'insurance_cover',
    where: 'person_id = :person',
    shown: ['id', 'deployment_id', 'from_on', 'until_on', 'insurer', 'policy_reference', 'recorded_at'],
    // Who recorded it is named there by office.
    hidden: ['person_id', 'recorded_by_id'],
    order: 'from_on, id',
    whenErased: { emptied: ['policy_reference'] },
  },
  {
    table: 'insurance_alert',
    where: 'deployment_id in (select id from deployment where person_id = :person)',
    shown: ['deployment_id', 'from_on', 'until_on', 'raised_at'],
    order: 'deployment_id, from_on',
    whenErased: 'kept',
  },
  {
    table: 'completion_item',
    where: 'deployment_id in (select id from deployment where person_id = :person)',
    shown: ['deployment_id', 'item', 'party', 'done_at'],
    // Who has done it is named there by office, or is the volunteer.
    hidden: ['done_by_id'],
    order: 'deployment_id, item',
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
