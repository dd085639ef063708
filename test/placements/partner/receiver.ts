import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { z } from 'zod';

/** What a receiver was sent. */
export interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** How a receiver answers: a status, headers and a body, or nothing at all. */
export type Reply = { status: number; headers?: Record<string, string>; body?: string } | 'silence';

const Question = z.object({ type: z.literal('webhook.verification'), data: z.object({ challenge: z.string() }) });

/** A partner's receiver: says the word it is asked for, takes everything else, and may be told to do otherwise. */
export interface Receiver {
  readonly url: string;
  /** What it was sent beside questions whether it is there. */
  readonly received: Received[];
  /** How it answers next, once for each; then it takes everything. */
  readonly replies: Reply[];
  /** Whether it says the word it is asked for. */
  echoes: boolean;
}

/** A true HTTP server, for the tests of a file. */
export function useReceiver(): Receiver {
  const receiver = { url: '', received: [] as Received[], replies: [] as Reply[], echoes: true };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString();
    const question = Question.safeParse(JSON.parse(body));
    if (question.success) {
      response.end(receiver.echoes ? JSON.stringify({ challenge: question.data.data.challenge }) : 'hello');
      return;
    }
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    receiver.received.push({ path: request.url ?? '', headers, body });
    const reply = receiver.replies.shift() ?? { status: 204 };
    if (reply !== 'silence') response.writeHead(reply.status, reply.headers).end(reply.body);
  });
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.replies.length = 0;
    receiver.echoes = true;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return receiver;
}
