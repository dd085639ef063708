import { speaker } from '../../../shared/messages/messages.ts';

/** What applicants are written: for each occasion a subject, and what there is to know. */
export const noticeMessages = {
  SUBMITTED_SUBJECT: {
    kk: '«{opening}»: өтініміңіз қабылданды',
    ru: '«{opening}»: ваша заявка принята',
    en: '“{opening}”: your application has come in',
  },
  SUBMITTED_TEXT: {
    kk: 'Талаптарға сай келесіз, өтініміңіз қаралады. Әр қадам туралы осы поштаға жазамыз.',
    ru: 'Вы соответствуете требованиям, и заявку рассмотрят. О каждом шаге мы напишем на этот адрес.',
    en: 'You meet the requirements, and your application will be looked at. We write to this address at each step.',
  },
  SHORTLISTED_SUBJECT: {
    kk: '«{opening}»: сіз қысқа тізімдесіз',
    ru: '«{opening}»: вы в коротком списке',
    en: '“{opening}”: you are on the shortlist',
  },
  SHORTLISTED_TEXT: {
    kk: 'Өтініміңіз келесі кезеңге өтті. Келесі қадам – қабылдаушы ұйыммен танысу.',
    ru: 'Ваша заявка прошла дальше. Следующий шаг — знакомство с принимающей организацией.',
    en: 'Your application has gone a step further. Next, the host organisation gets to know it.',
  },
  WITH_HOST_SUBJECT: {
    kk: '«{opening}»: өтініміңіз қабылдаушы ұйымға жіберілді',
    ru: '«{opening}»: ваша заявка у принимающей организации',
    en: '“{opening}”: your application is with the host organisation',
  },
  WITH_HOST_TEXT: {
    kk: 'Ұйым өтініміңізді қарайды және сізбен әңгімелесуге шақыруы мүмкін.',
    ru: 'Организация рассмотрит её и, возможно, пригласит вас на собеседование.',
    en: 'The organisation looks at it, and may ask you for an interview.',
  },
  PREFERRED_SUBJECT: {
    kk: '«{opening}»: сізді таңдады',
    ru: '«{opening}»: выбрали вас',
    en: '“{opening}”: you are chosen',
  },
  PREFERRED_TEXT: {
    kk: 'Бұл әлі ұсыныс емес: алдымен керекті тексерулер өтеді. Оларды порталдан көре аласыз.',
    ru: 'Это ещё не предложение: сначала пройдут нужные проверки. Их видно на портале.',
    en: 'This is no offer yet: what the opening asks for is checked first. The portal shows what.',
  },
  RESERVE_SUBJECT: {
    kk: '«{opening}»: сіз резервтесіз',
    ru: '«{opening}»: вы в резерве',
    en: '“{opening}”: you are in the reserve',
  },
  RESERVE_TEXT: {
    kk: 'Сіз бұл орынға лайықсыз. Орын босаса, резервтегілер кезегімен шақырылады; басқа орындарға да өтінім бере аласыз.',
    ru: 'Вы подходите. Если место освободится, его предложат по очереди тем, кто в резерве; подавать заявки на другие вакансии можно.',
    en: 'You are fit to serve. When a position comes free, those in the reserve are next, in turn; you may apply elsewhere, too.',
  },
  CLEARANCE_SUBJECT: {
    kk: '«{opening}»: тексерулер басталды',
    ru: '«{opening}»: начались проверки',
    en: '“{opening}”: checks have begun',
  },
  CLEARANCE_TEXT: {
    kk: 'Ұсыныс жасалғанға дейін бірнеше құжат пен тексеру керек. Қайсысы екенін порталдан қараңыз және мерзімінде өткізіңіз.',
    ru: 'До предложения нужны некоторые документы и проверки. Посмотрите на портале, какие, и пройдите их вовремя.',
    en: 'Before an offer some documents and checks are needed. See in the portal which, and see to them in good time.',
  },
  OFFERED_SUBJECT: {
    kk: '«{opening}»: сізге орын ұсынылды',
    ru: '«{opening}»: вам предлагают место',
    en: '“{opening}”: you are offered a placement',
  },
  OFFERED_TEXT: {
    kk: 'Орын сізге {until} дейін сақталады. Порталға кіріп, қабылдаңыз немесе бас тартыңыз. Қабылдасаңыз, басқа өтінімдеріңіз қайтарып алынады.',
    ru: 'Место закреплено за вами до {until}. Войдите на портал и примите его или откажитесь. Если вы примете его, другие ваши заявки будут отозваны.',
    en: 'The position is held for you until {until}. Sign in to the portal and accept or decline it. If you accept, your other applications are withdrawn.',
  },
  OFFER_EXPIRED_SUBJECT: {
    kk: '«{opening}»: ұсыныстың мерзімі өтті',
    ru: '«{opening}»: срок предложения истёк',
    en: '“{opening}”: the offer has run out',
  },
  OFFER_EXPIRED_TEXT: {
    kk: 'Жауап болмағандықтан орын босатылды. Басқа орындарға өтінім бере аласыз.',
    ru: 'Ответа не было, и место освобождено. Вы можете подать заявку на другие вакансии.',
    en: 'There was no answer, and the position is free again. You may apply for other openings.',
  },
  RESCINDED_SUBJECT: {
    kk: '«{opening}»: ұсыныс қайтарып алынды',
    ru: '«{opening}»: предложение отозвано',
    en: '“{opening}”: the offer is taken back',
  },
  RESCINDED_TEXT: {
    kk: 'Өкінішке қарай, бұл орынға бара алмайсыз. Сұрағыңыз болса, орналастыру бөліміне жазыңыз.',
    ru: 'К сожалению, поехать на это место не получится. С вопросами обращайтесь к тем, кто ведёт размещение.',
    en: 'We are sorry: you cannot take up this placement. Please write to those who run placements if you have questions.',
  },
  ENDED_SUBJECT: {
    kk: '«{opening}»: өтініміңіз бойынша шешім',
    ru: '«{opening}»: решение по вашей заявке',
    en: '“{opening}”: a decision on your application',
  },
  ENDED_TEXT: {
    kk: 'Өкінішке қарай, өтініміңіз бұл орынға жеткізбеді. Портал басқа орындарды көрсетеді.',
    ru: 'К сожалению, эта заявка не привела к размещению. Другие вакансии есть на портале.',
    en: 'We are sorry: this application has not led to a placement. The portal shows other openings.',
  },
  REQUIREMENTS_NOT_MET: {
    kk: 'Себебі: талаптар орындалмаған.',
    ru: 'Причина: требования не выполнены.',
    en: 'The reason: the requirements are not met.',
  },
  OTHERS_FITTED_BETTER: {
    kk: 'Себебі: басқа үміткерлер бұл орынға көбірек сай келді.',
    ru: 'Причина: другие кандидаты подошли больше.',
    en: 'The reason: others fitted this opening better.',
  },
  POSITIONS_FILLED: {
    kk: 'Себебі: барлық орын толды.',
    ru: 'Причина: все места заняты.',
    en: 'The reason: every position is taken.',
  },
  OPENING_CANCELLED: {
    kk: 'Себебі: бұл орын жойылды.',
    ru: 'Причина: вакансия отменена.',
    en: 'The reason: the opening is cancelled.',
  },
  CLEARANCE_NOT_PASSED: {
    kk: 'Себебі: керекті тексеру өтпеді.',
    ru: 'Причина: не пройдена нужная проверка.',
    en: 'The reason: a check that is needed was not passed.',
  },
  TERMS_NOT_CONFIRMED: {
    kk: 'Себебі: өзгерген шарттар мерзімінде расталмады.',
    ru: 'Причина: изменённые условия не подтверждены вовремя.',
    en: 'The reason: the changed terms were not confirmed in time.',
  },
  PLACED_ELSEWHERE: {
    kk: 'Себебі: сіз басқа орынды қабылдадыңыз.',
    ru: 'Причина: вы приняли другое место.',
    en: 'The reason: you have accepted another placement.',
  },
  TERMS_CHANGED_SUBJECT: {
    kk: '«{opening}»: шарттар өзгерді, растаңыз',
    ru: '«{opening}»: условия изменились, подтвердите',
    en: '“{opening}”: the terms have changed, please confirm',
  },
  TERMS_CHANGED_TEXT: {
    kk: 'Сіз өтінім берген орынның шарттары өзгерді. Порталда оқып, {until} дейін растаңыз; әйтпесе өтінім тоқтатылады.',
    ru: 'Условия вакансии, на которую вы подали заявку, изменились. Прочитайте их на портале и подтвердите до {until}, иначе заявка будет закрыта.',
    en: 'The terms of an opening you applied for have changed. Read them in the portal and confirm until {until}; otherwise the application ends.',
  },
} as const;

export const say = speaker(noticeMessages);
