import { speaker } from '../../shared/messages/messages.ts';
import { delegationMessages } from '../delegation/messages.ts';

/** What is said of reminders, and in them. */
export const reminderMessages = {
  EDITION_NOT_FOUND: delegationMessages.EDITION_NOT_FOUND,
  REPEATED: {
    kk: 'Бұл күн екі рет көрсетілген.',
    ru: 'Этот день указан дважды.',
    en: 'This day is given twice.',
  },
  DAYS_OUT_OF_RANGE: {
    kk: '1 мен {maximum} аралығындағы күн санын беріңіз.',
    ru: 'Укажите число дней от 1 до {maximum}.',
    en: 'Give a number of days from 1 to {maximum}.',
  },
  TOO_MANY_REMINDERS: {
    kk: 'Ең көбі {maximum} еске салу.',
    ru: 'Не больше {maximum, plural, one {# напоминания} few {# напоминаний} many {# напоминаний} other {# напоминания}}.',
    en: 'At most {maximum, plural, one {# reminder} other {# reminders}}.',
  },
  SUBJECT_NOMINATION: {
    kk: '{country}: делегаттарды ұсыну мерзімі аяқталып келеді',
    ru: '{country}: скоро заканчивается выдвижение делегатов',
    en: '{country}: the nomination of delegates closes soon',
  },
  SUBJECT_CONFIRMATION: {
    kk: '{country}: қатысуды растау мерзімі аяқталып келеді',
    ru: '{country}: скоро заканчивается подтверждение участия',
    en: '{country}: the confirmation of participation closes soon',
  },
  SUBJECT_SUBSTITUTION: {
    kk: '{country}: делегаттарды ауыстыру мерзімі аяқталып келеді',
    ru: '{country}: скоро заканчивается замена делегатов',
    en: '{country}: the substitution of delegates closes soon',
  },
  SUBJECT_CREDENTIALS: {
    kk: '{country}: өкілеттіктерді тапсыру мерзімі аяқталып келеді',
    ru: '{country}: скоро заканчивается приём полномочий',
    en: '{country}: the handing in of credentials closes soon',
  },
  UNTIL: {
    kk: 'Мерзімі: {deadline} ({zone}).',
    ru: 'Срок: {deadline} ({zone}).',
    en: 'The deadline is {deadline} ({zone}).',
  },
  FREE_PLACES: {
    kk: 'Делегация {allocated} орынның {free} орнына әлі ешкімді ұсынған жоқ. Бос орындар мерзім өткен соң қайтарылуы мүмкін.',
    ru: 'Делегация ещё никого не выдвинула на {free, plural, one {# место} few {# места} many {# мест} other {# места}} из {allocated}. После срока свободные места могут быть возвращены.',
    en: 'The delegation has named nobody for {free, plural, one {one place} other {# places}} of {allocated} yet. Free places may go back after the deadline.',
  },
  NO_HEAD: {
    kk: 'Делегация басшысы әлі аталған жоқ.',
    ru: 'Глава делегации ещё не назван.',
    en: 'No head of delegation is named yet.',
  },
  PENDING: {
    kk: '{pending, plural, =0 {Ұсынылғандардың бәрі қатысуын растады.} one {Ұсынылғандардың # адамы қатысуын әлі растаған жоқ.} other {Ұсынылғандардың # адамы қатысуын әлі растаған жоқ.}}',
    ru: '{pending, plural, =0 {Все выдвинутые подтвердили участие.} one {Ещё # выдвинутый не подтвердил участие.} few {Ещё # выдвинутых не подтвердили участие.} many {Ещё # выдвинутых не подтвердили участие.} other {Ещё # выдвинутых не подтвердили участие.}}',
    en: '{pending, plural, =0 {All whom you named have confirmed.} one {One person you named has not confirmed yet.} other {# people you named have not confirmed yet.}}',
  },
  UNREACHED: {
    kk: 'Олардың {unreached} адамы порталда тіркелмеген, сондықтан портал оларға жаза алмайды: өзіңіз еске салыңыз.',
    ru: 'Из них без учётной записи на портале: {unreached}. Портал не может им написать, напомните им сами.',
    en: '{unreached, plural, one {One of them has} other {# of them have}} no account on the portal, which cannot write to them: please remind them yourself.',
  },
  MAY_REPLACE: {
    kk: 'Осы мерзімге дейін бір делегатты басқасымен ауыстыруға болады.',
    ru: 'До этого срока одного делегата можно заменить другим.',
    en: 'Until then one delegate may be replaced by another.',
  },
  NOT_SUBMITTED: {
    kk: 'Делегация құрамы әлі тапсырылған жоқ. Порталға кіріп, құрамын тексеріп, тапсырыңыз.',
    ru: 'Состав делегации ещё не передан. Войдите на портал, проверьте состав и передайте его.',
    en: 'The delegation is not submitted yet. Sign in to the portal, check the list, and submit it.',
  },
  NAMED_YOU: {
    kk: 'Сіз форумға делегация құрамында ұсынылдыңыз ({country}), бірақ қатысуыңызды әлі растаған жоқсыз. Растау немесе бас тарту үшін порталға кіріңіз.',
    ru: 'Вас выдвинули на форум в составе делегации ({country}), но вы ещё не подтвердили участие. Чтобы подтвердить или отказаться, войдите на портал.',
    en: 'You are nominated for the forum with a delegation ({country}), and have not confirmed yet. To confirm or to decline, sign in to the portal.',
  },
} as const;

export const say = speaker(reminderMessages);
