import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request as libraries of the web platform take it. Its body must have been read as a buffer or not at all. */
export function webRequestOf(request: FastifyRequest, headers: Readonly<Record<string, string>>): Request {
  const web = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) web.append(name, one);
  }
  for (const [name, value] of Object.entries(headers)) web.set(name, value);
  const { method, url, protocol, host, body } = request;
  return new Request(new URL(url, `${protocol}://${host}`), {
    method,
    headers: web,
    ...(Buffer.isBuffer(body) && body.length > 0 && { body: new Uint8Array(body) }),
  });
}

/** Sends what such a library answered. */
export async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  return reply.send(response.body === null ? null : Buffer.from(await response.arrayBuffer()));
}
