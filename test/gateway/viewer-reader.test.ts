import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { ViewerReader } from '../../gateway/door/viewer-reader.ts';
import { participant, type Viewer } from '../../services/shared/access/access.rules.ts';

const request = { headers: { authorization: 'Bearer token' } } as FastifyRequest;
const administrator: Viewer = {
  ...participant('person_1'),
  grants: [{ role: 'ADMINISTRATOR', scope: { kind: 'ALL', id: null } }],
};

afterEach(() => {
  vi.restoreAllMocks();
});

it('asks once for a token and remembers the answer for less than a minute', async () => {
  let present: Viewer | null = administrator;
  let asked = 0;
  let at = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => at);
  const pass = async (ms: number) => {
    at += ms;
    // The memory looks at the clock once a millisecond.
    await sleep(5);
  };
  const reader = new ViewerReader({
    viewerOf: async () => {
      asked += 1;
      return present;
    },
  });

  const first = await reader.viewerOf(request);
  present = participant('person_1');
  await pass(29_000);
  const soon = await reader.viewerOf(request);
  const askedSoon = asked;
  await pass(2_000);
  const later = await reader.viewerOf(request);
  present = null;
  await pass(31_000);

  expect([first, soon, later]).toEqual([administrator, administrator, participant('person_1')]);
  expect([askedSoon, asked]).toEqual([1, 2]);
  await expect(reader.viewerOf(request)).rejects.toThrow('not valid any more');
});
