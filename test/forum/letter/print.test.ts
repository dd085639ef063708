import { describe, expect, it } from 'vitest';
import { badgePdf, type PrintedBadge } from '../../../services/forum/badge-print/badge-pdf.ts';
import {
  attendanceCertificatePdf,
  type PrintedCertificate,
} from '../../../services/forum/letter/print/attendance-certificate-pdf.ts';
import { invitationLetterPdf, type PrintedLetter } from '../../../services/forum/letter/print/invitation-letter-pdf.ts';
import { ParticipantCategory } from '../../../services/forum/registration/registration.rules.ts';
import { isPrintable } from '../../../services/shared/pdf/fonts.ts';
import { qrCodesOf, textOf } from '../../support/pdf.ts';

const URL = 'https://portal.example/files/forum/verifications/2026-000123?code=7K3M9QW2A4BCDEFG';

const letter: PrintedLetter = {
  language: 'kk',
  embassy: 'Қазақстанның Бішкектегі елшілігі',
  issuedAt: new Date('2026-05-01T20:00:00.000Z'),
  latinName: { family: 'Akhmetova', given: 'Saule' },
  nativeName: { family: 'Әбдіғаппарқызы', given: 'Үміт', patronymic: 'Һөңұ' },
  citizenship: 'KG',
  category: ParticipantCategory.DELEGATE,
  edition: {
    year: 2026,
    title: { kk: 'ТМД волонтёрлерінің форумы', ru: 'Форум волонтёров СНГ', en: 'Forum of CIS volunteers' },
    city: { kk: 'Астана', ru: 'Астана', en: 'Astana' },
    hostCountry: 'KZ',
    startsAt: '2026-10-01T04:00:00.000Z',
    endsAt: '2026-10-03T13:00:00.000Z',
    timeZone: 'Asia/Almaty',
    isDemo: false,
  },
  signatory: { name: 'Қ. Сүлейменов', office: 'Ұйымдастыру комитетінің төрағасы' },
  verification: { number: '2026-000123', code: '7K3M9QW2A4BCDEFG', url: URL },
};

describe('an invitation letter', () => {
  it.each([
    [
      'kk',
      [
        'Шақыру хаты № 2026-000123, 2026 ж. 2 мамыр',
        'Қайда тапсырылады: Қазақстанның Бішкектегі елшілігі',
        'AKHMETOVA Saule',
        'Әбдіғаппарқызы Үміт Һөңұ',
        'Қырғызстан',
        'ТМД волонтёрлерінің форумы',
        'Астана, Қазақстан',
        'форумға қатысу (делегат)',
        'Ұйымдастыру комитетінің төрағасы Қ. Сүлейменов',
        'Нөмірі: 2026-000123, коды: 7K3M-9QW2-A4BC-DEFG',
      ],
    ],
    [
      'ru',
      [
        'Приглашение № 2026-000123 от 2 мая 2026 г.',
        'AKHMETOVA Saule',
        'Киргизия',
        'Форум волонтёров СНГ',
        'Астана, Казахстан',
        '1–3 октября 2026 г.',
        'участие в форуме (делегат)',
      ],
    ],
    [
      'en',
      [
        'Letter of invitation No. 2026-000123, May 2, 2026',
        'AKHMETOVA Saule',
        'Kyrgyzstan',
        'Forum of CIS volunteers',
        'Astana, Kazakhstan',
        'October 1 – 3, 2026',
        'participation in the forum (delegate)',
      ],
    ],
  ] as const)('says in %s whom it invites, where to, when, and who signs', async (language, texts) => {
    const text = await textOf(await invitationLetterPdf({ ...letter, language }));

    expect(texts.filter((one) => !text.includes(one))).toEqual([]);
    expect(text).not.toContain('ДЕМО');
  });

  it('has a QR code that leads to its verification', async () => {
    expect(qrCodesOf(await invitationLetterPdf(letter))).toEqual([URL]);
  });

  it('is the same file, byte by byte, whenever it is made', async () => {
    const [one, other] = await Promise.all([invitationLetterPdf(letter), invitationLetterPdf(letter)]);

    expect(one.equals(other)).toBe(true);
  });

  it('says that it is none where the edition is a demonstration', async () => {
    const text = await textOf(await invitationLetterPdf({ ...letter, edition: { ...letter.edition, isDemo: true } }));

    expect(text).toContain('КӨРСЕТІЛІМ: бұл құжат жарамсыз');
  });

  it('leaves out a name in letters that would be printed as empty boxes', async () => {
    const text = await textOf(await invitationLetterPdf({ ...letter, nativeName: { family: 'สมชาย', given: null } }));

    expect(text).not.toContain('Аты-жөні Азаматтығы');
    expect(text).toContain('AKHMETOVA Saule Азаматтығы');
    expect([isPrintable('Հայաստան'), isPrintable('სახელი'), isPrintable('สมชาย')]).toEqual([true, true, false]);
  });
});

