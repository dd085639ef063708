import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The answer to a request that never became an operation. */
export interface RequestRefusal {
  status: number;
  headers: { [name: string]: string };
  error: GraphQLFormattedError;
}

/**
 * Turns whatever was thrown before an operation was run into an answer.
 *
 * A `GraphQLError` with a code of its own is meant for the client, with the status and headers of its
 * `extensions.http`. What is wrong with the request itself has a stable code. Anything else is a fault, and `maskFault`
 * decides what is said about it.
 */
export function requestRefusal(
  thrown: unknown,
  maskFault: (error: unknown) => GraphQLFormattedError,
  maxBodyBytes: number,
): RequestRefusal {
  if (isForClient(thrown)) return refusalOf(thrown);
  switch (codeOf(thrown)) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refusal(413, 'PAYLOAD_TOO_LARGE', `The body is longer than ${maxBodyBytes} bytes. Send less at once.`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return refusal(
        415,
        'UNSUPPORTED_MEDIA_TYPE',
        'A body is read as JSON: send it as "content-type: application/json".',
      );
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return refusal(400, 'BAD_REQUEST', 'The body is empty. Send a JSON object with a "query".');
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return refusal(400, 'BAD_REQUEST', 'The body is not valid JSON.');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return refusal(400, 'BAD_REQUEST', 'The body is not as long as its "content-length" says.');
    default:
      return { status: 500, headers: {}, error: maskFault(thrown) };
  }
}

export const methodNotAllowed: RequestRefusal = {
  ...refusal(405, 'METHOD_NOT_ALLOWED', 'Send queries by GET or POST, and mutations by POST.'),
  headers: { allow: 'GET, POST' },
};

export const notAcceptable = refusal(
  406,
  'NOT_ACCEPTABLE',
  'Answers are JSON: accept "application/graphql-response+json" or "application/json".',
);

function refusal(status: number, code: string, message: string): RequestRefusal {
  return { status, headers: {}, error: { message, extensions: { code } } };
}

function isForClient(thrown: unknown): thrown is GraphQLError {
  if (!(thrown instanceof GraphQLError)) return false;
  const { code } = thrown.extensions;
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR';
}

function refusalOf({ message, extensions: { http, ...extensions } }: GraphQLError): RequestRefusal {
  const status = isObject(http) && typeof http.status === 'number' ? http.status : 400;
  const headers = isObject(http) && http.headers instanceof Map ? Object.fromEntries(http.headers) : {};
  return { status, headers, error: { message, extensions } };
}

function codeOf(thrown: unknown): string | undefined {
  return isObject(thrown) && typeof thrown.code === 'string' ? thrown.code : undefined;
}

function isObject(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}
