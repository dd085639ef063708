import { speaker } from '../../../shared/messages/messages.ts';

/** What personal programmes say to people. */
export const calendarMessages = {
  PERSONAL_PROGRAMME: {
    kk: 'Менің бағдарламам: {edition}',
    ru: 'Моя программа: {edition}',
    en: 'My programme: {edition}',
  },
  SEAT_HELD: {
    kk: 'Сізге орын {until} дейін сақталып тұр. Порталда растаңыз немесе бас тартыңыз.',
    ru: 'Место держится для вас до {until}. Подтвердите его на портале или откажитесь.',
    en: 'A seat is held for you until {until}. Accept it in the portal, or decline it.',
  },
} as const;

export const say = speaker(calendarMessages);
