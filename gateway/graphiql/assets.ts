import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file the page loads. Its address changes with its content, so a browser may keep it for good. */
export interface Asset {
  url: string;
  type: string;
  /** Read from disk, and packed, when first asked for. */
  body: () => Promise<{ plain: Buffer; packed: Buffer }>;
}

export interface Assets {
  styles: Asset[];
  /** Scripts that set globals, in the order in which they need each other. */
  scripts: Asset[];
  /** The page's own modules, which import one another. */
  modules: Asset[];
  /** The module that starts the page. */
  entry: Asset;
}

/** Finds what the page loads: builds for browsers from the installed packages, and the files beside this one. */
export async function findAssets(): Promise<Assets> {
  const [react, reactDom, graphiql] = await Promise.all(['react', 'react-dom', 'graphiql'].map(installed));
  if (!react || !reactDom || !graphiql) throw new Error('GraphiQL and React are not installed; run "npm install".');

  // The build copies no assets, so they are served from the sources, wherever this module runs from.
  const browserFolder = join(packageFolder('..'), 'gateway/graphiql/browser');
  const own = await ownFiles(browserFolder);
  const entry = own.find(({ url }) => url.endsWith('/page.js'));
  if (!entry) throw new Error(`There is no page.js in ${browserFolder}.`);

  return {
    styles: [graphiql('graphiql.min.css'), ...own.filter(({ type }) => type.startsWith('text/css'))],
    scripts: [
      react('umd/react.production.min.js'),
      reactDom('umd/react-dom.production.min.js'),
      graphiql('graphiql.min.js'),
    ],
    modules: own.filter(({ type }) => type.startsWith('text/javascript')),
    entry,
  };
}

async function installed(name: string): Promise<(file: string) => Asset> {
  const folder = packageFolder(name);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return (file) => asset(`/graphiql/${name}-${version}/${file}`, () => readFile(join(folder, file)));
}

async function ownFiles(folder: string): Promise<Asset[]> {
  const files = await Promise.all(
    (await readdir(folder)).sort().map(async (name) => ({ name, content: await readFile(join(folder, name)) })),
  );
  const digest = createHash('sha256');
  for (const { content } of files) digest.update(content);
  const version = digest.digest('hex').slice(0, 12);
  return files.map(({ name, content }) => asset(`/graphiql/${version}/${name}`, async () => content));
}

function asset(url: string, read: () => Promise<Buffer>): Asset {
  const type = extname(url) === '.css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
  let body: Promise<{ plain: Buffer; packed: Buffer }> | undefined;
  return {
    url,
    type,
    body() {
      body ??= read().then(async (plain) => ({ plain, packed: await promisify(gzip)(plain) }));
      return body;
    },
  };
}

function packageFolder(specifier: string): string {
  const packageJson = findPackageJSON(specifier, import.meta.url);
  if (!packageJson) throw new Error(`The package "${specifier}" is not installed; run "npm install".`);
  return dirname(packageJson);
}
