import type { EventHandler } from './event.ts';

/** Lets several act on an event one after the other, all in the transaction that notes its receipt. */
export function inTurn(...handlers: readonly EventHandler[]): EventHandler {
  return async (tx, event, now, keys) => {
    for (const handler of handlers) await handler(tx, event, now, keys);
  };
}
