/** What volunteers do at home. The first three are those of the Marathon of Good Deeds. */
export enum NetworkSector {
  SOCIAL = 'SOCIAL',
  ENVIRONMENT = 'ENVIRONMENT',
  CULTURE = 'CULTURE',
  EDUCATION = 'EDUCATION',
  HEALTH = 'HEALTH',
  RESCUE = 'RESCUE',
  SPORT = 'SPORT',
}
