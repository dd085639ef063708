import { readSerial, SERIAL_LENGTH } from '../serial.rules.ts';

/** JWS algorithm of badges. */
export const ALGORITHM = 'EdDSA';

/** What a badge's code says, beside when it is valid (`nbf`, `exp`). Nothing of it is personal. */
export interface BadgeClaims {
  readonly serial: string;
  /** The edition's year. */
  readonly edition: number;
  readonly category: string;
  readonly zones: readonly string[];
}

/** Longest code that is looked at. Ours have some 350 characters. */
export const PAYLOAD_LENGTH = 1_000;

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

/** What somebody scanned or typed: a serial, a code with a signature to check, or nothing of ours. */
export type ScannedBadge =
  | { readonly kind: 'serial'; readonly serial: string }
  | { readonly kind: 'payload'; readonly payload: string }
  | { readonly kind: 'other' };

export function readScanned(text: string): ScannedBadge {
  const trimmed = text.trim();
  const serial = readSerial(trimmed);
  if (serial !== null) return { kind: 'serial', serial };
  return COMPACT_JWS.test(trimmed) ? { kind: 'payload', payload: trimmed } : { kind: 'other' };
}

/** The serial and edition that a code claims; null where it claims none. Believe it once its signature is checked. */
export function readClaims(payload: unknown): Pick<BadgeClaims, 'serial' | 'edition'> | null {
  if (typeof payload !== 'object' || payload === null || !('serial' in payload) || !('edition' in payload)) return null;
  const { serial, edition } = payload;
  if (typeof serial !== 'string' || typeof edition !== 'number' || serial.length !== SERIAL_LENGTH) return null;
  const read = readSerial(serial);
  return read === null ? null : { serial: read, edition };
}
