import type { EntitySchema } from '@mikro-orm/core';
import type { EventHandlers } from './events/event.ts';
import { inTurn } from './events/in-turn.ts';
import type { FileSources } from './files/file.ts';
import type { References, SubgraphSource } from './graph/federated-schema.ts';
import type { Round } from './rounds.ts';
import type { ServiceContext } from './service.ts';
import type { Upkeep } from './upkeep.ts';

/** What one room of a service brings to it. */
export interface ServicePart<Context extends ServiceContext> {
  readonly entities?: readonly EntitySchema[];
  readonly resolvers: SubgraphSource<Context>['resolvers'];
  readonly references?: References<Context>;
  readonly handlers?: EventHandlers;
  readonly files?: FileSources<Context>;
  readonly upkeep?: readonly Upkeep[];
  readonly rounds?: readonly Round[];
}

/**
 * The rooms of a service as one. Where several act on an event, they do so one after the other, in this order, all in one
 * transaction. Throws where two of them answer for the same reference or kind of file.
 */
export function joinParts<Context extends ServiceContext>(
  first: ServicePart<Context>,
  ...others: readonly ServicePart<Context>[]
) {
  const parts = [first, ...others];
  return {
    entities: parts.flatMap(({ entities = [] }) => entities),
    resolvers: [...first.resolvers, ...others.flatMap(({ resolvers }) => resolvers)] as const,
    references: joined(
      'reference',
      parts.map(({ references = {} }) => references),
    ),
    handlers: handlersInTurn(parts.map(({ handlers = {} }) => handlers)),
    files: joined(
      'kind of file',
      parts.map(({ files = {} }) => files),
    ),
    upkeep: parts.flatMap(({ upkeep = [] }) => upkeep),
    rounds: parts.flatMap(({ rounds = [] }) => rounds),
  };
}

function handlersInTurn(parts: readonly EventHandlers[]): EventHandlers {
  const byEvent = Map.groupBy(
    parts.flatMap((part) => Object.entries(part)),
    ([event]) => event,
  );
  return Object.fromEntries([...byEvent].map(([event, ours]) => [event, inTurn(...ours.map(([, one]) => one))]));
}

function joined<Value>(
  what: string,
  parts: readonly Readonly<Record<string, Value>>[],
): Readonly<Record<string, Value>> {
  const keys = parts.flatMap((part) => Object.keys(part));
  const twice = keys.find((key, index) => keys.indexOf(key) < index);
  if (twice !== undefined) throw new Error(`two parts of a service answer for the ${what} ${twice}`);
  return Object.assign({}, ...parts);
}
