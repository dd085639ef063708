import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One copy of graphql: without the alias, tests load its ESM build and the CommonJS packages its other one.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/cluster.ts'],
    // They wait for PostgreSQL and for word between services as much as they compute.
    maxWorkers: '150%',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
