import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';
import { notFoundPhrases } from '../form/phrases.ts';

/** What is said to those who run a deployment, and to whom it concerns. */
export const deploymentMessages = {
  ...inputPhrases,
  ...notFoundPhrases,
  WRONG_STAGE: {
    kk: 'Қызметтің қазіргі күйінде ({status}) бұлай істеуге болмайды.',
    ru: 'Пока служба в состоянии {status}, это сделать нельзя.',
    en: 'This cannot be done while the deployment is {status}.',
  },
  CLEARANCES_OUTSTANDING: {
    kk: 'Барлық тексеру аяқталған жоқ: тағы {count} керек.',
    ru: 'Проверки пройдены не все: {count, plural, one {не хватает #} few {не хватает #} many {не хватает #} other {не хватает #}}.',
    en: 'Not every clearance has passed: {count, plural, one {one is} other {# are}} outstanding.',
  },
  OVERLAPPING_DEPLOYMENT: {
    kk: 'Бұл күндері ерікті басқа жерде қызмет етеді.',
    ru: 'В эти дни у волонтёра другая служба.',
    en: 'The volunteer has another deployment in these days.',
  },
  OVERLAPPING_LEAVE: {
    kk: 'Бұл күндердің бір бөлігі басқа демалысқа жатады: {from} – {until}.',
    ru: 'Часть этих дней входит в другой отпуск: {from} – {until}.',
    en: 'Some of these days belong to another leave: {from} to {until}.',
  },
  HOST_NOT_ACCREDITED: {
    kk: 'Қабылдаушы ұйымның аккредитациясы {day} дейін жарамды болуы керек.',
    ru: 'Аккредитация принимающей организации должна действовать по {day}.',
    en: 'The host organisation has to be accredited through {day}.',
  },
  INSURANCE_GAP: {
    kk: 'Ерікті мына күндері сақтандырылмаған: {from} – {until}.',
    ru: 'Волонтёр не застрахован в эти дни: {from} – {until}.',
    en: 'The volunteer is not insured from {from} to {until}.',
  },
  BUDGET_EXHAUSTED: {
    kk: 'Бағдарламаның қаражаты жетпейді.',
    ru: 'В бюджете программы не хватает средств.',
    en: 'The budget of the programme does not suffice.',
  },
  TOO_EARLY_TO_COMPLETE: {
    kk: 'Қызмет {day} аяқталады. Ертерек болса, басқа аяқталу түрін таңдаңыз.',
    ru: 'Служба заканчивается {day}. Если раньше, выберите другое окончание.',
    en: 'Service lasts until {day}. If it is over earlier, choose another ending.',
  },
  CHECKLIST_INCOMPLETE: {
    kk: 'Аяқтау тізімінде орындалмаған {count} тармақ бар.',
    ru: '{count, plural, one {Не выполнен # пункт} few {Не выполнены # пункта} many {Не выполнено # пунктов} other {Не выполнено # пункта}} списка.',
    en: '{count, plural, one {One item} other {# items}} of the end checklist {count, plural, one {is} other {are}} not done.',
  },
  ITEM_OF_OTHERS: {
    kk: 'Бұл тармақты сіз белгілей алмайсыз.',
    ru: 'Этот пункт отмечаете не вы.',
    en: 'This item is not yours to tick.',
  },
  MISSING: {
    kk: 'Мұны толтырыңыз.',
    ru: 'Заполните это поле.',
    en: 'Fill this in.',
  },
  NOT_TAKEN: {
    kk: 'Мұнда ештеңе жазбаңыз: денсаулық туралы мәлімет сақталмайды.',
    ru: 'Здесь ничего не пишите: сведения о здоровье не хранятся.',
    en: 'Write nothing here: nothing about health is kept.',
  },
  OTHER_EVIDENCE: {
    kk: 'Бұл аяқталуға мұндай құжат жарамайды.',
    ru: 'Для такого окончания нужна другая бумага.',
    en: 'This is not the evidence that this ending takes.',
  },
  REPEATED: {
    kk: 'Бұл бір рет көрсетілген.',
    ru: 'Это уже указано.',
    en: 'This is given already.',
  },
  IN_FUTURE: {
    kk: 'Бұл күн әлі келген жоқ.',
    ru: 'Этот день ещё не наступил.',
    en: 'This day has not come yet.',
  },
  NOT_BEFORE: {
    kk: 'Ең ерте күні: {day}.',
    ru: 'Не раньше чем {day}.',
    en: 'Not before {day}.',
  },
  NOT_AFTER: {
    kk: 'Ең соңғы күні: {day}.',
    ru: 'Не позже чем {day}.',
    en: 'Not after {day}.',
  },
} as const;

export const say = speaker(deploymentMessages);
