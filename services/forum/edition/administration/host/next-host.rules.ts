/**
 * The states that may host: members of the Commonwealth, under the short Russian names its bodies call them by.
 *
 * Source: members named in January 2026 (domain research C1). An associate, Turkmenistan, is no member.
 */
const MEMBERS: Readonly<Record<string, string>> = {
  AM: 'Армения',
  AZ: 'Азербайджан',
  BY: 'Беларусь',
  KG: 'Кыргызстан',
  KZ: 'Казахстан',
  MD: 'Молдова',
  RU: 'Россия',
  TJ: 'Таджикистан',
  UZ: 'Узбекистан',
};

/** Codes of the members, ISO 3166-1 alpha-2, in the order of the Russian alphabet: the order in which they host. */
export const HOSTS_IN_TURN: readonly string[] = inTurn();

export function isMember(code: string): boolean {
  return Object.hasOwn(MEMBERS, code);
}

/** Whose turn follows a host's; after the last comes the first. Null for a host that is no member any more. */
export function nextHost(after: string): string | null {
  const turn = HOSTS_IN_TURN.indexOf(after);
  return turn < 0 ? null : (HOSTS_IN_TURN[(turn + 1) % HOSTS_IN_TURN.length] ?? null);
}

function inTurn(): string[] {
  const alphabet = new Intl.Collator('ru');
  return Object.entries(MEMBERS)
    .sort(([, a], [, b]) => alphabet.compare(a, b))
    .map(([code]) => code);
}
