import { z } from 'zod';
import { participant } from '../../services/shared/access/access.rules.ts';
import type { RequestScope } from '../../services/shared/execution/subgraph-request.ts';
import { outOfReach, type Transport } from '../transport/transport.ts';

/** What one service keeps about a person, table by table. */
export interface ServiceRecords {
  readonly service: string;
  readonly tables: readonly z.infer<typeof Table>[];
}

const Table = z.object({
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
});
const Entities = z.object({ _entities: z.array(z.record(z.string(), z.array(Table).nullable()).nullable()) });

/**
 * All that the portal keeps about a person, asked of every service on the person's own behalf.
 *
 * All of it or nothing: rejects with the error of a service that is out of reach or does not answer. Null where there is
 * no such person any more.
 */
export async function personalRecords(
  personId: string,
  services: readonly string[],
  transport: Transport,
  scope: Omit<RequestScope, 'viewer'>,
): Promise<ServiceRecords[] | null> {
  const asked: RequestScope = { ...scope, viewer: participant(personId) };
  const answers = await Promise.all(
    services.map(async (service) => ({ service, tables: await tablesOf(service, personId, transport, asked) })),
  );
  const known = answers.flatMap(({ service, tables }) => (tables === null ? [] : [{ service, tables }]));
  return known.length === answers.length ? known : null;
}

async function tablesOf(service: string, id: string, transport: Transport, scope: RequestScope) {
  const field = `${service}Records`;
  const { data, errors } = await transport.send(service, {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Person { ${field} { table columns rows } } } }`,
    variables: { of: [{ __typename: 'Person', id }] },
    scope,
  });
  const read = Entities.safeParse(data);
  const [person] = read.data?._entities ?? [];
  if (errors || person === undefined) throw outOfReach(service, new Error(errors?.[0]?.message ?? 'no records'));
  return person?.[field] ?? null;
}
