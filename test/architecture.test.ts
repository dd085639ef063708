import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Roles of a file in a service, highest first: a file imports its own role or a lower one. */
const ROLES = [
  'server',
  'open-services',
  'services',
  'subgraph',
  'resolver',
  'context',
  'types',
  'use-case',
  'loaders',
  'entity',
  'rules',
];

/** Files that put the portal together, beside the process entry points. They may know every service. */
const COMPOSITION = /^services\/(open-services|services)\.ts$|^schema\/compos/;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths from the root for files of the house, names for packages. */
  readonly imports: readonly string[];
}

const files: SourceFile[] = ['gateway', 'services', 'schema']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => path.endsWith('.ts'))
  .map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const specifiers = [...text.matchAll(/^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'/gms)].map(
      ([, from, bare]) => from ?? bare ?? '',
    );
    const imports = specifiers.map((one) => (one.startsWith('.') ? normalize(join(dirname(path), one)) : one));
    return { path, text, imports };
  });

describe('the house', () => {
  it('has files to look at, and sees their imports', () => {
    expect(files.map(({ path }) => path)).toContain('services/forum/registration/register/register-for-forum.ts');
    expect(files.flatMap(({ imports }) => imports)).toContain('services/forum/registration/registration.rules.ts');
  });

  it('has imports that point down', () => {
    const upward = within('services').flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('services/') && serviceOf(target) === serviceOf(path))
        .filter((target) => rank(target) < rank(path))
        .map((target) => `${path} → ${target}`),
    );

    expect(upward).toEqual([]);
  });

  it('has services that do not import one another', () => {
    const crossings = within('services')
      .filter(({ path }) => serviceOf(path) !== null)
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => serviceOf(target) !== null && serviceOf(target) !== serviceOf(path))
          .map((target) => `${path} → ${target}`),
      );

    expect(crossings).toEqual([]);
  });

  it('has a gateway that knows services only where a process is put together', () => {
    const acquaintances = within('gateway')
      .filter(({ path }) => !path.endsWith('.server.ts'))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => target.startsWith('services/') && !target.startsWith('services/shared/'))
          .map((target) => `${path} → ${target}`),
      );

    expect(acquaintances).toEqual([]);
  });

  it('has shared rooms that know no service and no gateway', () => {
    const acquaintances = within('services/shared').flatMap(({ path, imports }) =>
      imports
        .filter((target) => /^(services|gateway)\//.test(target) && !target.startsWith('services/shared/'))
        .map((target) => `${path} → ${target}`),
    );

    expect(acquaintances).toEqual([]);
  });

  it('has rules that are pure: they import rules and nothing else', () => {
    const impure = within('services')
      .filter(({ path }) => path.endsWith('.rules.ts'))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => !target.endsWith('.rules.ts')).map((target) => `${path} → ${target}`),
      );

    expect(impure).toEqual([]);
  });

  it('reads the environment in its process entry points alone', () => {
    const readers = files
      .filter(({ path, text }) => text.includes('process.env') && !path.endsWith('.server.ts'))
      .map(({ path }) => path);

    // It sets what a library would read, and reads nothing itself.
    expect(readers).toEqual(['gateway/engine/telemetry-off.ts']);
  });

  it('lets one file know which library plans and joins', () => {
    const acquainted = files.filter(({ imports }) => imports.includes('@apollo/gateway')).map(({ path }) => path);

    expect(acquainted).toEqual(['gateway/engine/engine.ts']);
  });

  it('has no folder of more than a dozen files and no file of more than 350 lines', () => {
    const folders = Object.groupBy(files, ({ path }) => dirname(path));
    const crowded = Object.entries(folders)
      // A history, which only grows.
      .filter(([folder]) => !folder.endsWith('/migrations'))
      // Migrations are no room to live in but a diary: it only grows.
      .filter(([folder, inside]) => !folder.endsWith('/migrations') && (inside?.length ?? 0) > 12)
      .map(([folder]) => folder);
    const long = files.filter(({ text }) => text.split('\n').length > 350).map(({ path }) => path);

    expect({ crowded, long }).toEqual({ crowded: [], long: [] });
  });
});

function within(folder: string): SourceFile[] {
  return files.filter(({ path }) => !relative(folder, path).startsWith('..') && !COMPOSITION.test(path));
}

/** The service a file belongs to; null for the shared rooms and for what puts services together. */
function serviceOf(path: string): string | null {
  const [top, service, below] = path.split('/');
  return top === 'services' && below !== undefined && service !== 'shared' ? (service ?? null) : null;
}

/** How high a file stands; a file without a role of its own is a use case. */
function rank(path: string): number {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '');
  const role = ROLES.indexOf(name.slice(name.lastIndexOf('.') + 1));
  const wholeName = ROLES.indexOf(name);
  if (wholeName >= 0) return wholeName;
  return role >= 0 ? role : ROLES.indexOf('use-case');
}
