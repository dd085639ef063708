import { describe, expect, it } from 'vitest';
import {
  AnnouncementStatus,
  announcementTransitions,
  checkAnnouncement,
  movesFrom,
  SUBJECT_LENGTH,
  wordingFor,
} from '../../../services/forum/organisers/announcement/announcement.rules.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';

const { DRAFT, HELD, SENDING, SENT, DISCARDED } = AnnouncementStatus;

describe('an announcement', () => {
  it.each<[AnnouncementStatus, AnnouncementStatus[], AnnouncementStatus[]]>([
    [DRAFT, [HELD, DISCARDED], []],
    [HELD, [SENDING, DISCARDED], []],
    [SENDING, [], [SENT]],
    [SENT, [], []],
    [DISCARDED, [], []],
  ])('goes from %s where the table says', (from, byHand, byItself) => {
    expect(movesFrom(from)).toEqual(byHand);
    expect(transitionsFrom(announcementTransitions, from, 'portal')).toEqual(byItself);
  });

  it('says something, in one language at least', () => {
    const text = [{ locale: 'kk', text: 'Қош келдіңіз' }];

    expect(checkAnnouncement(text, text)).toEqual([]);
    expect(checkAnnouncement([], [{ locale: 'ru', text: ' ' }])).toEqual([
      { path: ['subject'], problem: 'missing' },
      { path: ['text', '0', 'text'], problem: 'blank' },
    ]);
    expect(checkAnnouncement([{ locale: 'en', text: 'x'.repeat(SUBJECT_LENGTH + 1) }], text)).toEqual([
      { path: ['subject', '0', 'text'], problem: 'too-long', maximum: SUBJECT_LENGTH },
    ]);
  });

  it('reads in every language, and says where another one stands in', () => {
    const texts = { subject: { ru: 'Тема', en: 'Subject' }, body: { ru: 'Текст' } };

    expect(wordingFor('ru', texts)).toEqual({ subject: 'Тема', text: 'Текст', isFallback: false });
    expect(wordingFor('en', texts)).toEqual({ subject: 'Subject', text: 'Текст', isFallback: true });
    expect(wordingFor('kk', texts)).toEqual({ subject: 'Subject', text: 'Текст', isFallback: true });
  });
});
