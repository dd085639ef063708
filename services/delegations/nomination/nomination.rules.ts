export enum NominationStatus {
  DRAFT = 'DRAFT',
  NOMINATED = 'NOMINATED',
  CONFIRMED = 'CONFIRMED',
  UNDER_REVIEW = 'UNDER_REVIEW',
  PRE_APPROVED = 'PRE_APPROVED',
  APPROVED = 'APPROVED',
  ON_HOLD = 'ON_HOLD',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  REPLACED = 'REPLACED',
}

/** In which capacity a delegation brings someone; quotas are set for each. */
export enum QuotaCategory {
  DELEGATE = 'DELEGATE',
  PRESS = 'PRESS',
  GUEST = 'GUEST',
  STAFF = 'STAFF',
  /** Places beyond the other quotas, given by the host. */
  OVERFLOW = 'OVERFLOW',
}

export enum DelegationRole {
  HEAD = 'HEAD',
  DEPUTY_HEAD = 'DEPUTY_HEAD',
  DELEGATE = 'DELEGATE',
  ADVISER = 'ADVISER',
  INTERPRETER = 'INTERPRETER',
}
