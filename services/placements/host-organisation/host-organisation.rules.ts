/** Where a host organisation is in its accreditation; it may receive volunteers while accredited. */
export enum HostAccreditationStatus {
  PROSPECT = 'PROSPECT',
  UNDER_REVIEW = 'UNDER_REVIEW',
  ACCREDITED = 'ACCREDITED',
  SUSPENDED = 'SUSPENDED',
  EXPIRED = 'EXPIRED',
  WITHDRAWN = 'WITHDRAWN',
}
