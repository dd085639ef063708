import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

/*
 * Loaded into a portal before anything else. Notes every connection that its process opens and every name it looks up,
 * a line each, in the file of the setting CONNECTIONS_FILE.
 */
const file = process.env.CONNECTIONS_FILE ?? '';
const note = (what: unknown) => appendFileSync(file, `${JSON.stringify(what)}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function noted(this: net.Socket, ...sent: unknown[]): net.Socket {
  const [target] = sent.flat();
  note(typeof target === 'object' ? target : sent);
  return Reflect.apply(connect, this, sent);
} as typeof connect;

const lookup = dns.lookup;
dns.lookup = ((...sent: unknown[]) => {
  // An address is no name: nobody is asked about it.
  if (net.isIP(String(sent[0])) === 0) note({ lookup: sent[0] });
  return Reflect.apply(lookup, dns, sent);
}) as typeof lookup;
