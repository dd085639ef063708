import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import {
  CREDENTIALS_ITEMS,
  CredentialsDecision,
  CredentialsItem,
  checkDecision,
  credentialsStatusOf,
  isSecondPairOfEyes,
  metAfter,
  missingFrom,
  NOTE_LENGTH,
  stepsTo,
  stepsToTakeUp,
} from '../../../services/delegations/credentials/credentials.rules.ts';
import {
  checkDelegationNote,
  DelegationDecision,
} from '../../../services/delegations/credentials/delegation/delegation-decision.rules.ts';
import { credentialsMessages } from '../../../services/delegations/credentials/messages.ts';
import { NominationStatus } from '../../../services/delegations/nomination/nomination.rules.ts';

const { APPROVE, ADMIT_PROVISIONALLY, HOLD, RETURN, REJECT } = CredentialsDecision;
const { NOMINATED, CLAIMING, CONFIRMED, UNDER_REVIEW, PRE_APPROVED, APPROVED } = NominationStatus;
const { ON_HOLD, RETURNED, REJECTED, WITHDRAWN, REPLACED, DRAFT } = NominationStatus;
const { ISSUER, AUTHORITY, NAMES_MATCH } = CredentialsItem;

describe('a decision about credentials', () => {
  it.each([
    ['takes up and decides in one act', CONFIRMED, APPROVE, [UNDER_REVIEW, APPROVED]],
    ['decides what is taken up', UNDER_REVIEW, APPROVE, [APPROVED]],
    ['admits somebody provisionally', UNDER_REVIEW, ADMIT_PROVISIONALLY, [PRE_APPROVED]],
    ['adds to what is provisional', PRE_APPROVED, ADMIT_PROVISIONALLY, []],
    ['approves what was provisional', PRE_APPROVED, APPROVE, [APPROVED]],
    ['says something else about what is held', ON_HOLD, HOLD, []],
    ['goes on with what was held', ON_HOLD, RETURN, [UNDER_REVIEW, RETURNED]],
    ['rejects what was held', ON_HOLD, REJECT, [REJECTED]],
    ['holds what turns out to be in doubt', APPROVED, HOLD, [ON_HOLD]],
    ['decides what came back on paper', RETURNED, APPROVE, [UNDER_REVIEW, APPROVED]],
    ['is not taken twice', APPROVED, APPROVE, null],
    ['does not reject at once what was approved', APPROVED, REJECT, null],
    ['is not taken before the nominee confirms', NOMINATED, APPROVE, null],
    ['is not taken before the forum answers', CLAIMING, APPROVE, null],
    ['is not taken about whoever has left', WITHDRAWN, HOLD, null],
    ['is not taken about whoever was rejected', REJECTED, APPROVE, null],
  ] as const)('%s', (_case, from, decision, steps) => expect(stepsTo(from, decision)).toEqual(steps));

  it('is told everything that is wrong with it', () => {
    const twice = [
      { item: ISSUER, met: true },
      { item: AUTHORITY, met: true },
      { item: ISSUER, met: false },
    ];

    expect(checkDecision(HOLD, twice, null)).toEqual([
      { path: ['checklist', '2', 'item'], problem: 'REPEATED_ITEM' },
      { path: ['note'], problem: 'NOTE_REQUIRED' },
    ]);
    expect(checkDecision(RETURN, [], ' ')).toEqual([{ path: ['note'], problem: 'NOTE_REQUIRED' }]);
    expect(checkDecision(REJECT, [], 'x'.repeat(NOTE_LENGTH + 1))).toEqual([{ path: ['note'], problem: 'TOO_LONG' }]);
    expect(checkDecision(APPROVE, [], '')).toEqual([{ path: ['note'], problem: 'BLANK' }]);
    expect(checkDecision(APPROVE, [], null)).toEqual([]);
    expect(checkDecision(REJECT, [], 'Signed by nobody')).toEqual([]);
  });
});

it.each([
  [CONFIRMED, [UNDER_REVIEW]],
  [ON_HOLD, [UNDER_REVIEW]],
  [RETURNED, [UNDER_REVIEW]],
  [UNDER_REVIEW, []],
  [PRE_APPROVED, []],
  [NOMINATED, null],
  [APPROVED, null],
  [REPLACED, null],
] as const)('is taken up from %s by %j', (from, steps) => expect(stepsToTakeUp(from)).toEqual(steps));

it('keeps what a checklist does not name, and gives back what it unticks', () => {
  const kept = metAfter(
    [ISSUER, NAMES_MATCH],
    [
      { item: AUTHORITY, met: true },
      { item: ISSUER, met: false },
    ],
  );

  expect(kept).toEqual([AUTHORITY, NAMES_MATCH]);
  expect(missingFrom(kept)).toEqual(['ISSUER', 'SIGNATORY', 'PLACE_AND_DATE', 'DOCUMENT_VALID']);
  expect(missingFrom(CREDENTIALS_ITEMS)).toEqual([]);
});

it('says where credentials are, for each state of a nomination', () => {
  const words = Object.values(NominationStatus).map(credentialsStatusOf);

  expect(words).toHaveLength(Object.values(NominationStatus).length);
  expect([DRAFT, NOMINATED, CLAIMING].map(credentialsStatusOf)).toEqual(['AWAITED', 'AWAITED', 'AWAITED']);
  expect([CONFIRMED, PRE_APPROVED, REPLACED].map(credentialsStatusOf)).toEqual([
    'SUBMITTED',
    'PROVISIONALLY_ADMITTED',
    'VOID',
  ]);
});

it.each([
  ['the nominee', 'nominee', false],
  ['who nominated them', 'nominator', false],
  ['who corrected them', 'corrector', false],
  ['somebody else', 'officer', true],
])('asks a second pair of eyes, and of %s answers so', (_who, officer, isOne) => {
  const broughtIn = { personId: 'nominee', nominatedById: 'nominator', correctedById: 'corrector' };

  expect(isSecondPairOfEyes(officer, broughtIn)).toBe(isOne);
});

it('asks why a delegation is returned or refused', () => {
  const needy = Object.values(DelegationDecision).filter((one) => checkDelegationNote(one, null).length > 0);

  expect(needy).toEqual([DelegationDecision.RETURN, DelegationDecision.REFUSE]);
});

it.each(Object.entries(credentialsMessages))('says %s in three languages', (_key, message) => {
  const values = { count: 2, maximum: 2000, country: 'KZ', items: 'A', from: 'A', to: 'B' };
  for (const [language, text] of Object.entries(message)) {
    const said = String(new IntlMessageFormat(text, language).format(values));

    expect(said).not.toMatch(/[{}#]|^\s*$/);
  }
});
