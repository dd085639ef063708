import { createHmac } from 'node:crypto';
import { CompactEncrypt, compactDecrypt } from 'jose';

/** Seals the links and codes that wait in the job queue, so that nobody reads them in the database or in a copy of it. */
export interface Seal {
  seal(secret: string): Promise<string>;
  /** Rejects for what was not sealed with the same portal secret. */
  open(sealed: string): Promise<string>;
}

/** A seal whose key follows from the portal's secret. */
export function mailSeal(portalSecret: string): Seal {
  const key = createHmac('sha256', portalSecret).update('secrets in mails').digest();
  return {
    seal: (secret) =>
      new CompactEncrypt(Buffer.from(secret)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key),
    open: async (sealed) => Buffer.from((await compactDecrypt(sealed, key)).plaintext).toString(),
  };
}
