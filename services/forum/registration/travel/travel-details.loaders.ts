import type DataLoader from 'dataloader';
import { keyedLoader } from '../../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../../shared/database/statement.ts';

/** Travel details as the graph reads them. */
export interface TravelDetailsRow {
  readonly key: string;
  readonly arrives_at: Date | null;
  readonly arrival_transport: string | null;
  readonly departs_at: Date | null;
  readonly departure_transport: string | null;
  readonly hotel: string | null;
  readonly needs_visa: boolean | null;
  readonly visa_office: string | null;
  readonly emergency_contact: string | null;
  readonly told_at: Date;
  readonly version: number;
}

const TRAVEL_DETAILS = statement(
  'travel_details',
  `select registration_id as key, arrives_at, arrival_transport, departs_at, departure_transport, hotel, needs_visa, visa_office,
     emergency_contact, told_at, version
   from travel_details where registration_id = any($1::text[])`,
);

export interface TravelDetailsLoaders {
  readonly travelDetailsByRegistration: DataLoader<string, TravelDetailsRow | null>;
}

export function travelDetailsLoaders(read: Reader): TravelDetailsLoaders {
  return { travelDetailsByRegistration: keyedLoader<TravelDetailsRow>(read, TRAVEL_DETAILS) };
}
