import { inputPhrases } from '../../shared/messages/input-phrases.ts';
import { speaker } from '../../shared/messages/messages.ts';

/** What the register of organisations says to people. */
export const organisationMessages = {
  IDEMPOTENCY_KEY_REUSED: inputPhrases.IDEMPOTENCY_KEY_REUSED,
  ORGANISATION_NOT_FOUND: {
    kk: 'Мұндай ұйым жоқ.',
    ru: 'Такой организации нет.',
    en: 'There is no such organisation.',
  },
  ORGANISATION_NOT_APPROVED: {
    kk: 'Ұйым мақұлданбаған, сондықтан оның атынан бұл әрекетті жасауға болмайды.',
    ru: 'Организация не одобрена, поэтому от её имени этого сделать нельзя.',
    en: 'The organisation is not approved, so this cannot be done in its name.',
  },
  ORGANISATION_DECIDED: {
    kk: 'Ұйым туралы шешім шықты, сондықтан мәліметін түзетуге болмайды.',
    ru: 'По организации уже принято решение, поэтому исправить её данные нельзя.',
    en: 'The organisation has been decided about and cannot be corrected any more.',
  },
  NOT_A_REPRESENTATIVE: {
    kk: 'Бұл адам ұйымның өкілі емес.',
    ru: 'Этот человек не представляет организацию.',
    en: 'This person does not represent the organisation.',
  },
  LAST_REPRESENTATIVE: {
    kk: 'Бұл – ұйымның жалғыз өкілі. Алдымен басқа өкіл қосыңыз.',
    ru: 'Это единственный представитель организации. Сначала добавьте другого.',
    en: 'This is the only representative of the organisation. Add another one first.',
  },
} as const;

export const say = speaker(organisationMessages);
