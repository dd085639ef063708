import { speaker } from '../../shared/messages/messages.ts';
import { delegationMessages } from '../delegation/messages.ts';

/** What is said to those who set an order. */
export const protocolMessages = {
  EDITION_NOT_FOUND: delegationMessages.EDITION_NOT_FOUND,
  UNKNOWN_IN_ORDER: {
    kk: 'Бұл реттілікке ол кірмейді.',
    ru: 'В этот порядок это не входит.',
    en: 'This does not belong to the order.',
  },
  REPEATED_IN_ORDER: {
    kk: 'Бұл екі рет көрсетілген.',
    ru: 'Это указано дважды.',
    en: 'This is given twice.',
  },
  MISSING_IN_ORDER: {
    kk: 'Реттілікте {count} жазба жетіспейді.',
    ru: 'В порядке {count, plural, one {не хватает # записи} few {не хватает # записей} many {не хватает # записей} other {не хватает # записи}}.',
    en: 'The order lacks {count, plural, one {one entry} other {# entries}}.',
  },
  UNKNOWN_LANGUAGE: {
    kk: 'kk, ru немесе en беріңіз.',
    ru: 'Укажите kk, ru или en.',
    en: 'Give kk, ru or en.',
  },
} as const;

export const say = speaker(protocolMessages);
