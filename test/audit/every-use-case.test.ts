import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const house = new URL('../../', import.meta.url);

/** What writes without an audit entry, and why. */
const SILENT = new Set([
  // Nothing of a document changes for anybody.
  'services/accounts/document/rotate-document-keys.ts',
]);

/** Seeds are no acts of anybody, and what services share is called by those who write the entry. */
const BESIDE = /\/(seed|shared|migrations)\//;

it('is written by every use case that changes something', () => {
  const useCases = globSync('services/**/*.ts', { cwd: house })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !BESIDE.test(path) && !SILENT.has(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, house), 'utf8') }))
    .filter(({ text }) => /\.transactional\(|EventHandler = async/.test(text));

  const silent = useCases.filter(({ text }) => !/\baudit\(/.test(text)).map(({ path }) => path);

  expect(useCases.map(({ path }) => path)).toContain('services/forum/registration/register-for-forum.ts');
  expect(silent).toEqual([]);
});
