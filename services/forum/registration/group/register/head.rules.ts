import { AFFILIATION_LENGTH, IDEMPOTENCY_KEY_LENGTH } from '../../register/registration-input.rules.ts';
import { MEMBERS_LIMIT } from './placement.rules.ts';

export const ORGANISATION_LENGTH = AFFILIATION_LENGTH;

export interface HeadViolation {
  readonly path: readonly string[];
  readonly problem: 'blank' | 'required' | 'too-long' | 'unexpected-text' | 'no-members' | 'too-many-members';
  readonly maximum?: number;
}

/** What steers a terminal, ends a line or turns a text around; and what a mail makes a link of. */
const UNEXPECTED = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069<>@]|:\/\/|www\./iu;

/** Everything wrong with a list as such. The organisation's name goes into mails to strangers: it leads nowhere. */
export function checkHead(
  organisation: string,
  idempotencyKey: string | null,
  members: number | null,
): readonly HeadViolation[] {
  return [
    ...(idempotencyKey === null ? [] : checkText('idempotencyKey', idempotencyKey, IDEMPOTENCY_KEY_LENGTH, 'blank')),
    ...checkText('organisation', organisation, ORGANISATION_LENGTH, 'required'),
    ...(UNEXPECTED.test(organisation) ? [{ path: ['organisation'], problem: 'unexpected-text' as const }] : []),
    ...(members === 0 ? [{ path: ['members'], problem: 'no-members' as const }] : []),
    ...(members !== null && members > MEMBERS_LIMIT
      ? [{ path: ['members'], problem: 'too-many-members' as const, maximum: MEMBERS_LIMIT }]
      : []),
  ];
}

/** What may be left out is blank where it is not; what may not is required. */
function checkText(field: string, text: string, maximum: number, whenEmpty: 'blank' | 'required'): HeadViolation[] {
  if (text.trim() === '') return [{ path: [field], problem: whenEmpty }];
  return text.length > maximum ? [{ path: [field], problem: 'too-long', maximum }] : [];
}
