import { PAYLOAD_LENGTH } from '../../badge/key/payload.rules.ts';

/** Scans in one request. */
export const SCANS_LIMIT = 5_000;
export const NONCE_LENGTH = 100;
export const ZONE_LENGTH = 60;
export const DEVICE_LENGTH = 60;

/** A scan as a device sends it, as far as it is text. */
export interface ScanTexts {
  readonly nonce: string;
  readonly badge: string;
  readonly zone: string;
  readonly device: string;
}

export interface ScanViolation {
  /** Below the input, outermost first. */
  readonly path: readonly string[];
  readonly problem: 'blank' | 'too-long' | 'characters' | 'too-many' | 'none';
  /** Characters, or scans. */
  readonly maximum: number;
}

const LENGTHS: Readonly<Record<keyof ScanTexts, number>> = {
  nonce: NONCE_LENGTH,
  badge: PAYLOAD_LENGTH,
  zone: ZONE_LENGTH,
  device: DEVICE_LENGTH,
};
const FIELDS = ['nonce', 'badge', 'zone', 'device'] as const;

/** Characters of a nonce, such as a UUID: none that somebody could not copy. */
const NONCE = /^[\x21-\x7e]*$/;

/** What is wrong with a request, all of it at once. Nothing else keeps a scan from being stored. */
export function checkScans(scans: readonly ScanTexts[]): ScanViolation[] {
  if (scans.length === 0) return [{ path: ['scans'], problem: 'none', maximum: SCANS_LIMIT }];
  if (scans.length > SCANS_LIMIT) return [{ path: ['scans'], problem: 'too-many', maximum: SCANS_LIMIT }];
  return scans.flatMap((scan, index) =>
    FIELDS.flatMap((field): ScanViolation[] => {
      const path = ['scans', String(index), field];
      const maximum = LENGTHS[field];
      if (scan[field].trim() === '') return [{ path, problem: 'blank', maximum }];
      if (scan[field].length > maximum) return [{ path, problem: 'too-long', maximum }];
      return field === 'nonce' && !NONCE.test(scan.nonce) ? [{ path, problem: 'characters', maximum }] : [];
    }),
  );
}

/** What is wrong with a nonce alone. */
export function checkNonce(nonce: string): ScanViolation[] {
  const path = ['nonce'];
  const maximum = NONCE_LENGTH;
  if (nonce.trim() === '') return [{ path, problem: 'blank', maximum }];
  if (nonce.length > maximum) return [{ path, problem: 'too-long', maximum }];
  return NONCE.test(nonce) ? [] : [{ path, problem: 'characters', maximum }];
}
