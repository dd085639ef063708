import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime, SafeInt } from '../../shared/graph/scalars.ts';
import { ImpactFigureType } from '../impact-figure/impact-figure.types.ts';
import { RegionType } from '../region/region.types.ts';
import { NetworkSector } from '../sector/sector.types.ts';
import type { DeedTallyRow } from './campaign.loaders.ts';

@ObjectType({ description: 'Approved deeds of a campaign in one region.' })
export class DeedsInRegion {
  @Field(() => RegionType)
  readonly region: RegionType;
  @Field(() => Int)
  readonly deeds: number;
  @Field(() => SafeInt)
  readonly participants: number;

  constructor(region: RegionType, rows: readonly DeedTallyRow[]) {
    this.region = region;
    this.deeds = sumOf(rows, 'deeds');
    this.participants = sumOf(rows, 'participants');
  }
}

@ObjectType({ description: 'Approved deeds of a campaign in one sector.' })
export class DeedsInSector {
  @Field(() => NetworkSector)
  readonly sector: NetworkSector;
  @Field(() => Int)
  readonly deeds: number;
  @Field(() => SafeInt)
  readonly participants: number;

  constructor(sector: NetworkSector, rows: readonly DeedTallyRow[]) {
    this.sector = sector;
    this.deeds = sumOf(rows, 'deeds');
    this.participants = sumOf(rows, 'participants');
  }
}

@ObjectType({ description: 'What the portal itself counts of a campaign: deeds that were filed here and approved.' })
export class CountedDeeds {
  @Field(() => Int)
  readonly deeds: number;
  @Field(() => SafeInt, {
    description: 'Those who took part in each deed, added up: whoever took part in two is counted with each.',
  })
  readonly participants: number;
  @Field(() => DateTime, { description: 'The moment it is counted: now.' })
  readonly asOf: Date;
  @Field(() => [DeedsInRegion], { description: 'Regions with a deed, by code. They add up to the whole.' })
  readonly byRegion: readonly DeedsInRegion[];
  @Field(() => [DeedsInSector], { description: 'Sectors with a deed. They add up to the whole.' })
  readonly bySector: readonly DeedsInSector[];

  constructor(rows: readonly DeedTallyRow[], asOf: Date) {
    this.deeds = sumOf(rows, 'deeds');
    this.participants = sumOf(rows, 'participants');
    this.asOf = asOf;
    this.byRegion = [...Map.groupBy(rows, (row) => row.region_code)].map(
      ([code, inside]) => new DeedsInRegion(new RegionType(code, inside[0]?.region_name ?? {}), inside),
    );
    this.bySector = [...Map.groupBy(rows, (row) => row.sector)].map(
      ([sector, inside]) => new DeedsInSector(sector, inside),
    );
  }
}

@ObjectType({
  description:
    'What sources report of a campaign, each figure as its newest source says it; `impactFigures` has every source. Not of the portal, and never added to what it counts.',
})
export class ReportedDeeds {
  @Field(() => ImpactFigureType, { nullable: true, description: 'Null where no source reports it.' })
  readonly deeds: ImpactFigureType | null;
  @Field(() => ImpactFigureType, { nullable: true, description: 'Null where no source reports it.' })
  readonly participants: ImpactFigureType | null;

  constructor(deeds: ImpactFigureType | null, participants: ImpactFigureType | null) {
    this.deeds = deeds;
    this.participants = participants;
  }
}

function sumOf(rows: readonly DeedTallyRow[], column: 'deeds' | 'participants'): number {
  return rows.reduce((sum, row) => sum + row[column], 0);
}
