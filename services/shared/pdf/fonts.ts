import { createRequire } from 'node:module';
import { openSync } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

/**
 * The faces of documents: one family with Latin, Cyrillic with all letters of Kazakh, Armenian, Georgian and Greek.
 * Of a document's fonts, only the letters that it uses go into it.
 */
export const faces = {
  regular: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

let letters: ReadonlySet<number> | undefined;

/** Whether the fonts have every letter of a text. One they lack would be printed as an empty box. */
export function isPrintable(text: string): boolean {
  letters ??= new Set([faces.regular, faces.bold].map(lettersOf).reduce((some, others) => some.intersection(others)));
  const known = letters;
  return [...text].every((letter) => known.has(letter.codePointAt(0) ?? 0));
}

function lettersOf(path: string): Set<number> {
  const font = openSync(path);
  if (!('characterSet' in font)) throw new Error(`${path} is a collection of fonts`);
  return new Set(font.characterSet);
}
