import 'reflect-metadata';
import { buildSubgraphSchema, type GraphQLResolverMap, printSubgraphSchema } from '@apollo/subgraph';
import type DataLoader from 'dataloader';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { guard } from '../access/guard.ts';

/** What another subgraph says of an entity: its type and key fields. Comes from the gateway, checked by nobody yet. */
export type Representation = Readonly<Record<string, unknown>>;

/** Finds an entity by representation. Made by `byLoader` or `byReference`, so that a lookup is always batched. */
export interface ReferenceResolver<Context> {
  readonly resolve: (representation: Representation, context: Context) => Promise<object | null>;
}

/** An entity with a row of its own here: found through a loader, null where there is none. */
export function byLoader<Context, Row>(
  key: string,
  loaderOf: (context: Context) => DataLoader<string, Row | null>,
  toType: (row: Row, context: Context, representation: Representation) => object | null,
): ReferenceResolver<Context> {
  return {
    resolve: async (representation, context) => {
      const id = representation[key];
      if (typeof id !== 'string') return null;
      const row = await loaderOf(context).load(id);
      return row === null ? null : toType(row, context, representation);
    },
  };
}

/** An entity that another subgraph owns and this one adds fields to: the key is all there is to know. */
export function byReference<Context>(key: string, toType: (id: string) => object): ReferenceResolver<Context> {
  return {
    resolve: async (representation) => {
      const id = representation[key];
      return typeof id === 'string' ? toType(id) : null;
    },
  };
}

/** Resolvers of the entities' references, by graph type. */
export type References<Context> = Readonly<Record<string, ReferenceResolver<Context>>>;

export interface SubgraphSource<Context> {
  // biome-ignore lint/complexity/noBannedTypes: the type of a resolver class in type-graphql's own signature
  readonly resolvers: NonEmptyArray<Function>;
  readonly references: References<Context>;
  /** Types of other services that only references lead to here. */
  // biome-ignore lint/complexity/noBannedTypes: the type of a class in type-graphql's own signature
  readonly stubs?: readonly Function[];
}

const FEDERATION =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@inaccessible", "@requires"])';

/**
 * Builds a subgraph's executable schema and its SDL, as composition reads it.
 *
 * Throws where a query or mutation does not declare who may use it.
 */
export async function buildFederatedSchema<Context>(
  source: SubgraphSource<Context>,
): Promise<{ schema: GraphQLSchema; sdl: string }> {
  const plain = await buildSchema({
    resolvers: source.resolvers,
    orphanedTypes: [...(source.stubs ?? [])],
    skipCheck: true,
    validate: false,
  });
  guard(plain);
  const sdl = `${FEDERATION}\n\n${printSubgraphSchema(plain)}\n`;
  // Two names for one structure: type-graphql's and Apollo's types of a resolver map differ in spelling only.
  const resolvers = createResolversMap(plain) as GraphQLResolverMap<Context>;
  for (const [type, reference] of Object.entries(source.references)) {
    // An async function turns a throw into a rejection, which costs one entity and not its siblings.
    const resolve = async (representation: Representation, context: Context) =>
      reference.resolve(representation, context);
    resolvers[type] = Object.assign(resolvers[type] ?? {}, { __resolveReference: resolve });
  }
  return { schema: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]), sdl };
}
