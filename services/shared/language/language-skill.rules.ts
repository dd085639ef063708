/** How well somebody has a language: the levels of the Common European Framework, and mother tongue. */
export enum LanguageLevel {
  A1 = 'A1',
  A2 = 'A2',
  B1 = 'B1',
  B2 = 'B2',
  C1 = 'C1',
  C2 = 'C2',
  NATIVE = 'NATIVE',
}

/** A language, and how well somebody has it or is asked to have it. */
export interface LanguageSkill {
  /** BCP 47. */
  readonly language: string;
  readonly level: LanguageLevel;
}
