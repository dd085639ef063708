import { Transform } from 'node:stream';
import type { FastifyRequest, preParsingHookHandler, RequestPayload } from 'fastify';
import { GraphQLError } from 'graphql';

/** How long the bodies of requests may be. */
export interface BodyLimits {
  /** Anybody's. */
  readonly maxBodyBytes: number;
  /** Longer ones, for those who send much at once; nobody's when absent. */
  readonly bulk?: {
    readonly maxBodyBytes: number;
    /** Whether this request may be that long. Asked before any of the body is read, and only where it matters. */
    isAllowed(request: FastifyRequest): Promise<boolean>;
  };
}

/** The longest body that anybody may send. */
export function longestOf({ maxBodyBytes, bulk }: BodyLimits): number {
  return Math.max(maxBodyBytes, bulk?.maxBodyBytes ?? 0);
}

/**
 * Keeps bodies within their limit, also those that do not say how long they are.
 *
 * For a route whose own limit is `longestOf` these.
 */
export function limitBodies({ maxBodyBytes, bulk }: BodyLimits): preParsingHookHandler {
  return async function limitBody(request, _reply, payload): Promise<RequestPayload> {
    const said = request.headers['content-length'];
    const length = said === undefined ? null : Number(said);
    const isBare = length === null && request.headers['transfer-encoding'] === undefined;
    if (isBare || (length !== null && length <= maxBodyBytes)) return payload;
    const limit = bulk && (await bulk.isAllowed(request)) ? bulk.maxBodyBytes : maxBodyBytes;
    if (length === null) return within(limit, payload);
    if (length > limit) throw tooLong(limit);
    return payload;
  };
}

/** The same stream, which fails where it gets too long. */
function within(limit: number, payload: RequestPayload): RequestPayload {
  let passed = 0;
  const counted: Transform = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed > limit) done(tooLong(limit));
      else done(null, chunk);
    },
  });
  payload.once('error', (error) => counted.destroy(error));
  return payload.pipe(counted);
}

function tooLong(limit: number): GraphQLError {
  return new GraphQLError(`The body is longer than ${limit} bytes. Send less at once.`, {
    extensions: { code: 'PAYLOAD_TOO_LARGE', http: { status: 413 } },
  });
}
