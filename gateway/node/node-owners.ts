import { type DefinitionNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';

/** Subgraph of the gateway itself: finds any entity by ID and says which type it has. */
export const NODE_SUBGRAPH = 'node';

/** Which service answers for which types of node, by the service's name. */
export type NodeOwners = ReadonlyMap<string, readonly string[]>;

/** The types that a subgraph's SDL says are a `Node`: those it owns. Others only know their key. */
export function nodeTypesOf(sdl: string): string[] {
  return parse(sdl)
    .definitions.filter(isNode)
    .map(({ name }) => name.value);
}

/** The owners of all nodes, from the SDL of each service. */
export function nodeOwners(serviceSdls: ReadonlyMap<string, string>): NodeOwners {
  return new Map([...serviceSdls].map(([service, sdl]) => [service, nodeTypesOf(sdl)]));
}

function isNode(definition: DefinitionNode): definition is ObjectTypeDefinitionNode {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    definition.interfaces?.some(({ name }) => name.value === 'Node') === true
  );
}
