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

/** The kind an ID was made with, or null for a string that is no ID of ours. */
export function kindOfId(id: string): string | null {
  try {
    return TypeID.fromString(id).getType() || null;
  } catch {
    return null;
  }
}
