import { expect, it } from 'vitest';
import {
  certificateNumber,
  readCertificateNumber,
} from '../../../services/placements/certificate/certificate.rules.ts';

it('prints a number in groups, and reads it however it is typed', () => {
  expect(certificateNumber('7K3M9QW2A4BC')).toBe('ERK-7K3M-9QW2-A4BC');
  expect(readCertificateNumber(' erk 7k3m9qw2-a4bc ')).toBe('ERK-7K3M-9QW2-A4BC');
});

it('takes letters that look like digits for these', () => {
  expect(readCertificateNumber('ERK-7K3M-9QWO-A4BI')).toBe('ERK-7K3M-9QW0-A4B1');
});

it.each(['', 'ERK', '2026-000123', 'ERK-7K3M-9QW2-A4B', 'ERK-7K3M-9QW2-A4BCD', 'ERK-7K3M-9QW2-A4BU'])(
  'knows that %j is no number of a certificate',
  (typed) => expect(readCertificateNumber(typed)).toBeNull(),
);
