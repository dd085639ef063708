import { houseTables, type PersonalTable } from '../../shared/privacy/personal-table.ts';
import { registerTables } from './register-tables.ts';

/** All that the network keeps about people. */
export const personalTables: readonly PersonalTable[] = [...registerTables, ...houseTables];
