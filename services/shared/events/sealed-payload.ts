import { z } from 'zod';
import type { KeyRing } from '../crypto/key-ring.ts';
import { type Place, seal, unseal } from '../crypto/sealed.ts';

const Envelope = z.object({ keyId: z.string(), nonce: z.string(), ciphertext: z.string(), tag: z.string() });

/**
 * Seals what an event has to tell of a person, for one field of its payload: whoever reads the outbox or the queue learns
 * nothing. `id` is of what the event is about, and the value opens in an event of this type about the same alone.
 *
 * Sealed with the common key, so that every service opens it.
 */
export function sealPayload(keys: KeyRing, eventType: string, id: string, value: unknown): string {
  return JSON.stringify(seal(keys.common, JSON.stringify(value), placeOf(eventType, id)));
}

/** What `sealPayload` has sealed. Throws `SealBroken` where it does not open, and where it is not of the schema's form. */
export function openPayload<Value>(
  keys: KeyRing,
  eventType: string,
  id: string,
  sealed: unknown,
  schema: z.ZodType<Value>,
): Value {
  const envelope = Envelope.parse(JSON.parse(String(sealed)));
  return schema.parse(JSON.parse(unseal(keys.common, envelope, placeOf(eventType, id))));
}

/**
 * What stands for a mail address where the address itself may not, the same in all services of a deployment.
 *
 * Case and spaces around an address make no difference.
 */
export function addressKey(keys: KeyRing, email: string): string {
  return keys.common.fingerprint('mail address', email.trim().toLowerCase());
}

function placeOf(eventType: string, id: string): Place {
  return [eventType, id];
}
