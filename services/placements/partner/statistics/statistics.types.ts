import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../../shared/graph/scalars.ts';
import { Sector } from '../../opening/opening.rules.ts';
import type { StatisticsRow } from './statistics.loaders.ts';
import { type SectorCount, SMALLEST_SHOWN, suppressSmall } from './statistics.rules.ts';

@ObjectType('SectorPlacements', { description: 'How many of the deployments of a country and year are in a sector.' })
export class SectorPlacementsType {
  @Field(() => Sector)
  readonly sector: Sector;
  @Field(() => Int, {
    nullable: true,
    description: 'Deployments, counted as in `PlacementStatistics.deployed`. Null where it is suppressed.',
  })
  readonly deployed: number | null;
  @Field(() => Boolean, {
    description: `True where the number is below ${SMALLEST_SHOWN}, none included, or would tell such a number of another sector.`,
  })
  readonly isSuppressed: boolean;

  constructor({ sector, deployed }: SectorCount) {
    this.sector = sector;
    this.deployed = deployed;
    this.isSuppressed = deployed === null;
  }
}

@ObjectType('PlacementStatistics', {
  description: 'What the placements of a year in a country come to. Anonymous: numbers alone.',
})
export class PlacementStatisticsType {
  @Field(() => Int)
  readonly year: number;
  @Field(() => Int, {
    description: 'Openings that were published, cancelled ones included, with a first day of service in the year.',
  })
  readonly openings: number;
  @Field(() => Int, { description: 'Applications ever sent in for those openings, however they ended.' })
  readonly applications: number;
  @Field(() => Int, {
    description:
      'Deployments whose service began in the year: on the day that the host confirmed as entry on duty. The sum of `serving`, `completed` and `endedEarly`.',
  })
  readonly deployed: number;
  @Field(() => Int, {
    description: 'Of `deployed`, those that last: in service, on leave, suspended, or about to end.',
  })
  readonly serving: number;
  @Field(() => Int, { description: 'Of `deployed`, those that were completed.' })
  readonly completed: number;
  @Field(() => Int, {
    description:
      'Of `deployed`, those that ended before completion, for whatever reason; evacuated ones until service resumes.',
  })
  readonly endedEarly: number;
  @Field(() => [SectorPlacementsType], {
    description: `Of \`deployed\`, those in each sector in which there are any. Numbers below ${SMALLEST_SHOWN} are suppressed, each with a neighbour that may be none, so that nobody works them out.`,
  })
  readonly bySector: SectorPlacementsType[];
  @Field(() => DateTime, { description: 'When it was counted.' })
  readonly asOf: Date;
  @Field(() => Boolean, { description: 'True where openings or deployments of a demonstration are counted.' })
  readonly isDemo: boolean;

  constructor(row: StatisticsRow, year: number, asOf: Date) {
    this.year = year;
    this.openings = row.openings;
    this.applications = row.applications;
    this.deployed = row.deployed;
    this.serving = row.serving;
    this.completed = row.completed;
    this.endedEarly = row.deployed - row.serving - row.completed;
    this.bySector = suppressSmall(row.by_sector).map((count) => new SectorPlacementsType(count));
    this.asOf = asOf;
    this.isDemo = row.is_demo;
  }
}
