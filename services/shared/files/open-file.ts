import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Logger } from '../logger.ts';
import type { FileAnswer, FileHead, FileRequest, FileSources, ServedFile } from './file.ts';

/** Opens a file of a service for whoever asks, or says why not. A fault is logged here, and told without its cause. */
export async function openFile<Context>(
  sources: FileSources<Context>,
  request: FileRequest,
  contextOf: () => Context,
  log: Logger,
): Promise<FileAnswer> {
  const { kind, id, query, scope } = request;
  const source = Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  // The database has no text with a NUL in it.
  if (!source || [id, ...Object.values(query)].some((text) => text.includes('\0'))) return { refusal: 'not-found' };
  const fault = (err: unknown) => log.error({ correlationId: scope.correlationId, kind, err }, 'file');
  try {
    const file = await source(contextOf(), { id, query });
    if (typeof file === 'string') return { refusal: file };
    const body = streamOf(file.body);
    // Too late for a refusal: the client sees that the file ends before its end.
    body.once('error', fault);
    return { head: headOf(file), body };
  } catch (error) {
    fault(error);
    return { refusal: 'fault' };
  }
}

function headOf({ contentType, filename, body, lastModified, cacheSeconds }: ServedFile): FileHead {
  return {
    contentType,
    filename,
    length: body instanceof Readable ? null : Buffer.byteLength(body),
    lastModified: lastModified?.toUTCString() ?? null,
    cacheSeconds: cacheSeconds ?? null,
    tag: cacheSeconds === undefined || body instanceof Readable ? null : tagOf(body),
  };
}

function tagOf(body: Buffer | string): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

function streamOf(body: ServedFile['body']): Readable {
  return body instanceof Readable ? body : Readable.from([Buffer.from(body)], { objectMode: false });
}
