import { createHash } from 'node:crypto';
import { TypeID, typeid } from 'typeid-js';

/**
 * Makes the ID of a new entity: its kind and a time-ordered UUID, `forum_edition_01j…`.
 *
 * `kind` is the graph type's name in snake case. The same string is the primary key, the federation key and the
 * argument of `node(id:)`, so nothing is translated on the way. Clients treat it as opaque.
 */
export function newId(kind: string): string {
  return typeid(kind).toString();
}

/**
 * The ID of an entity that is known by name before it exists: reference and demo data.
 *
 * The same kind and name give the same ID in every service and at every start.
 */
export function namedId(kind: string, name: string): string {
  const bytes = createHash('sha256').update(`${kind}/${name}`).digest().subarray(0, 16);
  // Version and variant bits of a custom (version 8) UUID.
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return TypeID.fromUUIDBytes(kind, bytes).toString();
}

/** The same ID as a URI that holds wherever it is read, RFC 9562: `urn:uuid:…`. */
export function uriOfId(id: string): string {
  return `urn:uuid:${TypeID.fromString(id).toUUID()}`;
}

/** The kind an ID was made with, or null for a string that is no ID of ours. */
export function kindOfId(id: string): string | null {
  try {
    return TypeID.fromString(id).getType() || null;
  } catch {
    return null;
  }
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PLACE_DIGITS = 6;

/**
 * What the IDs of many things begin with that are made in one SQL statement: give it as the value of `nthId`.
 *
 * All of them are of this moment, and in the order of their places.
 */
export function idStem(kind: string): string {
  return newId(kind).slice(0, -PLACE_DIGITS);
}

/** SQL of the ID of the nth thing, with one `?` for the stem. `place` is SQL of n, an integer below a thousand million. */
export function nthId(place: string): string {
  const digits = Array.from({ length: PLACE_DIGITS }, (_one, index) => {
    const shift = (PLACE_DIGITS - 1 - index) * 5;
    return `substr('${ALPHABET}', ((${place} >> ${shift}) & 31)::integer + 1, 1)`;
  });
  return `?::text || ${digits.join(' || ')}`;
}
