import { tzlib_get_ical_block, tzlib_get_offset } from 'timezones-ical-library';
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../services/forum/session/calendar/calendar-of.ts';
import { SessionStatus } from '../../../services/forum/session/session.rules.ts';

const ZONE = 'Asia/Almaty';
const session = {
  id: 'session_1',
  title: { kk: 'Ашылуы', ru: 'Открытие; речь, гимн' },
  description: { ru: 'Первая строка\nВторая строка' },
  room: 'A',
  room_name: null,
  starts_at: new Date('2026-10-01T04:00:00.000Z'),
  ends_at: new Date('2026-10-01T05:30:00.000Z'),
  status: SessionStatus.SCHEDULED,
  calendar_sequence: 2,
};
const options = { name: 'Форум', timeZone: ZONE, locale: 'ru', now: new Date('2026-09-01T00:00:00.000Z') };

describe('a calendar', () => {
  it('has a session at its local time, with the rules of the zone, whatever zone the server is in', () => {
    const lines = calendarOf([session], options).split('\r\n');

    expect(lines.slice(lines.indexOf('BEGIN:VEVENT'))).toEqual([
      'BEGIN:VEVENT',
      'UID:session_1',
      'SEQUENCE:2',
      'DTSTAMP:20260901T000000Z',
      'DTSTART;TZID=Asia/Almaty:20261001T090000',
      'DTEND;TZID=Asia/Almaty:20261001T103000',
      'SUMMARY:Открытие\\; речь\\, гимн',
      'LOCATION:A',
      'DESCRIPTION:Первая строка\\nВторая строка',
      'STATUS:CONFIRMED',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(lines.slice(lines.indexOf('BEGIN:VTIMEZONE'), lines.indexOf('END:VTIMEZONE'))).toEqual(
      expect.arrayContaining(['TZID:Asia/Almaty', 'TZOFFSETTO:+0500']),
    );
  });

  it('says what was cancelled, in the language there is', () => {
    const cancelled = { ...session, status: SessionStatus.CANCELLED, room_name: { en: 'Great Hall' } };

    const text = calendarOf([cancelled], { ...options, locale: 'kk' });

    expect(text).toContain('STATUS:CANCELLED');
    expect(text).toContain('SUMMARY:Ашылуы');
    expect(text).toContain('LOCATION:Great Hall');
  });

  it('places sessions in a zone that nobody knows the rules of by the instant', () => {
    const text = calendarOf([session], { ...options, timeZone: '+05:00' });

    expect(text).toContain('DTSTART:20261001T040000Z');
    expect(text).not.toContain('VTIMEZONE');
  });
});

it('knows that Almaty has been at UTC+5 since 2024-03-01, as the server does', () => {
  const here = Temporal.Instant.from('2026-10-01T04:00:00Z').toZonedDateTimeISO(ZONE);

  expect([here.offset, tzlib_get_offset(ZONE, '2026-10-01', '09:00')]).toEqual(['+05:00', '+0500']);
  expect(String(tzlib_get_ical_block(ZONE))).not.toContain('+0600');
});
