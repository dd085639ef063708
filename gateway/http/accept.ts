const answerable = new Set([
  '*/*',
  'application/*',
  'application/json',
  'application/graphql-response+json',
  'multipart/mixed',
]);

/**
 * What is left of an `accept` header when only GraphQL answers count; `null` when nothing is.
 *
 * Without this a browser that prefers HTML would be given a page, and a client that cannot read the answer would be
 * told so after its mutation was done.
 */
export function graphqlPartOf(accept: string | undefined): string | null {
  if (accept === undefined || accept.trim() === '') return '*/*';
  const ranges = accept.split(',').filter((range) => answerable.has(mediaTypeOf(range)));
  return ranges.length === 0 ? null : ranges.join(',');
}

/** The media type for a refusal that the GraphQL server itself never saw: the newer one for clients that name it first. */
export function errorMediaTypeFor(accept: string | undefined): string {
  const named = (accept ?? '').split(',').map(mediaTypeOf);
  const type = named.find((one) => one === 'application/json' || one === 'application/graphql-response+json');
  return `${type ?? 'application/json'}; charset=utf-8`;
}

function mediaTypeOf(range: string): string {
  return (range.split(';')[0] ?? '').trim().toLowerCase();
}
