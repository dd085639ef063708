import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';

/** All that the network keeps about people. */
export const personalTables: readonly PersonalTable[] = [...houseTables];
