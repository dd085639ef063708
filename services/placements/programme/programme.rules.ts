export enum ProgrammeFunding {
  /** The programme carries the whole cost of a placement. */
  FULL = 'FULL',
  /** Host or volunteer carry a part. */
  PARTIAL = 'PARTIAL',
}
