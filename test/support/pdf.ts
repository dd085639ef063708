import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';
import { extractText } from 'unpdf';

/** The text of a PDF's pages, as a reader copies it. */
export async function textOf(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

/** A page's rectangle, as its content says it. */
type Rectangle = readonly [x: number, y: number, width: number, height: number];

const RECTANGLE = /^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/gm;
/** Pixels of a module's side in the picture that is read. */
const SCALE = 4;
const EDGE_MODULES = 4;

/** What the QR code on a PDF's page says, read from the very shapes on it; null for a page without one. */
export function qrCodesOf(pdf: Uint8Array): (string | null)[] {
  return contentsOf(Buffer.from(pdf)).flatMap((content) => {
    const modules = modulesOf(
      [...content.matchAll(RECTANGLE)].map(
        ([, x, y, width, height]): Rectangle => [Number(x), Number(y), Number(width), Number(height)],
      ),
    );
    return modules.length === 0 ? [] : [read(modules)];
  });
}

/** The rectangles of one height, of which there are most by far: rows of modules. */
function modulesOf(rectangles: readonly Rectangle[]): Rectangle[] {
  const byHeight = Map.groupBy(rectangles, ([, , , height]) => height.toFixed(3));
  const most = [...byHeight.values()].reduce((one, other) => (other.length > one.length ? other : one), []);
  return most.length > 100 ? most : [];
}

function read(modules: readonly Rectangle[]): string | null {
  const side = modules[0]?.[3] ?? 1;
  const left = Math.min(...modules.map(([x]) => x));
  const top = Math.min(...modules.map(([, y]) => y));
  const across = Math.round(Math.max(...modules.map(([x, , width]) => x + width - left)) / side);
  const size = (across + 2 * EDGE_MODULES) * SCALE;
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [x, y, width] of modules) {
    const at = (from: number, start: number) => (Math.round((from - start) / side) + EDGE_MODULES) * SCALE;
    for (let row = at(y, top); row < at(y, top) + SCALE; row += 1) {
      const from = (row * size + at(x, left)) * 4;
      pixels.fill(0, from, from + Math.round(width / side) * SCALE * 4);
    }
  }
  for (let alpha = 3; alpha < pixels.length; alpha += 4) pixels[alpha] = 255;
  return jsQR.default(pixels, size, size)?.data ?? null;
}

function contentsOf(pdf: Buffer): string[] {
  const contents: string[] = [];
  for (let from = pdf.indexOf('\nstream\n'); from >= 0; from = pdf.indexOf('\nstream\n', from + 1)) {
    const start = from + '\nstream\n'.length;
    try {
      contents.push(inflateSync(pdf.subarray(start, pdf.indexOf('\nendstream', start))).toString('latin1'));
    } catch {
      // A font, which is packed otherwise.
    }
  }
  return contents;
}
