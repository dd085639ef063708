import pg from 'pg';

/** What the portal does by itself beside any request: its outboxes and its job queue, with their transactions. */
const HOUSEKEEPING = /outbox_event|\bjobs\.|^(begin|commit)$/i;

/**
 * The SQL statements that are sent while `work` runs, in every service of this process. For a service that is opened
 * alone: a whole portal does things by itself meanwhile.
 *
 * Sees each statement where it enters the driver, so that nothing below the resolvers can hide one.
 */
export function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  return noted(work, () => true);
}

/** The same for a whole portal: the prepared statements that reads are made of, and nothing of what it does by itself. */
export function readsOf(work: () => Promise<unknown>): Promise<string[]> {
  return noted(work, ({ name }) => name !== undefined);
}

async function noted(
  work: () => Promise<unknown>,
  counts: (statement: { readonly name?: string | undefined }) => boolean,
): Promise<string[]> {
  const seen: string[] = [];
  const send = pg.Client.prototype.query;
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own overloads, passed through untouched
  pg.Client.prototype.query = function note(this: pg.Client, ...sent: any[]): any {
    const [statement] = sent;
    const text: string = typeof statement === 'string' ? statement : (statement?.text ?? '');
    if (!HOUSEKEEPING.test(text) && counts(typeof statement === 'string' ? {} : statement)) seen.push(text);
    return Reflect.apply(send, this, sent);
  };
  try {
    await work();
  } finally {
    pg.Client.prototype.query = send;
  }
  return seen;
}
