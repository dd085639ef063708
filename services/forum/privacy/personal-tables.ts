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
      'group_id',
      'seat_offer_id',
      'priority_class',
      'holds_seat',
      'native_name',
      'latin_name',
      'birth_date',
      'citizenship',
      'identity_noted_at',
      'version',
    ],
    // What stands for a mail address, and what search compares.
    hidden: ['person_id', 'address_key', 'queue_entry', 'folded_name'],
    order: 'registered_at, id',
    whenErased: {
      emptied: [
        'affiliation',
        'dietary_needs',
        'accessibility_needs',
        'interpretation_language',
        'address_key',
        'native_name',
        'latin_name',
        'birth_date',
        'citizenship',
        'folded_name',
      ],
    },
  },
  {
    // The group stays with those whom the organisation registered; its name is no person's.
    table: 'registration_group',
    where: 'contact_person_id = :person',
    shown: ['id', 'edition_id', 'organisation', 'passed_over', 'made_at', 'version'],
    hidden: ['contact_person_id'],
    order: 'made_at, id',
    whenErased: 'kept',
  },
  ...houseTables,
];
