/**
 * A portal reduced to its database: `node hold-server.ts <dataDir> <hold | leave>`.
 *
 * Prints what came of the start as one line of JSON. Then it holds the server until it is killed, or comes to its end
 * without stopping it.
 */
import {
  EmbeddedPostgresRefusal,
  startEmbeddedPostgres,
} from '../../../gateway/embedded-postgres/embedded-postgres.ts';

const [, , dataDir = '', ending = 'hold'] = process.argv;

try {
  const { connection } = await startEmbeddedPostgres({ dataDir, durability: 'crash-safe' });
  console.log(JSON.stringify({ connection }));
  if (ending === 'hold') setInterval(() => {}, 60_000);
} catch (error) {
  if (!(error instanceof EmbeddedPostgresRefusal)) throw error;
  console.log(JSON.stringify({ refusal: error.message }));
}
