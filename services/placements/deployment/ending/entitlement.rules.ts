import { type Entitlement, EntitlementKind } from '../../opening/terms.rules.ts';
import type { DeploymentEnding } from '../deployment.rules.ts';
import { daysFrom, monthsBegun } from '../place-day.rules.ts';
import { EntitlementChange, endings } from './ending.rules.ts';

/** Service as agreed, and as it was. */
export interface ServiceDays {
  readonly startsOn: string;
  readonly endsOn: string;
  /** Null for whoever has not set out. */
  readonly departsOn: string | null;
  /** Null for whoever has not entered on duty. */
  readonly enteredOn: string | null;
}

/** What somebody gets of an entitlement for the whole of their service. */
export interface SettledEntitlement {
  readonly kind: EntitlementKind;
  /** In the currency's smallest unit; null where it is given in kind. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly change: EntitlementChange;
}

/**
 * What an ending on a day makes of what was agreed, in its order.
 *
 * A MONTHLY_ALLOWANCE that is prorated is paid for the months begun; anything else by the days served of those agreed,
 * rounded down. Whoever has not set out is given nothing. What is added to an entitlement is given in kind, in a line of its own.
 */
export function settleEntitlements(
  agreed: readonly Entitlement[],
  service: ServiceDays,
  { ending, on }: { readonly ending: DeploymentEnding; readonly on: string },
): SettledEntitlement[] {
  const hasSetOut = service.departsOn !== null || service.enteredOn !== null;
  const { entitlements } = endings[ending];
  return agreed.flatMap((entitlement) => {
    const change = hasSetOut ? (entitlements[entitlement.kind] ?? EntitlementChange.KEPT) : EntitlementChange.WITHHELD;
    return settled(entitlement, change, service, on);
  });
}

function settled(
  entitlement: Entitlement,
  change: EntitlementChange,
  service: ServiceDays,
  on: string,
): SettledEntitlement[] {
  const { kind, currency } = entitlement;
  const whole = { kind, currency, amount: wholeAmount(entitlement, service), change };
  switch (change) {
    case EntitlementChange.KEPT:
      return [whole];
    case EntitlementChange.WITHHELD:
      return [{ ...whole, amount: whole.amount === null ? null : 0 }];
    case EntitlementChange.PRORATED:
      return [{ ...whole, amount: partAmount(entitlement, service, on) }];
    case EntitlementChange.ADDED:
      return [
        { ...whole, change: EntitlementChange.KEPT },
        { kind, currency: null, amount: null, change },
      ];
  }
}

/** What monthly allowances cost in a currency from the first day to the last. */
export function monthlyCost(
  agreed: readonly Entitlement[],
  { from, until }: { readonly from: string; readonly until: string },
  currency: string | null,
): number {
  const months = monthsBegun(from, until);
  return agreed
    .filter((one) => one.kind === EntitlementKind.MONTHLY_ALLOWANCE && one.currency === currency)
    .reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0) * months, 0);
}

/** What is owed of settled entitlements in a currency. */
export function owedIn(currency: string | null, owed: readonly SettledEntitlement[]): number {
  return owed
    .filter((one) => one.currency !== null && one.currency === currency)
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function wholeAmount({ kind, amountMinor }: Entitlement, { startsOn, endsOn }: ServiceDays): number | null {
  if (amountMinor === null) return null;
  return kind === EntitlementKind.MONTHLY_ALLOWANCE ? amountMinor * monthsBegun(startsOn, endsOn) : amountMinor;
}

function partAmount({ kind, amountMinor }: Entitlement, service: ServiceDays, on: string): number | null {
  if (amountMinor === null) return null;
  const { startsOn, endsOn, enteredOn } = service;
  if (enteredOn === null) return 0;
  if (kind === EntitlementKind.MONTHLY_ALLOWANCE) {
    return amountMinor * Math.min(monthsBegun(enteredOn, on), monthsBegun(startsOn, endsOn));
  }
  const agreed = daysFrom(startsOn, endsOn);
  const served = Math.min(daysFrom(enteredOn, on), agreed);
  return Number((BigInt(amountMinor) * BigInt(served)) / BigInt(agreed));
}
