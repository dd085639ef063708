import { describe, expect, it } from 'vitest';
import {
  type ExportedRegistration,
  type ExportTerms,
  exportHead,
  exportLine,
} from '../../../services/forum/organisers/export/exported-registration.rules.ts';
import {
  ExportFormat,
  exportTransitions,
  MOST_DOWNLOADS,
  RegistrationsExportStatus,
  statusAt,
} from '../../../services/forum/organisers/export/registrations-export.rules.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';

const { QUEUED, READY, EXPIRED, FAILED } = RegistrationsExportStatus;
const csv: ExportTerms = { format: ExportFormat.CSV, withNeeds: false, timeZone: 'Asia/Almaty' };
const jsonl: ExportTerms = { ...csv, format: ExportFormat.JSONL };
const dana: ExportedRegistration = {
  id: 'registration_1',
  status: 'CONFIRMED',
  category: 'OPEN',
  nativeName: { family: 'Оспанова', given: 'Дана', patronymic: 'Ерланқызы' },
  latinName: { family: 'OSPANOVA', given: 'DANA' },
  citizenship: 'KZ',
  affiliation: '=HYPERLINK("http://elsewhere.example")',
  registeredAt: new Date('2026-03-01T19:30:15.250Z'),
  needs: null,
};
const needs = { dietaryNeeds: 'halal', accessibilityNeeds: 'a "ramp", please', interpretationLanguage: null };

describe('a line of an export', () => {
  it('has names in one cell, the time where the forum is, and no formula', () => {
    expect(exportHead(csv) + exportLine(dana, csv)).toBe(
      'id,status,category,nativeName,latinName,citizenship,affiliation,registeredAt\r\n' +
        `registration_1,CONFIRMED,OPEN,Оспанова Дана Ерланқызы,OSPANOVA DANA,KZ,"'=HYPERLINK(""http://elsewhere.example"")",2026-03-02T00:30:15+05:00\r\n`,
    );
  });

  it('has needs where they are asked for', () => {
    const terms = { ...csv, withNeeds: true };

    expect(exportHead(terms)).toMatch(/,registeredAt,dietaryNeeds,accessibilityNeeds,interpretationLanguage\r\n$/);
    expect(exportLine({ ...dana, needs }, terms)).toMatch(/\+05:00,halal,"a ""ramp"", please",\r\n$/);
  });

  it('is an object for programs, with texts as they were written', () => {
    expect(exportHead(jsonl)).toBe('');
    expect(JSON.parse(exportLine({ ...dana, needs }, jsonl))).toEqual({
      ...dana,
      registeredAt: '2026-03-02T00:30:15+05:00',
      needs: undefined,
      ...needs,
    });
  });

  it('says of somebody unknown what there is', () => {
    const unknown = { ...dana, nativeName: null, latinName: null, citizenship: null, affiliation: null };

    expect(exportLine(unknown, csv)).toBe('registration_1,CONFIRMED,OPEN,,,,,2026-03-02T00:30:15+05:00\r\n');
    expect(exportLine(unknown, jsonl).split('\n')).toHaveLength(2);
  });
});

describe('an export', () => {
  const expiresAt = new Date('2026-03-02T00:00:00Z');

  it.each<[string, RegistrationsExportStatus, number, string, RegistrationsExportStatus]>([
    ['waits', QUEUED, 0, '2026-03-01T23:59:59Z', QUEUED],
    ['is ready', READY, MOST_DOWNLOADS - 1, '2026-03-01T23:59:59Z', READY],
    ['has run out', READY, 0, '2026-03-02T00:00:00Z', EXPIRED],
    ['was downloaded often enough', READY, MOST_DOWNLOADS, '2026-03-01T00:00:00Z', EXPIRED],
    ['has failed', FAILED, 0, '2026-03-03T00:00:00Z', FAILED],
  ])('%s', (_case, status, downloads, now, expected) => {
    expect(statusAt({ status, expiresAt, downloads }, new Date(now))).toBe(expected);
  });

  it('is written, expires or is given up, and nothing else', () => {
    expect([QUEUED, READY, EXPIRED, FAILED].map((from) => transitionsFrom(exportTransitions, from, 'portal'))).toEqual([
      [READY, FAILED],
      [EXPIRED],
      [],
      [],
    ]);
  });
});
