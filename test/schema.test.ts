import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type GraphQLField, isInterfaceType, isObjectType, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSchema } from '../schema/composition.ts';
import { services } from '../services/services.ts';

const folder = new URL('../schema/', import.meta.url);
const committed = (name: string) => readFileSync(new URL(name, folder), 'utf8');

describe('the committed schema', () => {
  it('is what the services serve, composed without errors or hints', async () => {
    const subgraphs = await Promise.all(
      services.map(async (service) => ({ name: service.name, sdl: (await service.buildSchema()).sdl })),
    );

    const composed = composeSchema(subgraphs);

    for (const [name, text] of composed) expect(committed(name), name).toBe(text);
    expect(readdirSync(folder).filter((name) => name.endsWith('.graphql'))).toEqual([...composed.keys()].sort());
  });

  it.each(readdirSync(new URL('operations/', folder)).filter((name) => name.endsWith('.graphql')))(
    'answers the operation %s',
    (name) => {
      const errors = validate(buildSchema(committed('api.graphql')), parse(committed(`operations/${name}`)));

      expect(errors).toEqual([]);
    },
  );

  it('describes every type and every root field', () => {
    const api = buildSchema(committed('api.graphql'));
    const types = Object.values(api.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const builtIn = new Set(['String', 'Int', 'Boolean', 'ID', 'Float', 'Query', 'Mutation']);
    const roots: GraphQLField<unknown, unknown>[] = [api.getQueryType(), api.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}),
    );

    const silent = [...types.filter(({ name }) => !builtIn.has(name)), ...roots].filter(
      ({ description }) => !description,
    );

    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('has only nullable fields where one service reaches into another', async () => {
    const reaching: string[] = [];
    for (const service of services) {
      const { schema } = await service.buildSchema();
      const stubs = new Set(
        Object.values(schema.getTypeMap())
          .filter((type) => isObjectType(type) && type.astNode?.directives?.some(isKey))
          .filter((type) => isObjectType(type) && !type.getInterfaces().some(({ name }) => name === 'Node'))
          .filter(({ name }) => !(service.name === 'delegations' && name === 'Country'))
          .map(({ name }) => name),
      );
      for (const type of Object.values(schema.getTypeMap())) {
        if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('_')) continue;
        for (const field of Object.values(type.getFields())) {
          const written = String(field.type);
          // A list of keys is known here, without the service that owns what they stand for.
          if (written.endsWith('!') && stubs.has(written.slice(0, -1))) reaching.push(`${type.name}.${field.name}`);
          if (stubs.has(type.name) && written.endsWith('!') && !['id', 'code'].includes(field.name)) {
            reaching.push(`${type.name}.${field.name}`);
          }
        }
      }
    }

    expect(reaching).toEqual([]);
  });
});

function isKey(directive: { name: { value: string } }): boolean {
  return directive.name.value === 'key';
}
