import { demand } from '../../services/shared/access/guard.ts';
import type { RequestScope } from '../../services/shared/execution/subgraph-request.ts';
import { fitsOrder, readPage, type SortKey, writeCursor } from '../../services/shared/graph/connection.rules.ts';
import { pageRefusal } from '../../services/shared/graph/page-refusal.ts';
import { kindOfId } from '../../services/shared/ids.ts';
import type { Transport } from '../transport/transport.ts';
import { mayReadTrail } from './audit-trail.sdl.ts';
import { merge } from './merge.rules.ts';

const RECORDS = `query ($subject: ID!, $first: Int!, $beforeAt: DateTime, $beforeId: ID) {
  auditRecords(subject: $subject, first: $first, beforeAt: $beforeAt, beforeId: $beforeId) {
    id at actorId onBehalfOfId command outcome changes { field from to } reason
  }
}`;

/** A service's own entry, as it answers it. */
interface AuditRecord {
  readonly id: string;
  readonly at: string;
  readonly actorId: string | null;
  readonly onBehalfOfId: string | null;
}

interface TrailArguments {
  readonly subject: string;
  readonly first?: number | null;
  readonly after?: string | null;
}

/**
 * The audit trail of the whole portal: each service is asked for its own entries before the same place, and the answers
 * are joined. One request and one statement for each service, whatever the size of the page.
 */
export function auditTrail(services: readonly string[], transport: Transport) {
  return async (_root: unknown, asked: TrailArguments, { scope }: { readonly scope: RequestScope }) => {
    demand(mayReadTrail, scope.viewer, { args: asked, of: undefined });
    const page = readPage({ first: asked.first ?? null, after: asked.after ?? null }, 2);
    if ('problem' in page) throw pageRefusal(page.problem);
    if (page.from && !fitsOrder(page.from, ['timestamptz', 'text'])) throw pageRefusal('cursor');

    const answers = await Promise.allSettled(
      services.map((service) => recordsOf(service, asked.subject, page.size + 1, page.from, transport, scope)),
    );
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    // An error in a list's place makes a null there, and is told with the answer.
    const missing = answers.flatMap((answer) => (answer.status === 'rejected' ? [asError(answer.reason)] : []));

    const { entries, hasNextPage } = merge(found, page.size);
    const edges = entries.map((node) => ({ cursor: writeCursor([node.at, node.id]), node }));
    return {
      edges: [...edges, ...missing],
      nodes: [...entries, ...missing],
      pageInfo: {
        hasNextPage,
        hasPreviousPage: page.from !== null,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  };
}

async function recordsOf(
  service: string,
  subject: string,
  first: number,
  before: SortKey | null,
  transport: Transport,
  scope: RequestScope,
) {
  const [beforeAt = null, beforeId = null] = before ?? [];
  const variables = { subject, first, beforeAt, beforeId };
  const { data, errors } = await transport.send(service, { query: RECORDS, variables, scope });
  const records: unknown = data?.auditRecords;
  if (!isRecords(records)) throw new Error(errors?.[0]?.message ?? `${service} answered no audit entries`);
  return records.map((record) => ({
    ...record,
    service,
    actor: isPerson(record.actorId) ? { __typename: 'Person', id: record.actorId } : null,
    onBehalfOf: isPerson(record.onBehalfOfId) ? { __typename: 'Person', id: record.onBehalfOfId } : null,
  }));
}

function isPerson(id: string | null): boolean {
  return id !== null && kindOfId(id) === 'person';
}

function isRecords(records: unknown): records is AuditRecord[] {
  return Array.isArray(records);
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
