import type { Letter } from './letter.ts';

/** What carries letters out. */
export interface Post {
  /** `readerId` is the person it is for. Rejects when the letter did not leave; it may then be sent again. */
  send(letter: Letter, readerId: string): Promise<void>;
  /** Destroys what is kept of letters to a person. One that is out cannot be called back. */
  forget(readerId: string): Promise<void>;
  close(): void;
}
