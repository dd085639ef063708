import type { Letter } from './letter.ts';

/** What carries letters out. */
export interface Post {
  /** Rejects when the letter did not leave; it may then be sent again. */
  send(letter: Letter): Promise<void>;
  close(): void;
}
