import { type AccessRule, either, holders, signedIn, theirOwn } from '../../../shared/access/access.rules.ts';
import type { KeepReason } from '../../../shared/privacy/kept.rules.ts';

export enum ErasureStatus {
  REQUESTED = 'REQUESTED',
  RUNNING = 'RUNNING',
  COMPLETED = 'COMPLETED',
}

export enum ErasureOutcome {
  ERASED = 'ERASED',
  KEPT = 'KEPT',
}

/** What one service has done; the outcome is null until it has answered. */
export interface Receipt {
  readonly service: string;
  readonly outcome: ErasureOutcome | null;
  readonly reason: KeepReason | null;
  readonly keptUntil: Date | null;
}

/** How far an erasure is, from what the services have answered so far. */
export function statusOf(receipts: readonly Pick<Receipt, 'outcome'>[]): ErasureStatus {
  const settled = receipts.filter(({ outcome }) => outcome !== null).length;
  if (settled === receipts.length) return ErasureStatus.COMPLETED;
  return settled === 0 ? ErasureStatus.REQUESTED : ErasureStatus.RUNNING;
}

/** Arguments of `requestErasure`, as far as access depends on them. */
interface Asked {
  readonly args: { readonly input: { readonly personId?: string | null } };
}

const forThemself: AccessRule<Asked> = {
  ...theirOwn<Asked>(({ args }) => args.input.personId),
  decide: (viewer, call) =>
    call.args.input.personId == null
      ? signedIn.decide(viewer, call)
      : theirOwn<Asked>(({ args }) => args.input.personId).decide(viewer, call),
};

/** People ask for their own erasure; administrators also for that of others. */
export const mayRequestErasure: AccessRule<Asked> = either<Asked>(forThemself, holders('ADMINISTRATOR'));
