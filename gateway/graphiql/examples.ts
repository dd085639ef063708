import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** An operation that is ready to be run from the GraphiQL page. */
export interface Example {
  /** What people read in the list: `ForumPage` is "Forum page". */
  title: string;
  /** The comment above the operation. */
  about: string;
  query: string;
  /** JSON, as typed into the variables editor. */
  variables: string;
}

/**
 * Reads the operations of a folder, in the order of their file names.
 *
 * `<name>.graphql` holds one operation; `<name>.variables.json` beside it holds variables to try it with.
 */
export async function loadExamples(folder: string): Promise<Example[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(files.map((file) => loadExample(folder, file, file.replace(/graphql$/, 'variables.json'))));
}

async function loadExample(folder: string, file: string, variablesFile: string): Promise<Example> {
  const query = (await readFile(join(folder, file), 'utf8')).trim();
  const operationName = /^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? file;
  const words = operationName.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const comment = /^(?:#.*\n)*/.exec(query)?.[0] ?? '';
  return {
    title: words,
    about: comment.replace(/^# ?/gm, '').trim(),
    query,
    variables: await variablesIn(join(folder, variablesFile)),
  };
}

async function variablesIn(path: string): Promise<string> {
  try {
    return JSON.stringify(JSON.parse(await readFile(path, 'utf8')), null, 2);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
