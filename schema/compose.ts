import { readFile, writeFile } from 'node:fs/promises';
import { services } from '../services/services.ts';
import { composeSchema } from './composition.ts';

/** `npm run schema` writes the schema files; with `--check` it compares them and exits 1 where one has drifted. */
const folder = new URL('../../schema/', import.meta.url);
const subgraphs = await Promise.all(
  services.map(async (service) => ({ name: service.name, sdl: (await service.buildSchema()).sdl })),
);
const files = composeSchema(subgraphs);

if (process.argv.includes('--check')) {
  const drifted = [];
  for (const [name, text] of files) {
    const committed = await readFile(new URL(name, folder), 'utf8').catch(() => null);
    if (committed !== text) drifted.push(name);
  }
  if (drifted.length > 0) {
    console.error(`Not what the services serve: ${drifted.join(', ')}. Run "npm run schema" and commit the result.`);
    process.exitCode = 1;
  }
} else {
  for (const [name, text] of files) await writeFile(new URL(name, folder), text);
  console.log(`Wrote ${[...files.keys()].join(', ')}.`);
}
