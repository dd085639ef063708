import type DataLoader from 'dataloader';
import { keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { ParticipantCategory } from '../registration/registration.rules.ts';
import type { BadgeStatus } from './badge.rules.ts';

/** A badge as the graph reads it. */
export interface BadgeRow {
  readonly key: string;
  readonly id: string;
  readonly serial: string;
  readonly edition_id: string;
  readonly registration_id: string;
  /** Of the registration; null for somebody without an account. */
  readonly person_id: string | null;
  readonly category: ParticipantCategory;
  readonly zones: string[];
  readonly status: BadgeStatus;
  readonly valid_from: Date;
  readonly valid_until: Date;
  readonly qr_payload: string;
  readonly issued_at: Date;
  readonly activated_at: Date | null;
  readonly ended_at: Date | null;
  readonly version: number;
}

const COLUMNS = `badge.id, serial, badge.edition_id, registration_id, person_id, badge.category, zones, badge.status,
  valid_from, valid_until, qr_payload, issued_at, activated_at, ended_at, badge.version`;

const BADGE_BY_ID = statement(
  'badge_by_id',
  `select badge.id as key, ${COLUMNS} from badge join registration on registration.id = registration_id
   where badge.id = any($1::text[])`,
);
const BADGE_OF_REGISTRATION = statement(
  'badge_of_registration',
  `select distinct on (registration_id) registration_id as key, ${COLUMNS}
   from badge join registration on registration.id = registration_id
   where registration_id = any($1::text[])
   order by registration_id, issued_at desc, badge.id desc`,
);

export interface BadgeLoaders {
  readonly badgeById: DataLoader<string, BadgeRow | null>;
  /** The newest one, in force or not. */
  readonly badgeByRegistration: DataLoader<string, BadgeRow | null>;
}

export function badgeLoaders(read: Reader): BadgeLoaders {
  return {
    badgeById: keyedLoader<BadgeRow>(read, BADGE_BY_ID),
    badgeByRegistration: keyedLoader<BadgeRow>(read, BADGE_OF_REGISTRATION),
  };
}
