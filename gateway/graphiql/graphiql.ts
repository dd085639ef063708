import type { FastifyInstance } from 'fastify';
import { type Asset, findAssets } from './assets.ts';
import { graphiqlPage, type PageContent, pagePolicy } from './page.ts';

/** Serves GraphiQL at `/`, and everything it loads below `/graphiql/`, from this machine alone. */
export function registerGraphiql(app: FastifyInstance, content: PageContent): void {
  app.register(async (scope) => {
    const assets = await findAssets();
    const page = graphiqlPage(assets, content);

    scope.get('/', async (_request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-store' })
        .send(page),
    );
    for (const asset of [...assets.styles, ...assets.scripts, ...assets.modules]) serve(scope, asset);
  });
}

function serve(scope: FastifyInstance, { url, type, body }: Asset): void {
  scope.get(url, async (request, reply) => {
    const { plain, packed } = await body();
    reply.type(type).headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' });
    if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return plain;
    return reply.header('content-encoding', 'gzip').send(packed);
  });
}
