import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';

/** All that delegations keeps about people: who was nominated as what, by ID. */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'nomination',
    where: 'person_id = :person',
    shown: ['id', 'delegation_id', 'category', 'role', 'status', 'version'],
    hidden: ['person_id'],
    order: 'id',
    whenErased: 'kept',
  },
  ...houseTables,
];
