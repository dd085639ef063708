/** Neither a name's own part of the header, nor what moves the cursor or turns the direction of the text around it. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\]/gu;
const BEYOND_ASCII = /[^\x20-\x7e]|["%]/gu;
/** Left alone by `encodeURIComponent`, yet none of the characters that RFC 8187 lets stand. */
const RESERVED = /['()*]/g;

/**
 * The `content-disposition` of a file (RFC 6266): saved under its name, or shown in the page's place when it has none.
 *
 * A name beyond ASCII is said twice: whole for every client of today, and for older ones with `_` for what they lack.
 */
export function contentDisposition(filename: string | null): string {
  if (filename === null) return 'inline';
  const name = filename.toWellFormed().replace(UNFIT, '_');
  const ascii = name.replace(BEYOND_ASCII, '_');
  if (ascii === name) return `attachment; filename="${name}"`;
  const whole = encodeURIComponent(name).replace(RESERVED, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`;
}
