import { monthsBegun } from '../deployment/place-day.rules.ts';
import { type Entitlement, EntitlementKind } from '../opening/terms.rules.ts';

/**
 * What a placement binds of a programme's budget, in the smallest unit of its currency: what is given once, and a monthly
 * allowance for each month begun.
 *
 * What is given in kind or in another currency is not counted: no rate of exchange is known here.
 */
export function costOf(
  entitlements: readonly Entitlement[],
  service: { readonly startsOn: string; readonly endsOn: string },
  currency: string | null,
): number {
  return entitlements
    .filter((one) => one.amountMinor !== null && one.currency === currency)
    .reduce((sum, { kind, amountMinor }) => {
      const times = kind === EntitlementKind.MONTHLY_ALLOWANCE ? monthsBegun(service.startsOn, service.endsOn) : 1;
      return sum + (amountMinor ?? 0) * times;
    }, 0);
}
