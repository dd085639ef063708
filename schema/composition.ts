import { composeServices } from '@apollo/composition';
import { parse, printSchema } from 'graphql';
import { auditTrailSdl } from '../gateway/audit/audit-trail.sdl.ts';
import { NODE_SUBGRAPH, nodeTypesOf } from '../gateway/node/node-owners.ts';

/** A subgraph as composition takes it. */
export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
}

/** Where a subgraph is reached is a setting; a composed schema must name something, and this name resolves nowhere. */
const urlOf = (name: string) => `http://${name}.invalid/graphql`;

/**
 * Composes the portal's schema: every file of `schema/` by name.
 *
 * Throws with all errors, and also with hints: subgraphs that disagree in a description are a mistake.
 */
export function composeSchema(services: readonly SubgraphSdl[]): Map<string, string> {
  const subgraphs = [...services, { name: NODE_SUBGRAPH, sdl: nodeSdl(services) }];
  const composed = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: urlOf(name), typeDefs: parse(sdl) })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n\n'));
  if (composed.hints.length > 0) throw new Error(composed.hints.map((hint) => hint.toString()).join('\n\n'));
  const api = composed.schema.toAPISchema().toGraphQLJSSchema();
  return new Map([
    ...subgraphs.map(({ name, sdl }) => [`${name}.graphql`, sdl] as const),
    ['supergraph.graphql', `${composed.supergraphSdl.trimEnd()}\n`],
    ['api.graphql', `${printSchema(api)}\n`],
  ]);
}

/** The SDL of the gateway's own subgraph: `node`, `nodes`, a stub of each type that some service calls a `Node`, the audit trail. */
function nodeSdl(services: readonly SubgraphSdl[]): string {
  const nodes = services.flatMap(({ sdl }) => nodeTypesOf(sdl)).sort();
  const stubs = nodes.map(
    (type) => `type ${type} implements Node @key(fields: "id", resolvable: false) {\n  id: ID!\n}\n`,
  );
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])

type Query {
  """
  Finds anything by its ID. Null where there is nothing that the viewer may see.
  """
  node("Opaque, as the portal gave it." id: ID!): Node
  """
  Like \`node\`, for up to 100 IDs at once; in their order, null for each that is not found.
  """
  nodes(ids: [ID!]!): [Node]!
}

"""
Anything with an ID that is unique in the whole portal. Found by \`node(id:)\`.
"""
interface Node {
  """
  Opaque, stable, unique in the whole portal.
  """
  id: ID!
}

${stubs.join('\n')}
${auditTrailSdl}`;
}
