import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from './access/access.rules.ts';
import type { Clock } from './clock.ts';
import type { DatabaseConnection } from './database/connection.ts';
import { openServiceDatabase, type ServiceDatabase, type Storage } from './database/service-database.ts';
import type { Reader } from './database/statement.ts';
import type { EventHandlers } from './events/event.ts';
import { Executor } from './execution/executor.ts';
import type { RequestScope, SubgraphRequest, SubgraphResponse } from './execution/subgraph-request.ts';
import { buildFederatedSchema, type SubgraphSource } from './graph/federated-schema.ts';
import type { Logger } from './logger.ts';

/** What a resolver has at hand during one request. A service adds its loaders. */
export interface ServiceContext {
  /** The request's own unit of work, made when first asked for: reads need none. */
  readonly em: EntityManager;
  readonly read: Reader;
  readonly viewer: Viewer;
  /** BCP 47, as the client asked for it. */
  readonly locale: string;
  readonly now: Clock;
}

/** How a service is put together. `Context` is its own; nobody outside sees it. */
export interface ServiceParts<Context extends ServiceContext> extends Storage, SubgraphSource<Context> {
  /** Adds to the base context; by `Object.assign`, since `em` is made only when it is asked for. */
  readonly contextOf: (base: ServiceContext) => Context;
  readonly handlers: EventHandlers;
  /** Brings facts that hold in every installation. Repeating it changes nothing. */
  readonly seedReference: (em: EntityManager, now: Date) => Promise<void>;
  /** Brings the labelled demonstration. Repeating it changes nothing. */
  readonly seedDemo: (em: EntityManager, now: Date) => Promise<void>;
}

/** A service: one subgraph, one schema in the database, the events it acts on, the data it begins with. */
export interface Service {
  readonly name: string;
  readonly storage: Storage;
  readonly handlers: EventHandlers;
  readonly seedReference: (em: EntityManager, now: Date) => Promise<void>;
  readonly seedDemo: (em: EntityManager, now: Date) => Promise<void>;
  /** The subgraph without anything behind it, for composition. */
  buildSchema(): Promise<{ schema: GraphQLSchema; sdl: string }>;
  /** Starts it on its migrated schema. `connection` is that of its own role. */
  open(options: { connection: DatabaseConnection; now: Clock; log: Logger }): Promise<RunningService>;
}

/** A service that answers. */
export interface RunningService {
  readonly name: string;
  readonly database: ServiceDatabase;
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export function defineService<Context extends ServiceContext>(parts: ServiceParts<Context>): Service {
  const { name, handlers, seedReference, seedDemo, contextOf } = parts;
  const buildSchema = () => buildFederatedSchema(parts);
  return {
    name,
    storage: parts,
    handlers,
    seedReference,
    seedDemo,
    buildSchema,
    async open({ connection, now, log }) {
      const [{ schema }, database] = await Promise.all([buildSchema(), openServiceDatabase(parts, connection)]);
      const executor = new Executor(schema, log.child({ service: name }));
      return {
        name,
        database,
        execute: (request) => executor.execute(request, contextOf(baseContext(database, request.scope, now))),
        isReady: () => database.orm.isConnected(),
        close: () => database.close(),
      };
    },
  };
}

function baseContext(database: ServiceDatabase, { viewer, locale }: RequestScope, now: Clock): ServiceContext {
  let em: EntityManager | undefined;
  return {
    get em() {
      em ??= database.orm.em.fork();
      return em;
    },
    read: database.read,
    viewer,
    locale,
    now,
  };
}
