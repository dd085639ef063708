import { describe, expect, it } from 'vitest';
import {
  actorsOf,
  DelegationStatus,
  delegationTransitions,
  OVER,
  stepsOf,
} from '../../../services/delegations/delegation/delegation.rules.ts';
import {
  hasPassed,
  takesInvitations,
} from '../../../services/delegations/delegation/edition-calendar/edition-calendar.rules.ts';
import {
  FocalPointStatus,
  freeSlot,
  isFurther,
} from '../../../services/delegations/delegation/focal-point/focal-point.rules.ts';
import { checkInvitation } from '../../../services/delegations/delegation/invitation/invitation.rules.ts';
import { checkUpload, expectedType } from '../../../services/delegations/delegation/note-verbale/note-verbale.rules.ts';
import { ANONYMOUS, participant } from '../../../services/shared/access/access.rules.ts';
import { holder } from './given.ts';

const { INVITED, FOCAL_POINT_PENDING, NOMINATING, SUBMITTED, RETURNED, WITHDRAWN, DECLINED } = DelegationStatus;

describe('the life of a delegation', () => {
  it('has nothing after its ends', () => {
    const ends = Object.values(DelegationStatus).filter(
      (one) => !delegationTransitions.some(({ from }) => from === one),
    );

    expect(ends.toSorted()).toEqual([...OVER].toSorted());
  });

  it.each([
    ['a focal point submits and withdraws', NOMINATING, ['focal-point'], [SUBMITTED, WITHDRAWN]],
    ['a focal point submits again what was returned', RETURNED, ['focal-point'], [SUBMITTED, WITHDRAWN]],
    ['an accreditation officer does not submit', NOMINATING, ['accreditation-officer'], []],
    ['whoever is invited may decline', INVITED, ['focal-point'], [FOCAL_POINT_PENDING, DECLINED]],
    ['nobody in particular does nothing', INVITED, [], []],
  ] as const)('%s', (_case, status, actors, steps) => expect(stepsOf(status, actors)).toEqual(steps));
});

describe('those who act for a delegation', () => {
  const delegation = { id: 'delegation_1', editionId: 'edition_1', status: NOMINATING };

  it.each([
    ['its focal points', holder('FOCAL_POINT', 'DELEGATION', 'delegation_1'), null, ['focal-point']],
    ['no focal points of another state', holder('FOCAL_POINT', 'DELEGATION', 'delegation_2'), null, []],
    [
      'those who check the edition',
      holder('ACCREDITATION_OFFICER', 'EDITION', 'edition_1'),
      null,
      ['accreditation-officer'],
    ],
    ['nobody who checks another edition', holder('ACCREDITATION_OFFICER', 'EDITION', 'edition_2'), null, []],
    ['administrators', holder('ADMINISTRATOR', 'ALL', null), null, ['administrator']],
    ['nobody whom only the invitation named, later on', participant('person_1'), FocalPointStatus.DESIGNATED, []],
    [
      'whoever is confirmed, before their grant is known',
      participant('person_1'),
      FocalPointStatus.CONFIRMED,
      ['focal-point'],
    ],
    ['nobody who is not signed in', ANONYMOUS, null, []],
  ] as const)('are %s', (_case, viewer, named, actors) => expect(actorsOf(viewer, delegation, named)).toEqual(actors));

  it('are those who were named, until a focal point is confirmed', () => {
    const waiting = { ...delegation, status: FOCAL_POINT_PENDING };

    expect(actorsOf(participant('person_1'), waiting, FocalPointStatus.INVITED)).toEqual(['focal-point']);
  });
});

describe('an invitation', () => {
  it('is told everything that is wrong with it', () => {
    const quotas = [
      { category: 'PRESS', allocated: -1 },
      { category: 'PRESS', allocated: 1001 },
    ];

    expect(checkInvitation(quotas, { idempotencyKey: ' ', isCountry: false })).toEqual([
      { path: ['idempotencyKey'], problem: 'blank' },
      { path: ['country'], problem: 'unknown-country' },
      { path: ['quotas', '0', 'allocated'], problem: 'out-of-range' },
      { path: ['quotas', '1', 'category'], problem: 'repeated' },
      { path: ['quotas', '1', 'allocated'], problem: 'out-of-range' },
    ]);
  });

  it('goes out for editions that are not over', () => {
    expect(['DRAFT', 'ANNOUNCED', 'POSTPONED', 'FINISHED', 'ARCHIVED', 'CANCELLED'].filter(takesInvitations)).toEqual([
      'DRAFT',
      'ANNOUNCED',
      'POSTPONED',
    ]);
  });
});

describe('a deadline', () => {
  const at = new Date('2026-08-01T00:00:00Z');

  it.each([
    ['is open before its instant', at, new Date(at.getTime() - 1), false],
    ['has passed at its instant', at, at, true],
    ['never passes where there is none', null, at, false],
  ])('%s', (_case, closesAt, now, passed) => expect(hasPassed(closesAt, now)).toBe(passed));
});

it.each([
  ['the first', [], 1],
  ['the second', [1], 2],
  ['the first again', [2], 1],
  ['none', [1, 2], null],
])('gives a focal point %s place that is free', (_case, taken, slot) => expect(freeSlot(taken)).toBe(slot));

it('knows who has come further', () => {
  expect(isFurther(FocalPointStatus.CONFIRMED, FocalPointStatus.INVITED)).toBe(true);
  expect(isFurther(FocalPointStatus.INVITED, FocalPointStatus.INVITED)).toBe(false);
});

describe('a note verbale', () => {
  it.each([
    ['note.PDF', 'application/pdf'],
    ['scan.jpeg', 'image/jpeg'],
    ['note.docx', null],
    ['note.constructor', null],
    ['pdf', null],
  ])('called %s is expected to be %s', (name, type) => expect(expectedType(name)).toBe(type));

  it('is told everything that is wrong with it', () => {
    expect(checkUpload(' ', null)).toEqual([
      { path: 'fileName', problem: 'blank' },
      { path: 'content', problem: 'not-base64' },
    ]);
    expect(checkUpload('note.exe', 700_000)).toEqual([{ path: 'fileName', problem: 'unknown-ending' }]);
    expect(checkUpload('a.pdf', 700_001)).toEqual([{ path: 'content', problem: 'too-large' }]);
    expect(checkUpload('a.pdf', 700_000)).toEqual([]);
  });
});
