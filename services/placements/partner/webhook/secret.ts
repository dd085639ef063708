import { randomBytes } from 'node:crypto';
import type { KeyRing } from '../../../shared/crypto/key-ring.ts';
import { type Place, type Sealed, seal, unseal } from '../../../shared/crypto/sealed.ts';

const SECRET_BYTES = 32;

/** Makes what a receiver checks signatures with, as Standard Webhooks spell it. */
export function makeSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** Seals a secret with the key that every form of the portal has, for the webhook it belongs to. */
export function sealSecret(keys: KeyRing, webhookId: string, secret: string): Sealed {
  return seal(keys.common, secret, placeOf(webhookId));
}

/** What `sealSecret` has sealed. Throws `SealBroken` where it does not open. */
export function openSecret(keys: KeyRing, webhookId: string, sealed: Sealed): string {
  return unseal(keys.common, sealed, placeOf(webhookId));
}

function placeOf(webhookId: string): Place {
  return ['webhook secret', webhookId];
}
