import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { expect, it } from 'vitest';

const house = new URL('../../', import.meta.url);

/** What writes without an audit entry, and why. */
const SILENT = new Set([
  // Nothing of a document changes for anybody.
  'services/accounts/document/rotate-document-keys.ts',
  // They tell other services what is there already.
  'services/accounts/access/tell-lapses.ts',
  'services/accounts/address/tell-address.ts',
  'services/forum/edition/administration/tell-schedule.ts',
  'services/accounts/person/profile/tell-profile.ts',
  'services/delegations/delegation/reserve/tell-reserve.ts',
  'services/placements/deployment/again-on-overlap.ts',
  'services/placements/partner/volunteer/tell-volunteer.ts',
  // The step itself is in the trail, and so is whatever follows from sending word of it.
  'services/placements/partner/feed/note-placement-change.ts',
  'services/placements/partner/webhook/delivery/take-due.ts',
]);

/** Seeds are no acts of anybody, notices tell of acts, and what services share is called by those who write the entry. */
const BESIDE = /\/(seed|shared|migrations|notice)\//;

it('is written by every use case that changes something', () => {
  const useCases = globSync('services/**/*.ts', { cwd: house })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !BESIDE.test(path) && !SILENT.has(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, house), 'utf8') }))
    .filter(({ text }) => /\.transactional\(|EventHandler = async/.test(text));

  const silent = useCases.map(({ path }) => path).filter((path) => !writes(path));

  expect(useCases.map(({ path }) => path)).toContain('services/forum/registration/register/register-for-forum.ts');
  expect(silent).toEqual([]);
});

/** Whether a file writes an audit entry, or calls another use case that does. */
function writes(path: string, seen: ReadonlySet<string> = new Set()): boolean {
  const text = readFileSync(new URL(path, house), 'utf8');
  if (/\baudit(Each)?\(/.test(text)) return true;
  const called = [...text.matchAll(/^import \{[^}]*\} from '(\.[^']+)'/gm)]
    .map(([, target]) => join(dirname(path), target ?? ''))
    .filter(
      (target) => !/\.(rules|entity|loaders|types)\.ts$/.test(target) && !BESIDE.test(target) && !seen.has(target),
    );
  return called.some((target) => writes(target, new Set([...seen, path])));
}
