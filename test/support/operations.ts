import { readFileSync } from 'node:fs';

const folder = new URL('../../schema/operations/', import.meta.url);

/** An operation that clients send, as published. */
export function operation(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, folder), 'utf8');
}
