import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '../../services/shared/logger.ts';
import type { Engine, GatewayContext } from '../engine/engine.ts';
import { limitsPlugin, parseOptionsWithin } from '../limits/limits.plugin.ts';
import { maskFaultsPlugin } from './mask-faults.plugin.ts';

/** The GraphQL pipeline: limits before planning, the engine, faults masked. Start it before use. */
export function graphqlServer(options: {
  engine: Engine;
  introspection: boolean;
  log: Logger;
}): ApolloServer<GatewayContext> {
  const { engine, introspection, log } = options;
  return new ApolloServer<GatewayContext>({
    gateway: engine,
    introspection,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    parseOptions: parseOptionsWithin(),
    logger: log,
    plugins: [
      limitsPlugin(),
      maskFaultsPlugin(log),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
}
