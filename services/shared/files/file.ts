import type { Readable } from 'node:stream';
import type { RequestScope } from '../execution/subgraph-request.ts';

/** A file as a service gives it out. */
export interface ServedFile {
  readonly contentType: string;
  /** The name to save it under, in any script; null for what a browser shows in the page's place. */
  readonly filename: string | null;
  /** A stream is read as fast as the client takes it, and destroyed when the client goes away. */
  readonly body: Readable | Buffer | string;
  readonly lastModified?: Date;
  /** How long whoever has it may keep using it; not kept at all when absent. */
  readonly cacheSeconds?: number;
}

/** Why there is no file for this viewer. To a stranger a file of somebody's is `not-found`. */
export const FILE_REFUSALS = ['not-found', 'unauthenticated', 'forbidden', 'expired'] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Which file is asked for. Both come from the address as they are; no text in it has a NUL. */
export interface AskedFile {
  readonly id: string;
  /** What follows `?` in the address. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Gives out the files of one kind, with all that resolvers have at hand: whom a file is for is decided here, by the same
 * rules as in the graph.
 */
export type FileSource<Context> = (context: Context, asked: AskedFile) => Promise<ServedFile | FileRefusal>;

/** Sources by kind, the second part of a file's address: `badges`. */
export type FileSources<Context> = Readonly<Record<string, FileSource<Context>>>;

/** A request for a file, as it reaches a service over every transport. */
export interface FileRequest extends AskedFile {
  readonly kind: string;
  readonly scope: RequestScope;
}

/** What is said of a file before its first byte. */
export interface FileHead {
  readonly contentType: string;
  readonly filename: string | null;
  /** In bytes; null where nobody knows before the end. */
  readonly length: number | null;
  /** As HTTP writes it. */
  readonly lastModified: string | null;
  readonly cacheSeconds: number | null;
  /** What tells this version from others, as `ETag` has it; null for what is not kept, or not known before its end. */
  readonly tag: string | null;
}

/** An open file, or why there is none. Whoever takes a body reads it or destroys it. */
export type FileAnswer =
  | { readonly head: FileHead; readonly body: Readable }
  | { readonly refusal: FileRefusal }
  /** Something went wrong at the service, where it is logged under the request's correlation id. */
  | { readonly refusal: 'fault' };

/** Where a file is fetched. `publicUrl` as contexts have it, without a slash at the end. */
export function fileUrl(publicUrl: string, service: string, kind: string, id: string): string {
  return `${publicUrl}/files/${service}/${kind}/${encodeURIComponent(id)}`;
}
