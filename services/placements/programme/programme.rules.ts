export enum ProgrammeFunding {
  /** The programme carries the whole cost of a placement. */
  FULL = 'FULL',
  /** Host or volunteer carry a part. */
  PARTIAL = 'PARTIAL',
}

/** Where a programme is. It takes new openings and offers while OPEN. */
export enum ProgrammeStatus {
  DRAFT = 'DRAFT',
  FUNDED = 'FUNDED',
  OPEN = 'OPEN',
  SUSPENDED = 'SUSPENDED',
  CLOSED = 'CLOSED',
  COMPLETED = 'COMPLETED',
}
