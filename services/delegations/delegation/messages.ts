import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What is said to people about delegations and their focal points. */
export const delegationMessages = {
  ...inputPhrases,
  INVITATION_SUBJECT: {
    kk: '{country}: {year} жылғы форумға шақыру',
    ru: '{country}: приглашение на форум {year} года',
    en: '{country}: invitation to the {year} forum',
  },
  INVITATION_TEXT: {
    kk: '{country} Достастық елдері волонтерлерінің {year} жылғы форумына шақырылды. Сізден делегацияның байланыс тұлғасы болу сұралады.',
    ru: 'Приглашена делегация: {country}. Форум волонтёров стран Содружества, {year} год. Вас просят стать её координатором.',
    en: '{country} is invited to send a delegation to the {year} forum of volunteers of the Commonwealth. You are asked to be its focal point.',
  },
  INVITATION_STEPS: {
    kk: 'Порталға осы пошта мекенжайымен кіріңіз. Бір немесе екі байланыс тұлғасын тағайындайтын нотаны PDF, JPEG немесе PNG түрінде жүктеп, оларды көрсетіңіз. Нота тексерілген соң делегация құрамын енгізе аласыз. Қатыса алмасаңыз, шақырудан сол жерде бас тартуға болады.',
    ru: 'Войдите на портал с этим адресом. Загрузите ноту в PDF, JPEG или PNG, которой назначаются один или два координатора, и укажите их. После проверки ноты можно будет внести состав делегации. Если участия не будет, там же откажитесь от приглашения.',
    en: 'Sign in to the portal with this address. Upload the note verbale that designates one or two focal points, as PDF, JPEG or PNG, and name them. Once the note is checked you can enter the delegation. If it will not come, decline the invitation there.',
  },
  INVITATION_LINK: {
    kk: 'Порталды ашу',
    ru: 'Открыть портал',
    en: 'Open the portal',
  },
  EDITION_NOT_FOUND: {
    kk: 'Форумның мұндай кезеңі табылмады.',
    ru: 'Такого форума нет.',
    en: 'There is no such edition of the forum.',
  },
  EDITION_OVER: {
    kk: 'Бұл форум аяқталған немесе өткізілмейді: делегация шақырылмайды.',
    ru: 'Этот форум завершён или отменён: делегации не приглашаются.',
    en: 'This edition is over or called off: no delegations are invited.',
  },
  DELEGATION_EXISTS: {
    kk: 'Бұл тарап осы форумға шақырылып қойған.',
    ru: 'Эта сторона уже приглашена на этот форум.',
    en: 'This party is invited to this edition already.',
  },
  DELEGATION_NOT_FOUND: {
    kk: 'Сіз әрекет ете алатын мұндай делегация жоқ.',
    ru: 'Нет такой делегации, за которую вы можете действовать.',
    en: 'There is no such delegation that you can act for.',
  },
  DELEGATION_OVER: {
    kk: 'Бұл делегацияда енді ештеңе өзгермейді. Күйі: {status}.',
    ru: 'В этой делегации больше ничего не меняется. Состояние: {status}.',
    en: 'Nothing of this delegation changes any more. It is {status}.',
  },
  HEAD_MISSING: {
    kk: 'Алдымен делегация басшысын ұсыныңыз.',
    ru: 'Сначала назовите главу делегации.',
    en: 'Name the head of the delegation first.',
  },
  SUBMISSION_CLOSED: {
    kk: 'Делегация құжаттарын тапсыру мерзімі өтті.',
    ru: 'Срок подачи полномочий истёк.',
    en: 'The deadline for handing in credentials has passed.',
  },
  QUOTA_BELOW_USED: {
    kk: 'Бұл санаттағы {used} орын бос емес: квота одан аз бола алмайды.',
    ru: '{used, plural, one {В этой категории занято # место} few {В этой категории занято # места} many {В этой категории занято # мест} other {В этой категории занято # места}}: меньше квота быть не может.',
    en: '{used, plural, one {One place in this category is used} other {# places in this category are used}}: the quota cannot be less.',
  },
  QUOTAS_EXCEED_CAPACITY: {
    kk: 'Форумда {capacity} орын бар, оның {allocated} орны квоталарға берілген: ең көбі {free} орын беруге болады.',
    ru: 'Мест на форуме: {capacity}. Квотам отдано: {allocated}. Можно дать ещё не больше {free}.',
    en: 'The edition has {capacity} seats, of which quotas promise {allocated}: at most {free} can still be given.',
  },
  NOTE_VERBALE_NOT_FOUND: {
    kk: 'Бұл делегацияның мұндай нотасы жоқ. Алдымен оны жүктеңіз.',
    ru: 'У этой делегации нет такой ноты. Сначала загрузите её.',
    en: 'This delegation has no such note verbale. Upload it first.',
  },
  WRONG_FILE_TYPE: {
    kk: 'Файл мазмұны күтілгендей емес. Күтілген түрі: {expected}.',
    ru: 'Содержимое файла не то, что ожидалось. Ожидалось: {expected}.',
    en: 'The file is not what was expected inside. Expected: {expected}.',
  },
  FOCAL_POINT_NOT_FOUND: {
    kk: 'Мұндай байланыс тұлғасы табылмады.',
    ru: 'Такого координатора нет.',
    en: 'There is no such focal point.',
  },
  FOCAL_POINT_ENDED: {
    kk: 'Бұл адам енді байланыс тұлғасы емес.',
    ru: 'Этот человек больше не координатор.',
    en: 'This person is a focal point no longer.',
  },
  ALREADY_FOCAL_POINT: {
    kk: 'Бұл адам байланыс тұлғасы болып көрсетілген.',
    ru: 'Этот человек уже назван координатором.',
    en: 'This person is named as a focal point already.',
  },
  FOCAL_POINTS_COMPLETE: {
    kk: 'Делегацияда ең көбі {most} байланыс тұлғасы болады. Алдымен біреуін алып тастаңыз.',
    ru: 'Координаторов не больше {most}. Сначала снимите одного из них.',
    en: 'A delegation has at most {most} focal points. Remove one of them first.',
  },
  FOUR_EYES_REQUIRED: {
    kk: 'Байланыс тұлғасын оны тағайындаған адам да, өзі де растай алмайды.',
    ru: 'Координатора подтверждает не тот, кто его назначил, и не он сам.',
    en: 'A focal point is confirmed by somebody else than whoever designated them, and not by themself.',
  },
  FOCAL_POINT_NOT_DESIGNATED: {
    kk: 'Бұл адам әлі нотамен тағайындалмаған.',
    ru: 'Этот человек ещё не назначен нотой.',
    en: 'This person is not designated by a note verbale yet.',
  },
  ONE_OF: {
    kk: 'personId мен email өрістерінің біреуін ғана толтырыңыз.',
    ru: 'Заполните ровно одно из полей personId и email.',
    en: 'Fill in exactly one of personId and email.',
  },
  NOT_A_PERSON: {
    kk: 'Бұл адамның идентификаторы емес.',
    ru: 'Это не идентификатор человека.',
    en: 'This is not the ID of a person.',
  },
  UNKNOWN_COUNTRY: {
    kk: 'Мұндай ел ISO 3166-1 тізімінде жоқ.',
    ru: 'Такой страны нет в ISO 3166-1.',
    en: 'There is no such country in ISO 3166-1.',
  },
  REPEATED: {
    kk: 'Бұл санат екі рет көрсетілген.',
    ru: 'Эта категория указана дважды.',
    en: 'This category is given twice.',
  },
  OUT_OF_RANGE: {
    kk: '0 мен {maximum} аралығындағы сан болуы керек.',
    ru: 'Это должно быть число от 0 до {maximum}.',
    en: 'This is a number from 0 to {maximum}.',
  },
  NOT_BASE64: {
    kk: 'Файл мазмұны base64 түрінде болуы керек.',
    ru: 'Содержимое файла передаётся в base64.',
    en: 'The content of the file is given in base64.',
  },
  EMPTY_FILE: {
    kk: 'Файл бос.',
    ru: 'Файл пуст.',
    en: 'The file is empty.',
  },
  UNKNOWN_ENDING: {
    kk: 'Файл атауы .pdf, .jpg, .jpeg немесе .png деп аяқталуы керек.',
    ru: 'Имя файла должно заканчиваться на .pdf, .jpg, .jpeg или .png.',
    en: 'The name of the file has to end in .pdf, .jpg, .jpeg or .png.',
  },
  FILE_TOO_LARGE: {
    kk: 'Файл тым үлкен: ең көбі {maximum} байт.',
    ru: 'Файл слишком велик: не больше {maximum, plural, one {# байта} few {# байт} many {# байт} other {# байта}}.',
    en: 'The file is too large: at most {maximum, plural, one {# byte} other {# bytes}}.',
  },
} as const;

export const say = speaker(delegationMessages);
