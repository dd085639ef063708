import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, isObjectType, parse } from 'graphql';
import { Executor } from '../../services/shared/execution/executor.ts';
import type {
  RequestScope,
  SubgraphRequest,
  SubgraphResponse,
} from '../../services/shared/execution/subgraph-request.ts';
import { kindOfId } from '../../services/shared/ids.ts';
import type { Logger } from '../../services/shared/logger.ts';
import { auditTrail } from '../audit/audit-trail.ts';
import type { Transport } from '../transport/transport.ts';
import type { NodeOwners } from './node-owners.ts';

const MAXIMUM_IDS = 100;

interface Stub {
  readonly __typename: string;
  readonly id: string;
}

interface NodeContext {
  readonly scope: RequestScope;
}

/**
 * The gateway's own subgraph: `node`, `nodes`, and the audit trail of all services.
 *
 * An ID tells its type; whether there is such a thing, and whether the viewer may see it, says the service that owns the
 * type: one request for each service asked, whatever the number of IDs.
 */
export function nodeService(options: { sdl: string; owners: NodeOwners; transport: Transport; log: Logger }) {
  const { sdl, owners, transport, log } = options;
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(sdl),
      resolvers: {
        Query: {
          auditTrail: auditTrail([...owners.keys()], transport),
          node: async (_root: unknown, { id }: { id: string }, { scope }: NodeContext) =>
            (await find([id], scope))[0] ?? null,
          nodes: (_root: unknown, { ids }: { ids: string[] }, { scope }: NodeContext) => {
            if (ids.length <= MAXIMUM_IDS) return find(ids, scope);
            throw new GraphQLError(`Ask for at most ${MAXIMUM_IDS} IDs at once.`, {
              extensions: { code: 'BAD_USER_INPUT', maximum: MAXIMUM_IDS },
            });
          },
        },
      },
    },
  ]);
  const executor = new Executor(schema, log);

  async function find(ids: readonly string[], scope: RequestScope): Promise<(Stub | null)[]> {
    const stubs = ids.flatMap((id) => stubOf(id) ?? []);
    const found = new Set<string>();
    await Promise.all(
      [...owners].map(async ([service, types]) => {
        const theirs = stubs.filter(({ __typename }) => types.includes(__typename));
        if (theirs.length > 0) for (const id of await existing(service, theirs, scope)) found.add(id);
      }),
    );
    return ids.map((id) => (found.has(id) ? stubOf(id) : null));
  }

  async function existing(service: string, stubs: readonly Stub[], scope: RequestScope): Promise<string[]> {
    const { data, errors } = await transport.send(service, {
      query: 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }',
      variables: { of: stubs },
      scope,
    });
    const entities: unknown = data?._entities;
    if (!Array.isArray(entities)) throw new Error(errors?.[0]?.message ?? `${service} answered no entities`);
    return stubs.filter((_stub, index) => entities[index] != null).map(({ id }) => id);
  }

  function stubOf(id: string): Stub | null {
    const type = typeNameOf(id);
    return type !== null && isObjectType(schema.getType(type)) ? { __typename: type, id } : null;
  }

  return {
    execute: (request: SubgraphRequest): Promise<SubgraphResponse> =>
      executor.execute(request, { scope: request.scope } satisfies NodeContext),
  };
}

/** The graph type an ID belongs to: its kind in another spelling, `forum_edition` for `ForumEdition`. */
function typeNameOf(id: string): string | null {
  const kind = kindOfId(id);
  return kind?.replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase()) ?? null;
}
