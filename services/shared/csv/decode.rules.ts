/** What a table in a file is made of: bytes of text, or not. */
export type Decoded =
  | { readonly text: string; readonly encoding: 'utf-8' | 'windows-1251' }
  | { readonly problem: 'file-empty' | 'utf-16' | 'spreadsheet' | 'not-text' };

/** How workbooks of spreadsheets begin: the archive of new ones, the container of old ones. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * The text of a file: UTF-8, with a byte order mark or without, and Windows-1251 where the bytes are no UTF-8, since that
 * is how spreadsheets here save CSV. A single Cyrillic word in Windows-1251 is no valid UTF-8, so the two do not mix up.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { problem: 'file-empty' };
  if (UTF_16.some((mark) => begins(bytes, mark))) return { problem: 'utf-16' };
  if (WORKBOOKS.some((mark) => begins(bytes, mark))) return { problem: 'spreadsheet' };
  if (bytes.includes(0)) return { problem: 'not-text' };
  const decoded = decodeUtf8(bytes) ?? {
    text: new TextDecoder('windows-1251').decode(bytes),
    encoding: 'windows-1251' as const,
  };
  return decoded.text.replace(BYTE_ORDER_MARK, '').trim() === '' ? { problem: 'file-empty' } : decoded;
}

function decodeUtf8(bytes: Uint8Array): { text: string; encoding: 'utf-8' } | null {
  try {
    // Takes the byte order mark away.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return null;
  }
}

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
