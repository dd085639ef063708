import type { PersonalTable } from '../../shared/privacy/personal-table.ts';

const THEIRS = '(select id from registration where person_id = :person)';

/**
 * What is kept about people's badges and where they were shown: IDs, states and instants alone, which stay. Who was at the
 * desk is not theirs to know, nor whom they saw there the desk's own.
 */
export const doorTables: readonly PersonalTable[] = [
  {
    table: 'badge',
    where: `registration_id in ${THEIRS}`,
    shown: [
      'id',
      'serial',
      'edition_id',
      'registration_id',
      'category',
      'zones',
      'status',
      'valid_from',
      'valid_until',
      'qr_payload',
      'issued_at',
      'activated_at',
      'ended_at',
      'replaces_id',
      'version',
    ],
    hidden: ['activated_by_id', 'key_id'],
    order: 'issued_at, id',
    whenErased: 'kept',
  },
  {
    table: 'badge_id_check',
    where: `badge_id in (select id from badge where registration_id in ${THEIRS})`,
    shown: ['id', 'badge_id', 'kind', 'checked_at'],
    hidden: ['checked_by_id'],
    order: 'checked_at, id',
    whenErased: 'kept',
  },
  {
    // Facts, which nothing changes.
    table: 'scan',
    where: `registration_id in ${THEIRS}`,
    shown: [
      'id',
      'edition_id',
      'nonce',
      'badge_serial',
      'badge_id',
      'registration_id',
      'zone',
      'direction',
      'device',
      'occurred_at',
      'recorded_at',
      'offline',
      'outcome',
      'conflict',
      'undoes_id',
    ],
    hidden: ['recorded_by_id'],
    order: 'recorded_at, id',
    whenErased: 'kept',
  },
  {
    table: 'scan_resolution',
    where: `scan_id in (select id from scan where registration_id in ${THEIRS})`,
    shown: ['id', 'scan_id', 'note', 'resolved_at'],
    hidden: ['resolved_by_id'],
    order: 'resolved_at, id',
    whenErased: 'kept',
  },
  {
    // Follows from the scans.
    table: 'presence',
    where: `registration_id in ${THEIRS}`,
    shown: ['registration_id', 'zone', 'edition_id', 'is_inside', 'since'],
    hidden: ['nonce'],
    order: 'zone, registration_id',
    whenErased: 'kept',
  },
];
