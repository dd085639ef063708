import { z } from 'zod';
import { readKeys } from './key-ring.ts';

/** Keys that encrypt what nobody may read in the database. The first one encrypts, all of them open. */
export const encryptionKeys = z.string().transform((text, context) => {
  const keys = readKeys(text);
  if (!('problem' in keys)) return keys;
  context.addIssue({ code: 'custom', message: keys.problem });
  return z.NEVER;
});
