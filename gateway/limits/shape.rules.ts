import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** The fragments of a document by their name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** How an operation is written, with its fragments written out; the same whatever its variables hold. */
export interface OperationShape {
  kind: 'query' | 'mutation' | 'subscription';
  /** Fields inside one another. `__typename`, `__schema` and `__type` count as nothing. */
  depth: number;
  /** Fields inside one another, counted from `__schema` and `__type`. */
  introspectionDepth: number;
  aliases: number;
  selections: number;
  /** `__schema` and `__type` fields. */
  introspections: number;
  /** Fields of the operation itself. */
  rootFields: number;
}

type SelectionShape = Omit<OperationShape, 'kind'>;

const nothing: SelectionShape = {
  depth: 0,
  introspectionDepth: 0,
  aliases: 0,
  selections: 0,
  introspections: 0,
  rootFields: 0,
};

export function fragmentsOf(document: DocumentNode): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/**
 * Measures how an operation is written.
 *
 * Every fragment is read once, however often it is spread, so the time taken is linear in the document's length.
 * A fragment that contains itself counts as nothing inside itself; validation is what refuses it.
 */
export function shapeOf(operation: OperationDefinitionNode, fragments: Fragments): OperationShape {
  const known = new Map<string, SelectionShape>();

  function ofSelections(selectionSet: SelectionSetNode): SelectionShape {
    return selectionSet.selections.map(ofSelection).reduce(together, nothing);
  }

  function ofSelection(selection: SelectionNode): SelectionShape {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSelections(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);

    const inner = selection.selectionSet ? ofSelections(selection.selectionSet) : nothing;
    const field = {
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      selections: inner.selections + 1,
      introspections: inner.introspections,
      rootFields: 1,
    };
    switch (selection.name.value) {
      case '__typename':
        return { ...field, depth: 0, introspectionDepth: 0 };
      case '__schema':
      case '__type':
        return { ...field, depth: 0, introspectionDepth: inner.depth + 1, introspections: field.introspections + 1 };
      default:
        return { ...field, depth: inner.depth + 1, introspectionDepth: inner.introspectionDepth };
    }
  }

  function ofFragment(name: string): SelectionShape {
    const measured = known.get(name);
    if (measured) return measured;
    const fragment = fragments.get(name);
    if (!fragment) return nothing;
    known.set(name, nothing);
    const shape = ofSelections(fragment.selectionSet);
    known.set(name, shape);
    return shape;
  }

  return { kind: operation.operation, ...ofSelections(operation.selectionSet) };
}

function together(a: SelectionShape, b: SelectionShape): SelectionShape {
  return {
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    aliases: sum(a.aliases, b.aliases),
    selections: sum(a.selections, b.selections),
    introspections: sum(a.introspections, b.introspections),
    rootFields: sum(a.rootFields, b.rootFields),
  };
}

/** Fragments that double each other soon pass every number; this one is still written out in JSON. */
function sum(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}
