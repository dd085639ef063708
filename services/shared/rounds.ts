import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { Clock } from './clock.ts';
import type { KeyRing } from './crypto/key-ring.ts';
import type { Logger } from './logger.ts';

export interface RoundTools {
  readonly em: EntityManager;
  readonly keys: KeyRing;
  readonly now: Clock;
  readonly log: Logger;
  /** Whether addresses that others give may lead into the operator's own network. */
  readonly privateAddresses: boolean;
  /** Aborted when the process is to stop: what takes long ends then, and is done again later. */
  readonly signal: AbortSignal;
}

/**
 * What a service looks for every few moments and does at once, such as sending what is due. Several processes of a service
 * do it side by side: a round takes what no other holds, and may end half-way without harm.
 */
export interface Round {
  readonly name: string;
  readonly pauseMs: number;
  /** Does a batch and returns how many there were; it is called again without a pause until there are none. */
  readonly run: (tools: RoundTools) => Promise<number>;
}

/** Does a service's rounds until it is stopped. */
export class Rounds {
  readonly #rounds: readonly Round[];
  readonly #tools: Omit<RoundTools, 'em' | 'signal'>;
  readonly #orm: MikroORM;
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | null = null;

  constructor({
    rounds,
    orm,
    ...tools
  }: { rounds: readonly Round[]; orm: MikroORM } & Omit<RoundTools, 'em' | 'signal'>) {
    this.#rounds = rounds;
    this.#orm = orm;
    this.#tools = tools;
  }

  start(): void {
    this.#running ??= Promise.all(this.#rounds.map((round) => this.#keepOn(round)));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  async #keepOn({ name, pauseMs, run }: Round): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const done = await run({ ...this.#tools, em: this.#orm.em.fork(), signal }).catch((err: unknown) => {
        if (!signal.aborted) this.#tools.log.error({ round: name, err }, 'round');
        return 0;
      });
      if (done === 0) await pause(pauseMs, signal);
    }
  }
}

/** Ends early where the process is to stop. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}
