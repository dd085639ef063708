import type { PersonName } from './name.rules.ts';

/** A Latin name in the order of passports: `AKHMETOVA Saule`. */
export function passportOrder({ family, given }: PersonName): string {
  return [family.toUpperCase(), given].filter(Boolean).join(' ');
}

/** A whole name, as its bearer writes it. */
export function wholeName({ family, given, patronymic }: PersonName): string {
  return [family, given, patronymic].filter(Boolean).join(' ');
}

/** The first letters of a name, which tell its bearer that it is theirs and others nothing: `S. A.` */
export function initialsOf({ family, given }: PersonName): string {
  return [given, family]
    .flatMap((part) => [...(part?.trim() ?? '')].slice(0, 1))
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ');
}
