import 'reflect-metadata';
import { type GraphQLSchema, graphql, printType } from 'graphql';
import { buildSchema, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countedConnectionType } from '../../../services/shared/graph/connection.ts';

@ObjectType()
class Pebble {
  @Field(() => Int)
  readonly n: number;

  constructor(n: number) {
    this.n = n;
  }
}

const PebbleConnection = countedConnectionType('Pebble', () => Pebble);
let counted = 0;

@Resolver()
class PebbleResolver {
  @Query(() => PebbleConnection)
  pebbles() {
    const cut = { rows: [1, 2], hasNextPage: true, hasPreviousPage: false };
    return PebbleConnection.counted(
      cut,
      (n) => [n],
      (n) => new Pebble(n),
      async () => {
        counted += 1;
        return 7;
      },
    );
  }
}

describe('a connection that can be counted', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    schema = await buildSchema({ resolvers: [PebbleResolver], orphanedTypes: [], validate: false });
  });
  beforeEach(() => {
    counted = 0;
  });

  it('is a connection with a total', () => {
    const type = schema.getType('PebbleConnection');

    expect(type && printType(type).match(/^ {2}\w+: .*$/gm)).toEqual([
      '  edges: [PebbleEdge!]!',
      '  nodes: [Pebble!]!',
      '  pageInfo: PageInfo!',
      '  totalCount: Int!',
    ]);
  });

  it('counts where the total is asked for', async () => {
    const { data } = await graphql({
      schema,
      source: '{ pebbles { totalCount nodes { n } pageInfo { hasNextPage } } }',
    });

    expect(data).toEqual({ pebbles: { totalCount: 7, nodes: [{ n: 1 }, { n: 2 }], pageInfo: { hasNextPage: true } } });
    expect(counted).toBe(1);
  });

  it('does not count where nobody asks', async () => {
    await graphql({ schema, source: '{ pebbles { edges { cursor node { n } } } }' });

    expect(counted).toBe(0);
  });
});
