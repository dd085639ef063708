import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';

/** All that the forum keeps about people. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'consent',
    where: 'registration_id in (select id from registration where person_id = :person)',
    shown: ['registration_id', 'purpose', 'version', 'given_at'],
    order: 'given_at, registration_id, purpose',
    whenErased: 'deleted',
  },
  {
    // The row stays, so that an edition counts as many people as took part in it.
    table: 'registration',
    where: 'person_id = :person',
    shown: [
      'id',
      'edition_id',
      'category',
      'status',
      'affiliation',
      'dietary_needs',
      'accessibility_needs',
      'interpretation_language',
      'registered_at',
      'version',
    ],
    hidden: ['person_id'],
    order: 'registered_at, id',
    whenErased: { emptied: ['affiliation', 'dietary_needs', 'accessibility_needs', 'interpretation_language'] },
  },
  ...houseTables,
];
