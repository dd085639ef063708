export const IDEMPOTENCY_KEY_LENGTH = 100;
/** The most people a quota may be for. */
export const QUOTA_AT_MOST = 1000;

export interface GivenQuota<Category extends string> {
  readonly category: Category;
  readonly allocated: number;
}

export interface InvitationViolation {
  readonly path: readonly string[];
  readonly problem: 'blank' | 'too-long' | 'out-of-range' | 'repeated' | 'unknown-country';
}

/** Everything wrong with an invitation. `isCountry` is whether the country is one of ISO 3166-1. */
export function checkInvitation<Category extends string>(
  quotas: readonly GivenQuota<Category>[],
  { idempotencyKey, isCountry }: { readonly idempotencyKey: string | null; readonly isCountry: boolean },
): readonly InvitationViolation[] {
  const violations: InvitationViolation[] = [...checkKey(idempotencyKey)];
  if (!isCountry) violations.push({ path: ['country'], problem: 'unknown-country' });
  for (const [index, { category, allocated }] of quotas.entries()) {
    const path = ['quotas', String(index)];
    if (quotas.findIndex((one) => one.category === category) < index) {
      violations.push({ path: [...path, 'category'], problem: 'repeated' });
    }
    if (!isQuota(allocated)) violations.push({ path: [...path, 'allocated'], problem: 'out-of-range' });
  }
  return violations;
}

/** What is wrong with an idempotency key. */
export function checkKey(idempotencyKey: string | null): readonly InvitationViolation[] {
  if (idempotencyKey === null) return [];
  const path = ['idempotencyKey'];
  if (idempotencyKey.trim() === '') return [{ path, problem: 'blank' }];
  return idempotencyKey.length > IDEMPOTENCY_KEY_LENGTH ? [{ path, problem: 'too-long' }] : [];
}

/** Whether a number of places may be allocated. */
export function isQuota(allocated: number): boolean {
  return allocated >= 0 && allocated <= QUOTA_AT_MOST;
}
