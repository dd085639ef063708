import type { EntityManager } from '@mikro-orm/postgresql';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from './access/access.rules.ts';
import type { Clock } from './clock.ts';
import { type KeyRing, NO_KEYS } from './crypto/key-ring.ts';
import type { DatabaseConnection } from './database/connection.ts';
import { openServiceDatabase, type ServiceDatabase, type Storage } from './database/service-database.ts';
import type { Reader } from './database/statement.ts';
import type { EventHandlers } from './events/event.ts';
import { Executor } from './execution/executor.ts';
import type { RequestScope, SubgraphRequest, SubgraphResponse } from './execution/subgraph-request.ts';
import type { FileAnswer, FileRequest, FileSources } from './files/file.ts';
import { openFile } from './files/open-file.ts';
import { buildFederatedSchema, type SubgraphSource } from './graph/federated-schema.ts';
import { AuditRecordsResolver } from './journal/audit-records.ts';
import type { Logger } from './logger.ts';
import type { Round } from './rounds.ts';
import type { Upkeep } from './upkeep.ts';

/** What a resolver has at hand during one request. A service adds its loaders. */
export interface ServiceContext {
  /** The request's own unit of work, made when first asked for: reads need none. */
  readonly em: EntityManager;
  readonly read: Reader;
  readonly viewer: Viewer;
  /** BCP 47, as the client asked for it. */
  readonly locale: string;
  readonly now: Clock;
  /** Where people reach the portal, without a slash at the end. */
  readonly publicUrl: string;
  /** What encrypts columns that nobody may read in the database. */
  readonly keys: KeyRing;
  /** Whether addresses that others give may lead into the operator's own network. */
  readonly privateAddresses: boolean;
}

/** How a service is put together. `Context` is its own; nobody outside sees it. */
export interface ServiceParts<Context extends ServiceContext> extends Storage, SubgraphSource<Context> {
  /** Adds to the base context; by `Object.assign`, since `em` is made only when it is asked for. */
  readonly contextOf: (base: ServiceContext) => Context;
  readonly handlers: EventHandlers;
  /** Files it gives out, by kind, at `/files/<service>/<kind>/<id>`; none when absent. */
  readonly files?: FileSources<Context>;
  /** What the service does by itself; nothing when absent. */
  readonly upkeep?: readonly Upkeep[];
  /** What it looks for every few moments; nothing when absent. */
  readonly rounds?: readonly Round[];
  /** Throws `SettingsRefusal` where these keys do not open what the service keeps encrypted. */
  readonly checkKeys?: (em: EntityManager, keys: KeyRing) => Promise<void>;
  /** Brings facts that hold in every installation. Repeating it changes nothing. */
  readonly seedReference: (em: EntityManager, now: Date) => Promise<void>;
  /** Brings the labelled demonstration. Repeating it changes nothing. */
  readonly seedDemo: (em: EntityManager, now: Date) => Promise<void>;
}

/** What a service is started with. */
export interface OpenService {
  /** Connection of its own role. */
  readonly connection: DatabaseConnection;
  /** Where people reach the portal, without a slash at the end; this machine when absent. */
  readonly publicUrl?: string;
  /** What encrypts; without them, encrypting is a fault. */
  readonly keys?: KeyRing;
  /** Whether addresses that others give may lead into the operator's own network; they may not when absent. */
  readonly privateAddresses?: boolean;
  readonly now: Clock;
  readonly log: Logger;
}

const THIS_MACHINE = 'http://localhost:4000';

/** A service: one subgraph, one schema in the database, the events it acts on, the data it begins with. */
export interface Service {
  readonly name: string;
  readonly storage: Storage;
  readonly handlers: EventHandlers;
  readonly upkeep: readonly Upkeep[];
  readonly rounds: readonly Round[];
  readonly seedReference: (em: EntityManager, now: Date) => Promise<void>;
  readonly seedDemo: (em: EntityManager, now: Date) => Promise<void>;
  /** The subgraph without anything behind it, for composition. */
  buildSchema(): Promise<{ schema: GraphQLSchema; sdl: string }>;
  /** Starts it on its migrated schema. */
  open(options: OpenService): Promise<RunningService>;
}

/** A service that answers. */
export interface RunningService {
  readonly name: string;
  readonly database: ServiceDatabase;
  execute(request: SubgraphRequest): Promise<SubgraphResponse>;
  /** Opens a file for whoever asks, or says why not. */
  openFile(request: FileRequest): Promise<FileAnswer>;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export function defineService<Context extends ServiceContext>(parts: ServiceParts<Context>): Service {
  const { name, handlers, seedReference, seedDemo, contextOf } = parts;
  const buildSchema = () => buildFederatedSchema({ ...parts, resolvers: [...parts.resolvers, AuditRecordsResolver] });
  return {
    name,
    storage: parts,
    handlers,
    upkeep: parts.upkeep ?? [],
    rounds: parts.rounds ?? [],
    seedReference,
    seedDemo,
    buildSchema,
    async open({ connection, publicUrl = THIS_MACHINE, keys = NO_KEYS, privateAddresses = false, now, log }) {
      await using opened = new AsyncDisposableStack();
      const [{ schema }, database] = await Promise.all([
        buildSchema(),
        openServiceDatabase(parts, connection).then((open) => opened.adopt(open, () => open.close())),
      ]);
      await parts.checkKeys?.(database.orm.em.fork(), keys);
      opened.move();
      const serviceLog = log.child({ service: name });
      const executor = new Executor(schema, serviceLog);
      const portal = { now, publicUrl, keys, privateAddresses };
      const contextFor = (scope: RequestScope) => contextOf(baseContext(database, scope, portal));
      return {
        name,
        database,
        execute: (request) => executor.execute(request, contextFor(request.scope)),
        openFile: (request) => openFile(parts.files ?? {}, request, () => contextFor(request.scope), serviceLog),
        isReady: () => database.orm.isConnected(),
        close: () => database.close(),
      };
    },
  };
}

function baseContext(
  database: ServiceDatabase,
  { viewer, locale }: RequestScope,
  portal: Pick<ServiceContext, 'now' | 'publicUrl' | 'keys' | 'privateAddresses'>,
): ServiceContext {
  let em: EntityManager | undefined;
  return {
    get em() {
      em ??= database.orm.em.fork();
      return em;
    },
    read: database.read,
    viewer,
    locale,
    ...portal,
  };
}
