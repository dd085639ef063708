import { describe, expect, it } from 'vitest';
import { kindOfId, namedId, newId } from '../../services/shared/ids.ts';

const FORM = /^forum_edition_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

describe('a new ID', () => {
  it('tells its kind', () => {
    expect(newId('forum_edition')).toMatch(FORM);
    expect(kindOfId(newId('forum_edition'))).toBe('forum_edition');
  });

  it('is like no other, and sorts after those made before', async () => {
    const first = newId('event');
    await new Promise((resolve) => setTimeout(resolve, 2));
    const later = Array.from({ length: 1_000 }, () => newId('event'));

    expect(new Set(later).size).toBe(1_000);
    expect(later.every((id) => id > first)).toBe(true);
  });
});

describe('the ID of what is known by name', () => {
  it('is the same at every start, in every version of the portal', () => {
    expect(namedId('forum_edition', '2026')).toBe('forum_edition_7avc3snfddgwt9a37psz7pvny3');
  });

  it('tells its kind', () => {
    expect(namedId('forum_edition', '2026')).toMatch(FORM);
    expect(kindOfId(namedId('forum_edition', '2026'))).toBe('forum_edition');
  });

  it.each([
    ['names', namedId('session', 'a'), namedId('session', 'b')],
    ['kinds', namedId('session', 'a'), namedId('opening', 'a')],
    ['kinds and names that read the same together', namedId('ab', 'c'), namedId('a', 'bc')],
  ])('differs for different %s', (_case, one, other) => {
    // Also without the kind, which comes first.
    expect(one.slice(-26)).not.toBe(other.slice(-26));
  });
});

describe('the kind of an ID', () => {
  it.each([
    ['nothing', ''],
    ['a word', 'nonsense'],
    ['a kind alone', 'forum_edition'],
    ['a kind and a separator', 'forum_edition_'],
    ['an ID without a kind', '7avc3snfddgwt9a37psz7pvny3'],
    ['a kind in capitals', 'Forum_edition_7avc3snfddgwt9a37psz7pvny3'],
    ['an ID that is too short', 'forum_edition_7avc3snfddgwt9a37psz7pvny'],
    ['an ID that is too long', 'forum_edition_7avc3snfddgwt9a37psz7pvny33'],
    ['an ID that is too large', 'forum_edition_8avc3snfddgwt9a37psz7pvny3'],
    ['an ID with a letter that is none', 'forum_edition_7avc3snfddgwt9a37psz7pvnyu'],
    ['an ID with a NUL', 'forum_edition_7avc3snfddgwt9a37psz7pvny\0'],
    ['a UUID', '0198a4f2-6f5c-7cc1-8000-0123456789ab'],
    ['SQL', `'; drop table edition; --`],
  ])('is not there for %s', (_case, id) => expect(kindOfId(id)).toBeNull());
});
