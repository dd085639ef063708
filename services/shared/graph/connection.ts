import { ArgsType, type ClassType, Directive, Field, Int, ObjectType } from 'type-graphql';
import { type Cut, type Page, type PageArguments, readPage, type SortKey, writeCursor } from './connection.rules.ts';
import { pageRefusal } from './page-refusal.ts';

@ArgsType()
export class PageArgs implements PageArguments {
  @Field(() => Int, { nullable: true, description: 'How many, from the start: 1 to 100, 20 when absent.' })
  readonly first?: number | null;
  @Field(() => String, { nullable: true, description: 'Begin after this cursor.' })
  readonly after?: string | null;
  @Field(() => Int, { nullable: true, description: 'How many, from the end: 1 to 100. Not together with `first`.' })
  readonly last?: number | null;
  @Field(() => String, { nullable: true, description: 'End before this cursor.' })
  readonly before?: string | null;
}

@ObjectType({ description: 'Where a page stands in its list.' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage: boolean;
  @Field(() => Boolean)
  readonly hasPreviousPage: boolean;
  @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
  readonly startCursor: string | null;
  @Field(() => String, { nullable: true, description: 'Null on an empty page.' })
  readonly endCursor: string | null;

  constructor(cut: Cut<unknown>, cursors: readonly string[]) {
    this.hasNextPage = cut.hasNextPage;
    this.hasPreviousPage = cut.hasPreviousPage;
    this.startCursor = cursors.at(0) ?? null;
    this.endCursor = cursors.at(-1) ?? null;
  }
}

/**
 * Makes the Relay connection of a node type: `<name>Connection` and `<name>Edge`.
 *
 * `Connection.of(cut, keyOf, toNode)` builds one from a page of rows; `keyOf` gives the row's sort key.
 */
export function connectionType<Shape extends object>(name: string, nodeType: () => ClassType<Shape>) {
  @ObjectType(`${name}Edge`, { description: 'A node and its place in the list.' })
  class Edge {
    @Field(() => String)
    readonly cursor: string;
    @Field(() => nodeType())
    readonly node: Shape;

    constructor(cursor: string, node: Shape) {
      this.cursor = cursor;
      this.node = node;
    }
  }

  @ObjectType(`${name}Connection`, { description: 'A page of a list: Relay connection, in a total order.' })
  class Connection {
    @Field(() => [Edge])
    readonly edges: Edge[];
    @Field(() => [nodeType()], { description: 'The nodes of `edges`, for clients that need no cursor for each.' })
    readonly nodes: Shape[];
    @Field(() => PageInfo)
    readonly pageInfo: PageInfo;

    constructor(edges: Edge[], pageInfo: PageInfo) {
      this.edges = edges;
      this.nodes = edges.map((edge) => edge.node);
      this.pageInfo = pageInfo;
    }

    static of<Row>(cut: Cut<Row>, keyOf: (row: Row) => SortKey, toNode: (row: Row) => Shape): Connection {
      const edges = cut.rows.map((row) => new Edge(writeCursor(keyOf(row)), toNode(row)));
      const cursors = edges.map((edge) => edge.cursor);
      return new Connection(edges, new PageInfo(cut, cursors));
    }
  }

  return Connection;
}

/**
 * Makes the Relay connection of a list that can be counted: like `connectionType`, with `totalCount`.
 *
 * `Connection.counted(cut, keyOf, toNode, count)` builds one; `count` is called only where a client asks.
 */
export function countedConnectionType<Shape extends object>(name: string, nodeType: () => ClassType<Shape>) {
  const Uncounted = connectionType(name, nodeType);

  @ObjectType(`${name}Connection`, { description: 'A page of a list: Relay connection, in a total order.' })
  class Connection extends Uncounted {
    readonly count: () => Promise<number>;

    constructor({ edges, pageInfo }: InstanceType<typeof Uncounted>, count: () => Promise<number>) {
      super(edges, pageInfo);
      this.count = count;
    }

    @Field(() => Int, { description: 'How many there are in the whole list, as of the moment of the answer.' })
    get totalCount(): Promise<number> {
      return this.count();
    }

    static counted<Row>(
      cut: Cut<Row>,
      keyOf: (row: Row) => SortKey,
      toNode: (row: Row) => Shape,
      count: () => Promise<number>,
    ): Connection {
      return new Connection(Uncounted.of(cut, keyOf, toNode), count);
    }
  }

  return Connection;
}

/** The page asked for. Throws `BAD_USER_INPUT` with the reason when the arguments make no page. */
export function pageOf(asked: PageArguments, keyLength: number): Page {
  const page = readPage(asked, keyLength);
  if ('problem' in page) throw pageRefusal(page.problem);
  return page;
}
