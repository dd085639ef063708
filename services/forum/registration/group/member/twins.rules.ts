/** Somebody by birth and folded name. */
export interface Born {
  readonly birthDate: string;
  /** As `foldedKey` folds it: words, each after a space. */
  readonly foldedName: string;
}

/** Words of a name that are compared; a name of more is no name. */
const WORDS = 12;

/** Finds those who may be one person: born on one day, and sharing two words of their folded names, or the only one. */
export class Twins {
  readonly #byPair = new Map<string, string[]>();
  readonly #byWord = new Map<string, string[]>();
  readonly #byOnlyWord = new Map<string, string[]>();
  readonly #most: number;

  /** At most so many are found for somebody; more tell nothing more. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Notes somebody under an ID. */
  add(id: string, born: Born): void {
    const words = wordsOf(born);
    for (const word of words) this.#note(this.#byWord, keyOf(born, word), id);
    for (const pair of pairsOf(words)) this.#note(this.#byPair, keyOf(born, pair), id);
    const [only] = words;
    if (words.length === 1 && only !== undefined) this.#note(this.#byOnlyWord, keyOf(born, only), id);
  }

  /** IDs of those noted who may be this person, without `except`. */
  of(born: Born, except: string | null = null): string[] {
    const words = wordsOf(born);
    const found =
      words.length === 1
        ? words.flatMap((word) => this.#byWord.get(keyOf(born, word)) ?? [])
        : [
            ...pairsOf(words).flatMap((pair) => this.#byPair.get(keyOf(born, pair)) ?? []),
            ...words.flatMap((word) => this.#byOnlyWord.get(keyOf(born, word)) ?? []),
          ];
    return [...new Set(found)].filter((id) => id !== except).slice(0, this.#most);
  }

  #note(index: Map<string, string[]>, key: string, id: string): void {
    const ids = index.get(key);
    if (!ids) index.set(key, [id]);
    // One more than is told, for the one who asks may be among them.
    else if (ids.length <= this.#most) ids.push(id);
  }
}

function wordsOf({ foldedName }: Born): string[] {
  const words = foldedName.split(' ').filter((word) => word !== '');
  return [...new Set(words)].toSorted().slice(0, WORDS);
}

function pairsOf(words: readonly string[]): string[] {
  return words.flatMap((word, index) => words.slice(index + 1).map((other) => `${word} ${other}`));
}

function keyOf({ birthDate }: Born, words: string): string {
  return `${birthDate} ${words}`;
}
