import type { OperationShape } from './shape.rules.ts';

/** How much one request may ask for. Every number is the largest that is still answered. */
export interface Limits {
  /** Characters in the document, in UTF-16 code units. */
  characters: number;
  /** Lexical tokens in the document. */
  tokens: number;
  /** Fields inside one another, counted without introspection. */
  depth: number;
  /** Fields inside one another below `__schema` and `__type`. */
  introspectionDepth: number;
  /** `__schema` and `__type` fields in one request. */
  introspections: number;
  /** Aliased fields, fragments written out. */
  aliases: number;
  /** Fields, fragments written out. */
  selections: number;
  /** Changes in one mutation. */
  mutations: number;
  /** Objects that could be returned. */
  cost: number;
}

/**
 * What the portal answers when nothing else is said.
 *
 * Each number leaves the portal's own pages far behind and stops what only an attack needs.
 */
export const defaultLimits: Limits = {
  // The longest page has some 1 500. What people write at length belongs into variables.
  characters: 50_000,
  // The longest page has some 200 tokens, the longest file of operations 400. Validation takes time in the square of
  // this number: some 20 ms for the worst document of 1 000 tokens, some 200 ms for the worst of 2 000.
  tokens: 1_000,
  // Four connections inside one another (`connection { edges { node } }` is three deep each), their root and a leaf.
  depth: 15,
  // The query of graphical clients goes 15 deep: a type wrapped nine times below `types { fields { args } }`.
  introspectionDepth: 20,
  // Tools send one; the answer is the whole schema each time.
  introspections: 5,
  // A dashboard asks one field for a dozen years; guessing passwords or numbers takes hundreds.
  aliases: 30,
  // Fragments can double each other, and planning takes time for every field. The largest page has some 80.
  selections: 1_000,
  // People act once; a form that saves several things at once still fits.
  mutations: 10,
  // A page of 100 with fifty objects in each item; the largest page of the portal's own could return some 600. A page of
  // 100 pages of 100 is twice as much before it shows anything.
  cost: 5_000,
};

/** Why an operation is not answered, and what its sender can do about it. */
export type LimitRefusal = { message: string } & (
  | { code: 'QUERY_TOO_DEEP'; depth: number; limit: number }
  | { code: 'TOO_MANY_ALIASES'; aliases: number; limit: number }
  | { code: 'TOO_MANY_SELECTIONS'; selections: number; limit: number }
  | { code: 'TOO_MANY_ROOT_FIELDS'; rootFields: number; limit: number }
  | { code: 'QUERY_TOO_COSTLY'; cost: number; limit: number }
);

/** Decides whether an operation is refused for how it is written, whatever its variables hold. */
export function refuseShape(shape: OperationShape, limits: Limits): LimitRefusal | null {
  if (shape.depth > limits.depth) return tooDeep(shape.depth, limits.depth);
  if (shape.introspectionDepth > limits.introspectionDepth) {
    return tooDeep(shape.introspectionDepth, limits.introspectionDepth);
  }
  if (shape.aliases > limits.aliases) {
    return {
      code: 'TOO_MANY_ALIASES',
      aliases: shape.aliases,
      limit: limits.aliases,
      message: `This operation has ${shape.aliases} aliases; at most ${limits.aliases} are answered. Split it into several requests.`,
    };
  }
  if (shape.selections > limits.selections) {
    return {
      code: 'TOO_MANY_SELECTIONS',
      selections: shape.selections,
      limit: limits.selections,
      message: `This operation selects ${shape.selections} fields once its fragments are written out; at most ${limits.selections} are answered. Ask for fewer fields, or split it.`,
    };
  }
  if (shape.introspections > limits.introspections) {
    return {
      code: 'TOO_MANY_ROOT_FIELDS',
      rootFields: shape.introspections,
      limit: limits.introspections,
      message: `This operation asks for the schema ${shape.introspections} times; at most ${limits.introspections} are answered. Split it into several requests.`,
    };
  }
  if (shape.kind === 'mutation' && shape.rootFields > limits.mutations) {
    return {
      code: 'TOO_MANY_ROOT_FIELDS',
      rootFields: shape.rootFields,
      limit: limits.mutations,
      message: `This mutation makes ${shape.rootFields} changes; at most ${limits.mutations} are made at once. Split it into several requests.`,
    };
  }
  return null;
}

/** Decides whether an operation is refused for how many objects it could return. */
export function refuseCost(cost: number, limits: Limits): LimitRefusal | null {
  if (cost <= limits.cost) return null;
  return {
    code: 'QUERY_TOO_COSTLY',
    cost,
    limit: limits.cost,
    message: `This operation could return ${cost} objects; at most ${limits.cost} are returned at once. Ask for smaller pages with "first", or for the inner lists in a request of their own.`,
  };
}

function tooDeep(depth: number, limit: number): LimitRefusal {
  return {
    code: 'QUERY_TOO_DEEP',
    depth,
    limit,
    message: `This operation is ${depth} fields deep; at most ${limit} are answered. Ask for the inner objects in a request of their own, by id.`,
  };
}
