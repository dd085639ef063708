import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';
import pino from 'pino';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import { ANONYMOUS, anyone, holders, participant, signedIn } from '../../../services/shared/access/access.rules.ts';
import { Allow } from '../../../services/shared/access/allow.ts';
import { Executor } from '../../../services/shared/execution/executor.ts';
import type { SubgraphResponse } from '../../../services/shared/execution/subgraph-request.ts';
import { buildFederatedSchema, byLoader, byReference } from '../../../services/shared/graph/federated-schema.ts';

const SECRET = 'select "password" from identity."user"';
const MASKED = 'Something went wrong on our side.';
const masked = { code: 'INTERNAL_SERVER_ERROR', correlationId: 'request-1' };

interface LakeContext {
  readonly lakeByName: DataLoader<string, string | null>;
}

@ObjectType('Lake')
@Directive('@key(fields: "name")')
class Lake {
  @Field(() => ID)
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

@ObjectType('Shore')
@Directive('@key(fields: "name")')
class Shore {
  @Field(() => ID)
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const faults: Record<string, () => unknown> = {
  error: () => new Error(SECRET),
  text: () => SECRET,
  nothing: () => undefined,
  'error of the database': () => Object.assign(new Error(SECRET), { code: '42P01', parameters: [SECRET] }),
  'error that says it is public': () => Object.assign(new Error(SECRET), { extensions: { code: 'FORBIDDEN' } }),
  'graph error without a code': () => new GraphQLError(SECRET),
  'graph error with a code of its own': () => new GraphQLError(SECRET, { extensions: { code: 'TEAPOT', sql: SECRET } }),
  'graph error that hides another': () => new GraphQLError('hidden', { originalError: new Error(SECRET) }),
};

@Resolver(() => Lake)
class LakeResolver {
  @Allow(anyone)
  @Query(() => Lake)
  lake(@Arg('name', () => String) name: string): Lake {
    return new Lake(name);
  }

  @Allow(anyone)
  @Query(() => Shore)
  shore(@Arg('name', () => String) name: string): Shore {
    return new Shore(name);
  }

  @Allow(anyone)
  @Query(() => Int, { nullable: true })
  depth(@Arg('metres', () => Int, { nullable: true }) metres: number | null): number | null {
    return metres;
  }

  @FieldResolver(() => String, { nullable: true })
  throws(@Arg('what', () => String) what: string): string {
    throw faults[what]?.();
  }

  @FieldResolver(() => String, { nullable: true })
  async rejects(@Arg('what', () => String) what: string): Promise<string> {
    throw faults[what]?.();
  }

  @Allow(holders('ADMINISTRATOR'))
  @FieldResolver(() => String, { nullable: true })
  private_(): string {
    return 'private';
  }

  @Allow(signedIn)
  @FieldResolver(() => String, { nullable: true })
  mine(): string {
    return 'mine';
  }

  @FieldResolver(() => Int, { nullable: true })
  notANumber(): string {
    return SECRET;
  }

