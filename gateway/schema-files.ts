import { readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';

/** The committed schema, as the gateway needs it. */
export interface SchemaFiles {
  readonly supergraphSdl: string;
  /** SDL of the gateway's own subgraph. */
  readonly nodeSdl: string;
  /** SDL of each service, by name. */
  readonly serviceSdls: ReadonlyMap<string, string>;
  /** Folder with operations that are ready to run. */
  readonly operations: string;
}

/** Reads `schema/`. Nothing is asked of a subgraph at start, so one that is down takes nothing with it. */
export async function readSchemaFiles(services: readonly string[]): Promise<SchemaFiles> {
  const read = (name: string) => readFile(join(schemaFolder, `${name}.graphql`), 'utf8');
  return {
    supergraphSdl: await read('supergraph'),
    nodeSdl: await read('node'),
    serviceSdls: new Map(await Promise.all(services.map(async (name) => [name, await read(name)] as const))),
    operations: join(schemaFolder, 'operations'),
  };
}

// The build copies no schema files; they are read from the sources, wherever this module runs from.
const schemaFolder = join(dirname(findPackageJSON('..', import.meta.url) ?? '.'), 'schema');
