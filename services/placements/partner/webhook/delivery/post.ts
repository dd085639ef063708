import { Agent, request } from 'undici';
import { type Answer, failureOf, WebhookFailure } from './delivery.rules.ts';
import { AddressNotAllowed, isPrivateHost, publicLookup } from './public-address.ts';

/** For so long a receiver may take until its answer is there. */
const TIMEOUT_MS = 10_000;
/** Nobody reads further in an answer. */
const ANSWER_BYTES = 1_024;

export interface Letter {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly privateAddresses: boolean;
  /** Ends it without an answer. */
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
}

/** What came back, and the beginning of its body. */
export interface Posted extends Answer {
  readonly text: string;
}

/**
 * Posts something to an address that somebody else has given, and follows it nowhere.
 *
 * Rejects only where it is told to end.
 */
export async function post(letter: Letter): Promise<Posted> {
  const { url, headers, body, privateAddresses, signal, timeoutMs = TIMEOUT_MS } = letter;
  if (!privateAddresses && isPrivateHost(new URL(url))) return unanswered(WebhookFailure.ADDRESS_NOT_ALLOWED);
  const agent = new Agent({ connect: { timeout: timeoutMs, ...(!privateAddresses && { lookup: publicLookup }) } });
  const late = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: { ...headers },
      body,
      signal: AbortSignal.any([signal, late]),
    });
    return {
      statusCode: answer.statusCode,
      failure: failureOf(answer.statusCode),
      text: await beginningOf(answer.body),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) return unanswered(WebhookFailure.TIMEOUT);
    const isForbidden = error instanceof AddressNotAllowed;
    return unanswered(isForbidden ? WebhookFailure.ADDRESS_NOT_ALLOWED : WebhookFailure.NOT_REACHED);
  } finally {
    await agent.destroy();
  }
}

function unanswered(failure: WebhookFailure): Posted {
  return { statusCode: null, failure, text: '' };
}

/** What follows is not read. */
async function beginningOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part);
    length += part.length;
    if (length >= ANSWER_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, ANSWER_BYTES).toString('utf8');
}
