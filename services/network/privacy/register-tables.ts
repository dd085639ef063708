import type { PersonalTable } from '../../shared/privacy/personal-table.ts';

/** What the network's registers keep about people: what they act for, gave, filed and show. */
export const registerTables: readonly PersonalTable[] = [
  {
    table: 'organisation_representative',
    where: 'person_id = :person',
    shown: ['id', 'organisation_id', 'since', 'until'],
    hidden: ['person_id'],
    order: 'since, id',
    whenErased: 'deleted',
  },
  {
    // The row stays, so that a project counts as many people as took part in it.
    table: 'participation',
    where: 'person_id = :person',
    shown: ['id', 'project_id', 'joined_at', 'left_at'],
    hidden: ['person_id'],
    order: 'joined_at, id',
    whenErased: 'kept',
  },
  {
    // The row stays, so that a project counts the hours that were given to it.
    table: 'volunteer_hours',
    where: 'person_id = :person or decided_by_id = :person',
    shown: [
      'id',
      'project_id',
      'done_on',
      'minutes',
      'status',
      'recorded_at',
      'decided_at',
      'decision_reason',
      'is_demo',
      'version',
    ],
    hidden: ['person_id', 'decided_by_id'],
    order: 'done_on, id',
    whenErased: { emptied: ['decision_reason'] },
  },
  {
    table: 'volunteer_day',
    where: 'person_id = :person',
    shown: ['done_on', 'minutes'],
    hidden: ['person_id'],
    order: 'done_on',
    whenErased: 'deleted',
  },
  {
    table: 'volunteer_record_page',
    where: 'person_id = :person',
    shown: ['slug', 'consent_version', 'published_at'],
    hidden: ['person_id'],
    order: 'published_at',
    whenErased: 'deleted',
  },
  {
    // The row stays, so that a campaign counts the deed.
    table: 'deed',
    where: 'filed_by_id = :person',
    shown: [
      'id',
      'campaign_id',
      'organisation_id',
      'done_on',
      'region_code',
      'sector',
      'participants',
      'place',
      'description',
      'status',
      'filed_at',
      'decision_reason',
      'is_demo',
      'version',
    ],
    hidden: ['filed_by_id'],
    order: 'filed_at, id',
    whenErased: { emptied: ['place', 'description', 'decision_reason'] },
  },
];
