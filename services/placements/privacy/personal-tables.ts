import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';

/** All that placements keeps about people. */
export const personalTables: readonly PersonalTable[] = [...houseTables];
