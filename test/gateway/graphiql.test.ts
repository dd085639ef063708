import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { loadExamples } from '../../gateway/graphiql/examples.ts';
import { registerGraphiql } from '../../gateway/graphiql/graphiql.ts';
import type { PageContent } from '../../gateway/graphiql/page.ts';
import { registerSecurityHeaders } from '../../gateway/http/security-headers.ts';

const content: PageContent = {
  examples: [{ title: 'Forum page', about: 'Anyone.', query: 'query ForumPage { __typename }', variables: '' }],
  demo: {
    password: 'a</script><script>alert(1)</script>',
    people: [{ email: 'participant@demo.erikti.example', role: 'Participant' }],
  },
  introspection: true,
};

async function portalWith(pageContent: PageContent): Promise<FastifyInstance> {
  const app = fastify();
  registerSecurityHeaders(app);
  registerGraphiql(app, pageContent);
  await app.ready();
  return app;
}

let portal: FastifyInstance;
let html: string;

beforeAll(async () => {
  portal = await portalWith(content);
  html = (await portal.inject('/')).body;
});

afterAll(() => portal.close());

/** Every address the page's elements load. */
function addressesIn(page: string): string[] {
  return [...page.matchAll(/<(?:script|link|img|iframe)\b[^>]*?\b(?:src|href)="([^"]*)"/g)].map(([, url = '']) => url);
}

function contentOf(page: string): unknown {
  const [, text = ''] = /<script type="application\/json" id="page-content">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(text);
}

/** The text of every module that can be reached from these, by its address. */
async function modulesFrom(entries: string[]): Promise<Map<string, string>> {
  const modules = new Map<string, string>();
  const pending = [...entries];
  for (let url = pending.pop(); url !== undefined; url = pending.pop()) {
    if (modules.has(url)) continue;
    const { statusCode, body } = await portal.inject(url);
    if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}.`);
    modules.set(url, body);
    const base = new URL(url, 'http://portal');
    for (const [, path = ''] of body.matchAll(/^import .* from '(.*)';$/gm)) pending.push(new URL(path, base).pathname);
  }
  return modules;
}

/** The addresses with what changes from version to version left out. */
function withoutVersions(urls: string[]): string[] {
  return urls.map((url) => url.replace(/-\d+\.\d+\.\d+\//, '/').replace(/[0-9a-f]{12}/, 'own'));
}

describe('the GraphiQL page', () => {
  it('is served as a page that may run only what the portal serves, and that nobody keeps', async () => {
    const { statusCode, headers } = await portal.inject('/');

    expect([statusCode, headers['content-type'], headers['cache-control'], headers['content-security-policy']]).toEqual(
      [
        200,
        'text/html; charset=utf-8',
        'no-store',
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      ],
    );
  });

  it('loads nothing from another host', () => {
    expect(withoutVersions(addressesIn(html)).map((url) => url.replace(/^data:.*/, 'data:'))).toEqual([
      'data:',
      '/graphiql/graphiql/graphiql.min.css',
      '/graphiql/own/page.css',
      '/graphiql/react/umd/react.production.min.js',
      '/graphiql/react-dom/umd/react-dom.production.min.js',
      '/graphiql/graphiql/graphiql.min.js',
      '/graphiql/own/page.js',
    ]);
  });

  it('finds everything it loads on the portal, to be kept for good', async () => {
    const answers = [];
    for (const url of addressesIn(html).filter((address) => !address.startsWith('data:'))) {
      const { statusCode, headers } = await portal.inject(url);
      answers.push(`${statusCode} ${headers['content-type']} ${headers['cache-control']}`);
    }

    const style = '200 text/css; charset=utf-8 public, max-age=31536000, immutable';
    const script = '200 text/javascript; charset=utf-8 public, max-age=31536000, immutable';
    expect(answers).toEqual([style, style, script, script, script, script]);
  });

  it('finds every module that its own modules import, and none of them names another host', async () => {
    const modules = await modulesFrom(addressesIn(html).filter((url) => url.endsWith('/page.js')));

    expect(withoutVersions([...modules.keys()].sort())).toEqual([
      '/graphiql/own/bar.js',
      '/graphiql/own/editors.js',
      '/graphiql/own/page.js',
      '/graphiql/own/sign-in.js',
    ]);
    expect([...modules.values()].filter((body) => /https?:\/\//.test(body))).toEqual([]);
  });

  it('sends the same script packed to what can unpack it', async () => {
    const url = addressesIn(html).find((address) => address.endsWith('/graphiql.min.js')) ?? '';

    const plain = await portal.inject(url);
    const packed = await portal.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });

    const unpacked = await new Response(
      new Blob([new Uint8Array(packed.rawPayload)]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
    expect([plain.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([undefined, 'gzip']);
    expect(unpacked === plain.body).toBe(true);
  });

  it('carries its content as data that cannot end its element', () => {
    expect(contentOf(html)).toEqual(content);
  });

  it('knows no demonstration person and no password when there are none', async () => {
    const app = await portalWith({ ...content, demo: null });

    const { body } = await app.inject('/');
    await app.close();

    expect(contentOf(body)).toEqual({ ...content, demo: null });
    expect(body).not.toMatch(/participant|password|alert/i);
  });
});

describe('the examples', () => {
  it('are the operations of a folder by name, with what is said of them and variables to try', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'examples-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(
      join(folder, '2-b.graphql'),
      '# Anyone.\n# Ask twice.\nquery MyPortal($n: Int) { me(n: $n) { id } }\n# Later.\n',
    );
    await writeFile(join(folder, '2-b.variables.json'), '{"n":1}');
    await writeFile(join(folder, '1-a.graphql'), 'mutation Register { register { id } }\n');

    expect(await loadExamples(folder)).toEqual([
      { title: 'Register', about: '', query: 'mutation Register { register { id } }', variables: '' },
      {
        title: 'My portal',
        about: 'Anyone.\nAsk twice.',
        query: '# Anyone.\n# Ask twice.\nquery MyPortal($n: Int) { me(n: $n) { id } }\n# Later.',
        variables: '{\n  "n": 1\n}',
      },
    ]);
  });

  it('of the portal can be run as they are: one operation each, with every variable it requires', async () => {
    const examples = await loadExamples(fileURLToPath(new URL('../../schema/operations', import.meta.url)));

    const missing = examples.flatMap(({ title, query, variables }) => {
      const given = Object.keys(JSON.parse(variables || '{}'));
      const [operation, ...others] = parse(query).definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return [`${title}: one operation`];
      const required = (operation.variableDefinitions ?? []).filter(({ type }) => type.kind === Kind.NON_NULL_TYPE);
      return required
        .map(({ variable }) => variable.name.value)
        .filter((name) => !given.includes(name))
        .map((name) => `${title}: $${name}`);
    });

    expect(missing).toEqual([]);
    expect(examples.map(({ title }) => title)).toContain('Forum page');
  });
});
