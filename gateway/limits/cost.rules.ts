import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Fragments } from './shape.rules.ts';

/** The values a request came with, by the name of the variable. */
export type VariableValues = { readonly [name: string]: unknown };

/** Items in a page when neither `first` nor `last` is given, and the most a page may hold. */
export const pageSize = { whenAbsent: 20, atMost: 100 };

/** Items in a list that says nothing about its length. */
export const assumedListLength = 10;

/** What a selection could return: `own` once, `perItem` for every item of the page it is selected on. */
interface SelectionCost {
  own: number;
  perItem: number;
}

/**
 * Counts the objects an operation could return: one for each field of an object type, times the lengths of the lists
 * above it.
 *
 * - A connection is as long as its `first` or `last`: 20 when absent, 100 at most. The length counts for what is below
 *   its `nodes` and `edges`.
 * - A list with a required list argument, such as `nodes(ids:)`, is as long as that argument; a list with `first` or
 *   `last` is as long as they say; any other is taken to hold 10.
 * - Scalars and introspection cost nothing, nor does what `@skip` or `@include` leaves out.
 *
 * It is an upper bound: a field selected twice counts twice. Linear in the document's length; see `shapeOf`.
 */
export function costOf(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  given: VariableValues,
  schema: GraphQLSchema,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const variables = withDefaults(operation, given);
  const known = new Map<string, SelectionCost>();

  function ofSelections(selectionSet: SelectionSetNode, parent: GraphQLCompositeType): SelectionCost {
    const total = { own: 0, perItem: 0 };
    for (const selection of selectionSet.selections) {
      if (isLeftOut(selection, variables)) continue;
      const cost = ofSelection(selection, parent);
      total.own = counted(total.own + cost.own);
      total.perItem = counted(total.perItem + cost.perItem);
    }
    return total;
  }

  function ofSelection(selection: SelectionNode, parent: GraphQLCompositeType): SelectionCost {
    if (selection.kind === Kind.FIELD) return ofField(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    return ofSelections(selection.selectionSet, typeNamed(selection.typeCondition?.name.value) ?? parent);
  }

  function ofFragment(name: string): SelectionCost {
    const alreadyRead = known.get(name);
    if (alreadyRead) return alreadyRead;
    const fragment = fragments.get(name);
    const parent = typeNamed(fragment?.typeCondition.name.value);
    if (!fragment || !parent) return free;
    known.set(name, free);
    const cost = ofSelections(fragment.selectionSet, parent);
    known.set(name, cost);
    return cost;
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType): SelectionCost {
    if (!node.selectionSet) return free;
    const field = fieldNamed(node.name.value, parent);
    if (!field) return free;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return free;

    const inner = ofSelections(node.selectionSet, type);
    const page = inner.perItem === 0 ? 0 : inner.perItem * lengthOfPage(node, field, variables);
    const one = 1 + inner.own + page;
    if (isPageOf(parent, node.name.value)) return { own: 0, perItem: counted(one) };
    return { own: counted(one * lengthOf(node, field, variables)), perItem: 0 };
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  return ofSelections(operation.selectionSet, root).own;
}

const free: SelectionCost = { own: 0, perItem: 0 };

/** Keeps a number that no portal could answer one that can still be multiplied by nothing and written in JSON. */
function counted(cost: number): number {
  return Math.min(cost, Number.MAX_SAFE_INTEGER);
}

type Field = GraphQLField<unknown, unknown>;

function fieldNamed(name: string, parent: GraphQLCompositeType): Field | undefined {
  return isUnionType(parent) ? undefined : parent.getFields()[name];
}

/** Whether a field holds the items of a connection, and not something about it. */
function isPageOf(parent: GraphQLCompositeType, name: string): boolean {
  return (name === 'nodes' || name === 'edges') && fieldNamed('pageInfo', parent) !== undefined;
}

function lengthOfPage(node: FieldNode, field: Field, variables: VariableValues): number {
  const asked = lengthAskedFor(node, field, variables) ?? pageSize.whenAbsent;
  return Math.min(asked, pageSize.atMost);
}

function lengthOf(node: FieldNode, field: Field, variables: VariableValues): number {
  const lists = listsAround(field.type);
  if (lists === 0) return 1;
  const outer = lengthAskedFor(node, field, variables) ?? keysAskedFor(node, field, variables) ?? assumedListLength;
  return outer * assumedListLength ** (lists - 1);
}

function lengthAskedFor(node: FieldNode, field: Field, variables: VariableValues): number | undefined {
  const lengths = [argument('first', node, field, variables), argument('last', node, field, variables)]
    .filter((length) => typeof length === 'number')
    .filter((length) => length >= 0);
  return lengths.length === 0 ? undefined : counted(Math.max(...lengths));
}

/** A list that must be given names what is fetched; one that may be left out only narrows it. */
function keysAskedFor(node: FieldNode, field: Field, variables: VariableValues): number | undefined {
  const keys = field.args.find(({ type }) => isNonNullType(type) && isListType(type.ofType));
  if (!keys) return undefined;
  const value = argument(keys.name, node, field, variables);
  return Array.isArray(value) ? value.length : 1;
}

function argument(name: string, node: FieldNode, field: Field, variables: VariableValues): unknown {
  const written = node.arguments?.find((one) => one.name.value === name);
  const value = written && valueFromASTUntyped(written.value, variables);
  return value === undefined ? field.args.find((one) => one.name === name)?.defaultValue : value;
}

function listsAround(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listsAround(type.ofType);
  return isListType(type) ? 1 + listsAround(type.ofType) : 0;
}

function isLeftOut(selection: SelectionNode, variables: VariableValues): boolean {
  const { directives = [] } = selection;
  return directives.some(({ name, arguments: [condition] = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return false;
    return condition !== undefined && valueFromASTUntyped(condition.value, variables) === (name.value === 'skip');
  });
}

function withDefaults(operation: OperationDefinitionNode, given: VariableValues): VariableValues {
  // Without a prototype, a variable called `__proto__` is a variable like any other.
  const variables: { [name: string]: unknown } = Object.create(null);
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    if (Object.hasOwn(given, name)) variables[name] = given[name];
    else if (defaultValue) variables[name] = valueFromASTUntyped(defaultValue);
  }
  return variables;
}
