import { type GraphQLSchema, parse, print, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** What of an operation a subgraph answers by itself: fields of others are left out, and so is what remains empty. */
export function partOf(schema: GraphQLSchema, operation: string): string {
  const typeInfo = new TypeInfo(schema);
  const part = visit(
    parse(operation),
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter: () => (typeInfo.getFieldDef() ? undefined : null),
        leave: (field) => (field.selectionSet?.selections.length === 0 ? null : undefined),
      },
    }),
  );
  return print(part);
}
