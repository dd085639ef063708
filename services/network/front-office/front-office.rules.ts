export enum FrontOfficeKind {
  NATIONAL = 'NATIONAL',
  REGIONAL = 'REGIONAL',
}