  @FieldResolver(() => String)
  async water(@Root() { name }: Lake, @Ctx() { lakeByName }: LakeContext): Promise<string> {
    const kind = await lakeByName.load(name);
    return kind ?? 'none';
  }
}

const source = {
  resolvers: [LakeResolver] as [typeof LakeResolver],
  references: {
    Lake: byLoader<LakeContext, string>(
      'name',
      ({ lakeByName }) => lakeByName,
      (name) => {
        if (name === 'Aral') throw new Error(SECRET);
        return new Lake(name);
      },
    ),
    Shore: byReference<LakeContext>('name', (name) => {
      if (name === 'Aral') throw new Error(SECRET);
      return new Shore(name);
    }),
  },
};
const { schema } = await buildFederatedSchema<LakeContext>(source);

describe('the executor of a subgraph', () => {
  let lines: { correlationId: string; path: unknown; err: { message: string; stack: string } }[];
  let executor: Executor;
  beforeEach(() => {
    lines = [];
    executor = new Executor(
      schema,
      pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    );
  });

  it.each(['throws', 'rejects'].flatMap((how) => Object.keys(faults).map((what) => [how, what] as const)))(
    'masks what a resolver %s: %s',
    async (how, what) => {
      const answer = await ask(`{ lake(name: "Balkhash") { name fault: ${how}(what: "${what}") } }`);

      expect(answer).toEqual({
        data: { lake: { name: 'Balkhash', fault: null } },
        errors: [{ message: MASKED, path: ['lake', 'fault'], extensions: masked }],
      });
    },
  );

  it('masks a value that is not of its type', async () => {
    const answer = await ask('{ lake(name: "Balkhash") { notANumber } }');

    expect(answer).toEqual({
      data: { lake: { notANumber: null } },
      errors: [{ message: MASKED, path: ['lake', 'notANumber'], extensions: masked }],
    });
  });

  it('logs a fault once, whole, under the correlation id', async () => {
    await ask('{ lake(name: "Balkhash") { throws(what: "error") } }');

    expect(lines).toEqual([
      expect.objectContaining({
        level: 50,
        msg: 'fault',
        correlationId: 'request-1',
        path: ['lake', 'throws'],
        err: expect.objectContaining({ message: SECRET, stack: expect.stringContaining('executor.test.ts') }),
      }),
    ]);
  });

  it('logs each of several faults once', async () => {
    await ask('{ lake(name: "Balkhash") { a: throws(what: "error") b: rejects(what: "error") c: name } }');

    expect(lines.map(({ path }) => path)).toEqual([
      ['lake', 'a'],
      ['lake', 'b'],
    ]);
  });

  it('loses the nearest thing that may be null, where the broken one may not', async () => {
    const lakeByName = new DataLoader<string, string>(async () => {
      throw new Error(SECRET);
    });

    const answer = await ask('{ lake(name: "Balkhash") { water } }', {}, { lakeByName });

    expect(answer).toEqual({
      data: null,
      errors: [{ message: MASKED, path: ['lake', 'water'], extensions: masked }],
    });
  });

  it.each([
    ['who may not', participant('person_1'), 'private_', 'FORBIDDEN', 'This is not yours to do or to see.'],
    ['who is not signed in', ANONYMOUS, 'mine', 'UNAUTHENTICATED', 'Sign in first.'],
    ['who is not signed in and would need a role', ANONYMOUS, 'private_', 'UNAUTHENTICATED', 'Sign in first.'],
  ])('tells somebody %s so, and logs nothing', async (_case, viewer, field, code, message) => {
    const answer = await ask(`{ lake(name: "Balkhash") { name ${field} } }`, {}, { viewer });

    expect(answer).toEqual({
      data: { lake: { name: 'Balkhash', [field]: null } },
      errors: [{ message, path: ['lake', field], locations: [{ line: 1, column: 33 }], extensions: { code } }],
    });
    expect(lines).toEqual([]);
  });

  it.each<[string, object]>([
    ['is missing', {}],
    ['is null', { metres: null }],
    ['is text', { metres: '26' }],
    ['is too large', { metres: 2 ** 31 }],
    ['is a list of two', { metres: [1, 2] }],
  ])('does not begin with a variable that %s, and says so', async (_case, variables) => {
    const answer = await ask('query ($metres: Int!) { depth(metres: $metres) }', variables);

    expect(answer).toEqual({
      errors: [{ message: expect.stringContaining('$metres'), extensions: { code: 'BAD_USER_INPUT' } }],
    });
    expect(lines).toEqual([]);
  });

  it('names every variable that does not fit', async () => {
    const answer = await ask('query ($a: Int!, $b: Int!) { a: depth(metres: $a) b: depth(metres: $b) }', { a: 'x' });

    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
    expect(answer).not.toHaveProperty('data');
  });

  it.each([
    ['what is no GraphQL', '{ lake(', 'Syntax Error: Expected Name, found <EOF>.'],
    ['a field that there is not', '{ sea }', 'Cannot query field "sea" on type "Query".'],
  ])('refuses %s, each time anew', async (_case, query, message) => {
    const answers = [await ask(query), await ask(query)];

    expect(answers.map(({ errors }) => errors?.map((error) => error.message))).toEqual([[message], [message]]);
    expect(answers.map((answer) => 'data' in answer)).toEqual([false, false]);
  });

  it('runs the operation that is asked for by name', async () => {
    const query = 'query Shallow { depth(metres: 1) } query Deep { depth(metres: 26) }';

    const answers = [await ask(query, {}, {}, 'Shallow'), await ask(query, {}, {}, 'Deep')];

    expect(answers).toEqual([{ data: { depth: 1 } }, { data: { depth: 26 } }]);
  });

  it.each([['Dry'], [undefined]])('refuses operations of which none is chosen (%s)', async (name) => {
    const query = 'query Shallow { depth(metres: 1) } query Deep { depth(metres: 26) }';

    const answer = await ask(query, {}, {}, name);

    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
    expect(answer).not.toHaveProperty('data');
  });

  it('answers the same operation with other variables and another context anew', async () => {
    const query = 'query ($name: String!) { lake(name: $name) { name water } }';

    const answers = [
      await ask(query, { name: 'Balkhash' }, lakes({ Balkhash: 'fresh and salt' })),
      await ask(query, { name: 'Alakol' }, lakes({ Balkhash: 'fresh and salt', Alakol: 'salt' })),
    ];

    expect(answers).toEqual([
      { data: { lake: { name: 'Balkhash', water: 'fresh and salt' } } },
      { data: { lake: { name: 'Alakol', water: 'salt' } } },
    ]);
  });

  describe('asked for entities', () => {
    const ENTITIES = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { __typename ... on Lake { name } ... on Shore { name } } }`;

    it('finds each in its place, and nothing where there is nothing', async () => {
      const answer = await entities(['Alakol', 'Nowhere', 'Balkhash', 'Alakol'], lakes({ Alakol: '', Balkhash: '' }));

      expect(answer).toEqual({ data: { _entities: [found('Alakol'), null, found('Balkhash'), found('Alakol')] } });
    });

    it('asks the loader once for all of them', async () => {
      const asked: (readonly string[])[] = [];
      const lakeByName = new DataLoader<string, string | null>(async (names) => {
        asked.push(names);
        return [...names];
      });

      await entities(['Alakol', 'Balkhash', 'Zaysan', 'Alakol'], { lakeByName });

      expect(asked).toEqual([['Alakol', 'Balkhash', 'Zaysan']]);
    });

    it('loses the one whose row cannot be loaded, and none beside it', async () => {
      const lakeByName = new DataLoader<string, string | null>(async (names) =>
        names.map((name) => (name === 'Zaysan' ? new Error(SECRET) : name)),
      );

      expect(await entities(['Alakol', 'Zaysan', 'Balkhash'], { lakeByName })).toEqual(oneLost());
      expect(lines.map(({ err }) => err.message)).toEqual([SECRET]);
    });

    it('loses the one that cannot be shown, and none beside it', async () => {
      const answer = await entities(['Alakol', 'Aral', 'Balkhash'], lakes({ Alakol: '', Aral: '', Balkhash: '' }));

      expect(answer).toEqual(oneLost());
    });

    it('loses the one that throws at once, and none beside it', async () => {
      const answer = await entities(['Alakol', 'Aral', 'Balkhash'], lakes({}), 'Shore');

      expect(answer).toEqual({
        data: { _entities: [found('Alakol', 'Shore'), null, found('Balkhash', 'Shore')] },
        errors: [{ message: MASKED, path: ['_entities', 1], extensions: masked }],
      });
    });

    it('loses all that need a loader that cannot be had, and none of those that do not', async () => {
      const context = {
        get lakeByName(): never {
          throw new Error(SECRET);
        },
      };

      const answer = await ask(
        ENTITIES,
        {
          representations: [
            { __typename: 'Lake', name: 'Alakol' },
            { __typename: 'Shore', name: 'Alakol' },
          ],
        },
        context,
      );

      expect(answer).toEqual({
        data: { _entities: [null, found('Alakol', 'Shore')] },
        errors: [{ message: MASKED, path: ['_entities', 0], extensions: masked }],
      });
    });

    it.each([[undefined], [null], [26], [['Alakol']], [{ name: 'Alakol' }]])(
      'finds nothing by a key that is none: %j',
      async (name) => {
        const representations = [
          { __typename: 'Lake', name },
          { __typename: 'Lake', name: 'Alakol' },
        ];

        const answer = await ask(ENTITIES, { representations }, lakes({ Alakol: '' }));

        expect(answer).toEqual({ data: { _entities: [null, found('Alakol')] } });
      },
    );

    function entities(names: string[], context: LakeContext, __typename = 'Lake'): Promise<SubgraphResponse> {
      return ask(ENTITIES, { representations: names.map((name) => ({ __typename, name })) }, context);
    }

    function found(name: string, __typename = 'Lake') {
      return { __typename, name };
    }

    function oneLost(): object {
      return {
        data: { _entities: [found('Alakol'), null, found('Balkhash')] },
        errors: [{ message: MASKED, path: ['_entities', 1], extensions: masked }],
      };
    }
  });

  async function ask(
    query: string,
    variables: object = {},
    context: object = {},
    operationName?: string,
  ): Promise<SubgraphResponse> {
    const scope = { viewer: ANONYMOUS, locale: 'kk', correlationId: 'request-1', deadlineAt: Infinity };
    const answer = await executor.execute({ query, operationName, variables: { ...variables }, scope }, context);
    // As it travels: what is left out of JSON is not there.
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    return JSON.parse(JSON.stringify(answer));
  }
});

function lakes(waterByName: Readonly<Record<string, string>>): LakeContext {
  return {
    lakeByName: new DataLoader(async (names) =>
      names.map((name) => (name in waterByName ? waterByName[name] || name : null)),
    ),
  };
}
