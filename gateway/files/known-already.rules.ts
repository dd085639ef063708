/**
 * Whether a client that names the versions it has (`If-None-Match`, RFC 9110) has this one. `tag` is as `ETag` gives it;
 * weak and strong tags of one version are the same here.
 */
export function isKnownAlready(ifNoneMatch: string | undefined, tag: string | null): boolean {
  if (ifNoneMatch === undefined || tag === null) return false;
  const known = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}
