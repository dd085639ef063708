import { registerEnumType } from 'type-graphql';
import { CsvDelimiter } from './delimiter.rules.ts';

registerEnumType(CsvDelimiter, { name: 'CsvDelimiter', description: 'What separates the cells of a line.' });
