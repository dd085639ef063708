import type { Readable } from 'node:stream';
import { z } from 'zod';
import { FILE_REFUSALS, type FileAnswer } from './file.ts';

/** Where a service answers the gateway's requests for files. */
export const FILES_PATH = '/files';

/** Header in which a service says what its body is, or why there is none. */
export const FILE_HEADER = 'x-file';

/** A request for a file as it travels; the scope is in the gateway's token. */
export const FileQuestion = z.object({
  kind: z.string(),
  id: z.string(),
  query: z.record(z.string(), z.string()),
});

const Told = z.union([
  z.object({ refusal: z.enum([...FILE_REFUSALS, 'fault']) }),
  z.object({
    head: z.object({
      contentType: z.string(),
      filename: z.string().nullable(),
      length: z.int().nonnegative().nullable(),
      lastModified: z.string().nullable(),
      cacheSeconds: z.int().nonnegative().nullable(),
      tag: z.string().nullable(),
    }),
  }),
]);

/** Writes all of an answer but its body into a header. */
export function tell(answer: FileAnswer): string {
  const told = 'refusal' in answer ? { refusal: answer.refusal } : { head: answer.head };
  return Buffer.from(JSON.stringify(told)).toString('base64url');
}

/** Puts an answer together from the header and the body. Throws where the header says nothing of the kind. */
export function heard(header: unknown, body: Readable): FileAnswer {
  if (typeof header !== 'string') throw new Error('answered something that is no file');
  const told = Told.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
  return 'refusal' in told ? told : { ...told, body };
}
