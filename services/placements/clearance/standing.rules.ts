import { ClearanceStatus, type RecordedClearance } from './clearance.rules.ts';

/** How an outstanding clearance stands: asked for or not, failed, or passed for too short a time. */
export enum OutstandingStatus {
  REQUIRED = 'REQUIRED',
  REQUESTED = 'REQUESTED',
  FAILED = 'FAILED',
  EXPIRED = 'EXPIRED',
}

/** How a clearance stands that does not let somebody serve. */
export function standingOf(recorded: RecordedClearance | undefined): OutstandingStatus {
  switch (recorded?.status) {
    case undefined:
      return OutstandingStatus.REQUIRED;
    case ClearanceStatus.REQUESTED:
      return OutstandingStatus.REQUESTED;
    case ClearanceStatus.FAILED:
      return OutstandingStatus.FAILED;
    default:
      return OutstandingStatus.EXPIRED;
  }
}
