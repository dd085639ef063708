/** What somebody found who looked at an offline scan that breaks a rule. */
export enum ScanResolutionNote {
  ADMITTED_RIGHTLY = 'ADMITTED_RIGHTLY',
  ADMITTED_WRONGLY = 'ADMITTED_WRONGLY',
  DEVICE_CLOCK_WRONG = 'DEVICE_CLOCK_WRONG',
  SCANNED_TWICE = 'SCANNED_TWICE',
  BADGE_MISUSED = 'BADGE_MISUSED',
  TEST_SCAN = 'TEST_SCAN',
}
