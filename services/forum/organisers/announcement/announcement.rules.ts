import { type TransitionTable, transitionsFrom } from '../../../shared/state-machine.rules.ts';
import { checkTexts, type GivenText, type TextViolation } from '../../../shared/text/given-texts.rules.ts';
import { localize, type PortalLanguage, type Texts } from '../../../shared/text/localize.rules.ts';

export enum AnnouncementStatus {
  DRAFT = 'DRAFT',
  HELD = 'HELD',
  SENDING = 'SENDING',
  SENT = 'SENT',
  DISCARDED = 'DISCARDED',
}

export type AnnouncementActor = 'administrator' | 'portal';

const { DRAFT, HELD, SENDING, SENT, DISCARDED } = AnnouncementStatus;

/** The life of an announcement: nothing leaves before it was read, held, and sent by an act of its own. */
export const announcementTransitions: TransitionTable<AnnouncementStatus, AnnouncementActor> = [
  { from: DRAFT, to: HELD, by: ['administrator'] },
  { from: HELD, to: SENDING, by: ['administrator'] },
  { from: SENDING, to: SENT, by: ['portal'] },
  { from: DRAFT, to: DISCARDED, by: ['administrator'] },
  { from: HELD, to: DISCARDED, by: ['administrator'] },
];

/** Where an administrator may take an announcement. */
export function movesFrom(status: AnnouncementStatus): AnnouncementStatus[] {
  return transitionsFrom(announcementTransitions, status, 'administrator');
}

export const SUBJECT_LENGTH = 150;
export const TEXT_LENGTH = 10_000;

/** Everything wrong with what an announcement says: each needs a text in one language at least. */
export function checkAnnouncement(subject: readonly GivenText[], text: readonly GivenText[]): TextViolation[] {
  return [
    ...checkTexts(['subject'], subject, { maximum: SUBJECT_LENGTH, required: true }),
    ...checkTexts(['text'], text, { maximum: TEXT_LENGTH, required: true }),
  ];
}

/** What readers of a language get. */
export interface Wording {
  readonly subject: string;
  readonly text: string;
  /** Whether one of them is in another language, since nobody wrote it in this one. */
  readonly isFallback: boolean;
}

export function wordingFor(language: PortalLanguage, texts: { subject: Texts; body: Texts }): Wording {
  const subject = localize(texts.subject, language);
  const text = localize(texts.body, language);
  return {
    subject: subject?.text ?? '',
    text: text?.text ?? '',
    isFallback: (subject?.isFallback ?? false) || (text?.isFallback ?? false),
  };
}
