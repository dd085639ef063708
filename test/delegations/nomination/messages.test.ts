import { IntlMessageFormat } from 'intl-messageformat';
import { expect, it } from 'vitest';
import { nominationMessages } from '../../../services/delegations/nomination/messages.ts';

const VALUES = {
  count: 2,
  row: 3,
  maximum: 500,
  allocated: 1,
  used: 1,
  category: 'PRESS',
  country: 'KZ',
  from: 'A',
  to: 'B',
  when: '1 May 2026',
  zone: 'Almaty',
};

it.each(Object.entries(nominationMessages))('says %s in three languages', (_key, message) => {
  for (const [language, text] of Object.entries(message)) {
    const said = String(new IntlMessageFormat(text, language).format(VALUES));

    expect(said).not.toMatch(/[{}#]|^\s*$/);
  }
});
