import pg from 'pg';

/** What the portal does by itself beside any request: its outboxes and its job queue, with their transactions. */
const HOUSEKEEPING = /outbox_event|\bjobs\.|^(begin|commit)$/i;

/**
 * The SQL statements that reads send while `work` runs, in every service of this process.
 *
 * Sees each statement where it enters the driver, so that nothing below the resolvers can hide one.
 */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const send = pg.Client.prototype.query;
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads, passed through untouched
  pg.Client.prototype.query = function note(this: pg.Client, ...sent: any[]): any {
    const [statement] = sent;
    const text: string = typeof statement === 'string' ? statement : (statement?.text ?? '');
    if (!HOUSEKEEPING.test(text)) seen.push(text);
    return Reflect.apply(send, this, sent);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = send;
  }
  return seen;
}
