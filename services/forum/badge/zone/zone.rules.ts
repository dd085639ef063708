import type { Texts } from '../../../shared/text/localize.rules.ts';
import { ParticipantCategory } from '../../registration/registration.rules.ts';

/** A part of the venue with doors of its own. */
export interface Zone {
  /** Capitals, digits and underscores: `MAIN`. */
  readonly code: string;
  readonly name: Texts;
}

/** The zones of an edition for which nobody has drawn others. */
export const DEFAULT_ZONES: readonly Zone[] = [
  { code: 'MAIN', name: { kk: 'Жалпы аймақ', ru: 'Общая зона', en: 'Main area' } },
  { code: 'SESSIONS', name: { kk: 'Отырыс залдары', ru: 'Залы заседаний', en: 'Session rooms' } },
  { code: 'PRESS', name: { kk: 'Баспасөз аймағы', ru: 'Зона прессы', en: 'Press area' } },
  { code: 'STAFF', name: { kk: 'Қызметтік аймақ', ru: 'Служебная зона', en: 'Staff area' } },
  { code: 'PROTOCOL', name: { kk: 'Хаттама аймағы', ru: 'Протокольная зона', en: 'Protocol area' } },
];

/** The zones that a category opens, where nobody has said otherwise. */
export const DEFAULT_CATEGORY_ZONES: Readonly<Record<ParticipantCategory, readonly string[]>> = {
  [ParticipantCategory.OPEN]: ['MAIN', 'SESSIONS'],
  [ParticipantCategory.DELEGATE]: ['MAIN', 'SESSIONS', 'PROTOCOL'],
  [ParticipantCategory.SPEAKER]: ['MAIN', 'SESSIONS', 'PRESS'],
  [ParticipantCategory.PRESS]: ['MAIN', 'SESSIONS', 'PRESS'],
  [ParticipantCategory.GUEST]: ['MAIN', 'SESSIONS', 'PROTOCOL'],
  [ParticipantCategory.STAFF]: ['MAIN', 'SESSIONS', 'PRESS', 'STAFF', 'PROTOCOL'],
};
