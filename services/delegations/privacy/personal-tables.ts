import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';

/** All that delegations keeps about people: who was nominated as what, by ID. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'nomination',
    where: 'person_id = :person',
    shown: [
      'id',
      'delegation_id',
      'edition_id',
      'native_name',
      'latin_name',
      'category',
      'role',
      'is_alternate',
      'status',
      'nominated_at',
      'replaces_id',
      'place',
      'listed',
      'listed_at',
      'claims',
      'registration_id',
      'claim_refusal',
      'refused_for_id',
      'version',
    ],
    // What stands for a mail address tells its owner nothing; who nominated them is named there by office; the rank
    // follows from role and place.
    hidden: ['person_id', 'address_key', 'nominated_by_id', 'protocol_rank'],
    order: 'id',
    whenErased: { emptied: ['address_key', 'native_name', 'latin_name'] },
  },
  {
    table: 'credentials',
    where: 'person_id = :person',
    shown: ['nomination_id', 'edition_id', 'delegation_id', 'met', 'note', 'waiting_since', 'decision', 'decided_at'],
    // Who brought them in, who works on them and who decided is named there by office.
    hidden: ['person_id', 'nominated_by_id', 'corrected_by_id', 'owner_id', 'taken_at', 'decided_by_id'],
    order: 'nomination_id',
    whenErased: { emptied: ['note'] },
  },
  {
    table: 'focal_point',
    where: 'person_id = :person',
    shown: ['id', 'delegation_id', 'status', 'since', 'designated_at', 'confirmed_at', 'until'],
    // What stands for a mail address tells its owner nothing; others are named there by office.
    hidden: [
      'person_id',
      'address_key',
      'slot',
      'note_verbale_id',
      'invited_by_id',
      'designated_by_id',
      'confirmed_by_id',
      'ended_by_id',
    ],
    order: 'since, id',
    whenErased: { emptied: ['address_key'] },
  },
  {
    table: 'known_address',
    where: 'person_id = :person',
    shown: ['noted_at'],
    hidden: ['person_id', 'address_key'],
    order: 'noted_at',
    whenErased: 'deleted',
  },
  ...houseTables,
];