it('prints a certificate on one page with the name, the edition and a QR code', async () => {
  const certificate: PrintedCertificate = { ...letter, language: 'kk' };

  const pdf = await attendanceCertificatePdf(certificate);

  const text = await textOf(pdf);
  const texts = [
    'Сертификат',
    'Әбдіғаппарқызы Үміт Һөңұ AKHMETOVA Saule',
    'ТМД волонтёрлерінің форумы',
    '№ 2026-000123',
  ];
  expect(texts.filter((one) => !text.includes(one))).toEqual([]);
  expect(qrCodesOf(pdf)).toEqual([URL]);
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

describe('a badge', () => {
  const badge: PrintedBadge = {
    language: 'kk',
    edition: 'ТМД волонтёрлерінің форумы',
    isDemo: false,
    latinName: 'AKHMETOVA Saule',
    nativeName: 'Әбдіғаппарқызы Үміт',
    affiliation: 'Қызыл Жарты Ай қоғамы',
    country: 'Қазақстан',
    category: ParticipantCategory.SPEAKER,
    qrPayload: `eyJhbGciOiJFZERTQSIsImtpZCI6IjEifQ.${'eyJzIjoiN0szTTlRVzJBNCJ9'.repeat(6)}.${'x'.repeat(86)}`,
    serial: '7K3M9QW2A4',
    zones: ['Жалпы аймақ', 'Отырыс залдары'],
    validFrom: new Date('2026-09-30T19:00:00.000Z'),
    validUntil: new Date('2026-10-03T19:00:00.000Z'),
    timeZone: 'Asia/Almaty',
    issuedAt: new Date('2026-05-01T08:00:00.000Z'),
  };

  it('has a front to wear and a back with what to do when it is lost, in three languages', async () => {
    const pdf = await badgePdf(badge);

    const text = await textOf(pdf);
    const texts = [
      'ТМД волонтёрлерінің форумы AKHMETOVA Saule Әбдіғаппарқызы Үміт Қызыл Жарты Ай қоғамы Қазақстан',
      'Спикер · Speaker',
      'Тауып алсаңыз',
      'Нашли бейдж',
      'If found',
      'Нөмірі 7K3M9QW2A4',
      'Жалпы аймақ, Отырыс залдары',
      'Жарамды мерзімі',
    ];
    expect(texts.filter((one) => !text.includes(one))).toEqual([]);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
  });

  it('has a QR code that scanners read as it was signed', async () => {
    expect(qrCodesOf(await badgePdf(badge))).toEqual([badge.qrPayload]);
  });

  it.each(Object.values(ParticipantCategory))(
    'stays on two pages for %s, however long the names are',
    async (category) => {
      const long = { latinName: `${'WOLFESCHLEGELSTEINHAUSEN '.repeat(3)}Maximiliane`, nativeName: 'Ә'.repeat(80) };

      const pdf = await badgePdf({ ...badge, ...long, affiliation: 'Ұйым '.repeat(60).trim(), category });

      expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
      expect(qrCodesOf(pdf)).toEqual([badge.qrPayload]);
    },
  );
});
