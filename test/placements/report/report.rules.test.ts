import { describe, expect, it } from 'vitest';
import {
  DutyReportKind,
  DutyReportState,
  DutyReportStatus,
  reportTransitions,
  statusOn,
  stepsOn,
} from '../../../services/placements/report/report.rules.ts';
import { checkDraft, checkReport } from '../../../services/placements/report/report-input.rules.ts';
import { actorOnReport, viewOfReport } from '../../../services/placements/report/report-reader.rules.ts';
import { ANONYMOUS, participant, type Viewer } from '../../../services/shared/access/access.rules.ts';
import { transitionsFrom } from '../../../services/shared/state-machine.rules.ts';
import { hostOfficer, partnerOf, placementOfficer } from '../given.ts';

const { DUE, DRAFT, SUBMITTED, RETURNED, ACCEPTED } = DutyReportState;
const { PERIODIC, HOST_EVALUATION, INCIDENT } = DutyReportKind;

describe('the life of a report', () => {
  it.each([
    [DUE, 'author', [DRAFT, SUBMITTED]],
    [DRAFT, 'author', [SUBMITTED]],
    [SUBMITTED, 'author', []],
    [SUBMITTED, 'placement-officer', [RETURNED, ACCEPTED]],
    [RETURNED, 'author', [SUBMITTED]],
    [RETURNED, 'placement-officer', []],
    [ACCEPTED, 'author', []],
    [ACCEPTED, 'placement-officer', []],
  ] as const)('leads from %s by the %s to %j', (from, actor, to) => {
    expect(transitionsFrom(reportTransitions, from, actor)).toEqual(to);
  });

  it.each([DUE, DRAFT, RETURNED])('is overdue from the day after it was due, where it is %s', (state) => {
    expect(statusOn(state, '2026-12-14', '2026-12-14')).toBe(DutyReportStatus[state]);
    expect(statusOn(state, '2026-12-14', '2026-12-15')).toBe('OVERDUE');
  });

  it('is never overdue once it is handed in, and never where it is due on no day', () => {
    expect([statusOn(SUBMITTED, '2026-12-14', '2027-12-15'), statusOn(RETURNED, null, '2027-12-15')]).toEqual([
      'SUBMITTED',
      'RETURNED',
    ]);
  });

  it('does not begin before it opens', () => {
    const report = { state: DUE, opensOn: '2026-11-16' };

    expect(stepsOn(report, 'author', '2026-11-15')).toEqual([]);
    expect(stepsOn(report, 'author', '2026-11-16')).toEqual([DRAFT, SUBMITTED]);
    expect(stepsOn(report, null, '2026-11-16')).toEqual([]);
  });
});

describe('who reads a report', () => {
  const volunteer = participant('person_v');
  const host = hostOfficer('host_1');
  const readers: readonly Viewer[] = [volunteer, host, placementOfficer];
  const strangers = [ANONYMOUS, participant('person_x'), hostOfficer('host_2'), partnerOf('KE')];
  const whose = { personId: 'person_v', hostOrganisationId: 'host_1', submittedById: null };

  it.each([
    [PERIODIC, DRAFT, ['whole', 'outline', 'outline']],
    [PERIODIC, SUBMITTED, ['whole', 'outline', 'whole']],
    [PERIODIC, ACCEPTED, ['whole', 'outline', 'whole']],
    [HOST_EVALUATION, DRAFT, ['outline', 'whole', 'outline']],
    [HOST_EVALUATION, SUBMITTED, ['outline', 'whole', 'whole']],
    [HOST_EVALUATION, ACCEPTED, ['text', 'whole', 'whole']],
    [INCIDENT, SUBMITTED, [null, null, 'whole']],
  ] as const)('%s, %s: volunteer, host and officer see %j, and strangers nothing', (kind, state, expected) => {
    const report = { ...whose, kind, state };

    expect(readers.map((viewer) => viewOfReport(viewer, report))).toEqual(expected);
    expect(strangers.map((viewer) => viewOfReport(viewer, report))).toEqual([null, null, null, null]);
  });

  it('is the author of an incident, and nobody else beside those who run placements', () => {
    const byHost = { ...whose, kind: INCIDENT, state: SUBMITTED, submittedById: host.personId };

    expect(readers.map((viewer) => viewOfReport(viewer, byHost))).toEqual([null, 'whole', 'whole']);
    expect(viewOfReport(hostOfficer('host_1'), byHost)).toBe(null);
  });

  it('decides on nothing of their own, whatever office they hold', () => {
    const serving = { ...placementOfficer, personId: 'person_v' };
    const hosting = { ...host, grants: [...host.grants, ...placementOfficer.grants] };
    const kinds = [PERIODIC, HOST_EVALUATION, INCIDENT];

    const actors = kinds.map((kind) =>
      [serving, hosting].map((viewer) => actorOnReport(viewer, { ...whose, kind, state: SUBMITTED })),
    );

    expect(actors).toEqual([
      ['author', 'placement-officer'],
      [null, 'author'],
      [null, 'placement-officer'],
    ]);
  });
});

describe('what a report may say', () => {
  const covered = { coversFrom: '2026-09-01', coversUntil: '2026-09-14' };

  it('has all that is wrong told at once', () => {
    expect(checkReport({ text: ' \n', hoursServed: 337 }, covered)).toEqual([
      { path: ['text'], problem: 'blank' },
      { path: ['hoursServed'], problem: 'hours-out-of-range', maximum: 336 },
    ]);
    expect(checkReport({ text: 'x'.repeat(20_001), hoursServed: -1 }, covered)).toEqual([
      { path: ['text'], problem: 'too-long', maximum: 20_000 },
      { path: ['hoursServed'], problem: 'hours-out-of-range', maximum: 336 },
    ]);
  });

  it('has lines and tabulators, and no other control characters', () => {
    expect(checkReport({ text: 'One\r\n\tTwo', hoursServed: 336 }, covered)).toEqual([]);
    expect(checkReport({ text: 'One\0', hoursServed: null }, covered)).toEqual([
      { path: ['text'], problem: 'control-character' },
    ]);
  });

  it('may be nothing yet while it is written', () => {
    expect(checkDraft({ text: '', hoursServed: null }, covered)).toEqual([]);
  });
});
