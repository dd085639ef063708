import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';
import { notFoundPhrases } from '../form/phrases.ts';

/** What is said to those who choose, check and offer, and to volunteers who answer. */
export const selectionMessages = {
  ...inputPhrases,
  ...notFoundPhrases,
  PLACEMENT_OFFER_NOT_FOUND: {
    kk: 'Мұндай ұсыныс табылмады.',
    ru: 'Такого предложения нет.',
    en: 'There is no such offer.',
  },
  CONFLICT_OF_INTEREST: {
    kk: 'Мүдделер қақтығысы бар: бұл өтінімді басқа адам қарауы керек.',
    ru: 'Есть конфликт интересов: этой заявкой должен заняться кто-то другой.',
    en: 'There is a conflict of interest: somebody else has to deal with this application.',
  },
  INTEREST_NOT_DECLARED: {
    kk: 'Алдымен осы үміткерге қатысты мүдделер қақтығысы бар-жоғын көрсетіңіз.',
    ru: 'Сначала укажите, есть ли у вас конфликт интересов по этому кандидату.',
    en: 'First declare whether you have a conflict of interest with this candidate.',
  },
  ALREADY_ASSESSED: {
    kk: 'Бұл үміткерді осы әдіспен бағалап қойғансыз.',
    ru: 'Вы уже оценили этого кандидата этим способом.',
    en: 'You have assessed this candidate by this method already.',
  },
  SELECTION_CLOSED: {
    kk: 'Бұл вакансия бойынша іріктеу аяқталған.',
    ru: 'Отбор по этой вакансии закончен.',
    en: 'Selection for this opening is over.',
  },
  TERMS_NOT_CONFIRMED: {
    kk: 'Вакансия шарттары өзгерді, ал үміткер оларды әлі растаған жоқ.',
    ru: 'Условия вакансии изменились, и кандидат их ещё не подтвердил.',
    en: 'The terms of the opening have changed, and the applicant has not confirmed them yet.',
  },
  CLEARANCES_OUTSTANDING: {
    kk: '{count} тексеру әлі өтпеген.',
    ru: '{count, plural, one {Не пройдена # проверка} few {Не пройдены # проверки} many {Не пройдено # проверок} other {Не пройдено # проверки}}.',
    en: '{count, plural, one {One clearance has} other {# clearances have}} not passed yet.',
  },
  APPLICATION_ENDED: {
    kk: 'Бұл өтінім аяқталған.',
    ru: 'Эта заявка завершена.',
    en: 'This application has ended.',
  },
  CLEARANCE_TOO_SHORT: {
    kk: 'Тексеру {neededUntil} күніне дейін жарамды болуы керек.',
    ru: 'Проверка должна действовать по {neededUntil}.',
    en: 'The clearance has to be valid until {neededUntil}.',
  },
  POSITIONS_EXHAUSTED: {
    kk: 'Бос орын жоқ: барлық орын ұсынылған немесе толған.',
    ru: 'Свободных мест нет: все предложены или заняты.',
    en: 'No position is free: all are offered or filled.',
  },
  HOST_NOT_ACCREDITED: {
    kk: 'Қабылдаушы ұйымның аккредитациясы қызметтің соңғы күніне дейін жарамды емес.',
    ru: 'Аккредитация принимающей организации не действует до последнего дня службы.',
    en: 'The host organisation is not accredited through the last day of service.',
  },
  PROGRAMME_NOT_OPEN: {
    kk: 'Бағдарлама қазір ұсыныс жасамайды.',
    ru: 'Программа сейчас не делает предложений.',
    en: 'The programme makes no offers at present.',
  },
  BUDGET_EXHAUSTED: {
    kk: 'Бағдарлама бюджеті бұл ұсынысқа жетпейді.',
    ru: 'Бюджета программы на это предложение не хватает.',
    en: 'The budget of the programme does not cover this offer.',
  },
  OVERLAPPING_DEPLOYMENT: {
    kk: 'Бұл күндері басқа қызмет бар: {startsOn} – {endsOn}.',
    ru: 'На эти дни уже есть другая служба: {startsOn} – {endsOn}.',
    en: 'There is another deployment on these days: {startsOn} to {endsOn}.',
  },
  PLACEMENT_OFFER_EXPIRED: {
    kk: 'Ұсыныстың мерзімі өтті.',
    ru: 'Срок предложения истёк.',
    en: 'The offer has expired.',
  },
  PLACEMENT_OFFER_ENDED: {
    kk: 'Бұл ұсыныс енді күшінде емес.',
    ru: 'Это предложение больше не действует.',
    en: 'This offer is no longer open.',
  },
  RESERVE_DIFFERS: {
    kk: 'Тізім резервтегі барлық өтінімді бір-бір реттен қамтуы керек.',
    ru: 'Список должен содержать каждую заявку резерва ровно один раз.',
    en: 'The list has to hold each application of the reserve exactly once.',
  },
  PAST: {
    kk: 'Болашақтағы уақытты көрсетіңіз.',
    ru: 'Укажите время в будущем.',
    en: 'Give a time that lies ahead.',
  },
  AFTER_START: {
    kk: 'Ұсыныс қызмет басталғанға дейін аяқталуы керек.',
    ru: 'Предложение должно закончиться до начала службы.',
    en: 'An offer ends before service begins.',
  },
  OUTCOME_NOT_TAKEN: {
    kk: 'Себеп санаты тек NOT_SELECTED күйі үшін беріледі.',
    ru: 'Причина указывается только для NOT_SELECTED.',
    en: 'An outcome is given with NOT_SELECTED alone.',
  },
  NO_APPLICATIONS: {
    kk: 'Тізім бос.',
    ru: 'Список пуст.',
    en: 'The list is empty.',
  },
  TOO_MANY_APPLICATIONS: {
    kk: 'Бір жолы ең көбі {maximum} өтінім.',
    ru: 'За один раз не больше {maximum, plural, one {# заявки} few {# заявок} many {# заявок} other {# заявки}}.',
    en: 'At most {maximum, plural, one {# application} other {# applications}} at once.',
  },
  SCORE_REQUIRED: {
    kk: 'Жалпы баға немесе өлшемдер бойынша баға беріңіз.',
    ru: 'Поставьте оценку в целом или по критериям.',
    en: 'Give a score as a whole or by criteria.',
  },
  SCORE_OUT_OF_RANGE: {
    kk: 'Баға 1-ден 5-ке дейін.',
    ru: 'Оценка — от 1 до 5.',
    en: 'A score is from 1 to 5.',
  },
  CRITERION_TWICE: {
    kk: 'Бұл өлшем жоғарыда бар.',
    ru: 'Этот критерий уже есть выше.',
    en: 'This criterion is there already.',
  },
  NATURE_WITHOUT_CONFLICT: {
    kk: 'Қақтығыс болмаса, түрін көрсетпеңіз.',
    ru: 'Если конфликта нет, не указывайте его вид.',
    en: 'Where there is no conflict, do not say of which kind.',
  },
  CANNOT_BE_WAIVED: {
    kk: 'Бұл тексеруден босатуға болмайды.',
    ru: 'От этой проверки освободить нельзя.',
    en: 'This clearance cannot be waived.',
  },
  MEDICAL_REASON: {
    kk: 'Медициналық тексеруде тек қорытынды, мерзімі және берген мекеме көрсетіледі. Себебін жазбаңыз.',
    ru: 'О медицинской проверке указывают только итог, срок и кто выдал. Причину не пишите.',
    en: 'Of a medical check only the outcome, its validity and who issued it are kept. Give no reason.',
  },
  NO_REASON_TAKEN: {
    kk: 'Өткен тексеруге себеп керек емес.',
    ru: 'Для пройденной проверки причина не нужна.',
    en: 'A clearance that has passed takes no reason.',
  },
  ONLY_WHEN_PASSED: {
    kk: 'Мерзімі тек өткен тексеруге беріледі.',
    ru: 'Срок указывают только для пройденной проверки.',
    en: 'Only a clearance that has passed is valid until a day.',
  },
  REQUIRED: {
    kk: 'Мұны толтырыңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
  },
} as const;

export const say = speaker(selectionMessages);
