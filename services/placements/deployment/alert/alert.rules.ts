/** What has to be looked after in a deployment. */
export enum DeploymentAlertKind {
  INSURANCE_GAP = 'INSURANCE_GAP',
  ENTRY_OVERDUE = 'ENTRY_OVERDUE',
  CLEARANCE_EXPIRING = 'CLEARANCE_EXPIRING',
  CLEARANCE_FAILED = 'CLEARANCE_FAILED',
}
