import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../services/shared/access/access.rules.ts';
import type { RunningService } from '../../services/shared/service.ts';

/** Asks one service alone, as the gateway would for a viewer. */
export async function askAs(
  running: RunningService,
  viewer: Viewer,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  locale = 'en',
): Promise<{
  // biome-ignore lint/suspicious/noExplicitAny: a test asserts the whole shape of what it asked for
  data: any;
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}> {
  const scope = { viewer, locale, correlationId: randomUUID(), deadlineAt: Date.now() + 10_000 };
  const { data, errors = [] } = await running.execute({ query, variables, scope });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors };
}
