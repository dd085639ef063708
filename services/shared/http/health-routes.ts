import type { FastifyInstance } from 'fastify';

/** `/health/live`: the process answers. `/health/ready`: it can do its work; 503 while it cannot. */
export function registerHealthRoutes(
  app: FastifyInstance,
  readiness: () => Promise<{ ready: boolean } & object>,
): void {
  app.get('/health/live', async () => ({ live: true }));
  app.get('/health/ready', async (_request, reply) => {
    const state = await readiness();
    return reply.code(state.ready ? 200 : 503).send(state);
  });
}
