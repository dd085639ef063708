import type DataLoader from 'dataloader';
import { keyedListLoader, keyedLoader } from '../../shared/database/keyed-loader.ts';
import { type Reader, statement } from '../../shared/database/statement.ts';
import type { Texts } from '../../shared/text/localize.rules.ts';
import type { ImpactUnit } from './definition/figure-definition.rules.ts';
import type { ImpactOrigin, ImpactQualifier } from './impact-figure.rules.ts';

/** A figure with its definition, as the graph reads it. */
export interface ImpactFigureRow {
  readonly key: string;
  readonly id: string;
  readonly line_id: string;
  readonly version: number;
  readonly definition_key: string;
  readonly label: Texts;
  readonly unit: ImpactUnit;
  readonly year: number;
  readonly value: number;
  readonly qualifier: ImpactQualifier;
  readonly period_from: string;
  readonly period_until: string;
  readonly as_of: string;
  readonly origin: ImpactOrigin;
  readonly source_title: string;
  readonly source_url: string | null;
  readonly source_published_on: string | null;
  readonly note: Texts;
  readonly recorded_at: Date;
  /** When the next of its line was recorded; null while it stands. */
  readonly superseded_at: Date | null;
}

export interface LatestFigureRow extends ImpactFigureRow {
  /** When the first of its line was recorded. */
  readonly published_at: Date;
}

const COLUMNS = `figure.id, figure.line_id, figure.version, figure.definition_key, definition.label, definition.unit,
  figure.year, figure.value, figure.qualifier, figure.period_from, figure.period_until, figure.as_of, figure.origin,
  figure.source_title, figure.source_url, figure.source_published_on, figure.note, figure.recorded_at,
  later.recorded_at as superseded_at`;
const FIGURES = `impact_figure as figure
  join impact_figure_definition as definition on definition.key = figure.definition_key
  left join impact_figure as later on later.line_id = figure.line_id and later.version = figure.version + 1`;
/** The order of the definitions; of one, the newest source first. */
const ORDER = 'definition.position, figure.source_published_on desc nulls last, figure.line_id, figure.version';

const FIGURE_BY_ID = statement(
  'impact_figure_by_id',
  `select figure.id as key, ${COLUMNS} from ${FIGURES} where figure.id = any($1::text[])`,
);
const STANDING_BY_YEAR = statement(
  'impact_figures_standing_by_year',
  `select figure.year::text as key, ${COLUMNS} from ${FIGURES}
   where figure.year = any($1::text[]::integer[]) and later.id is null order by ${ORDER}`,
);
const FIGURES_BY_LINE = statement(
  'impact_figures_by_line',
  `select figure.line_id as key, ${COLUMNS} from ${FIGURES}
   where figure.line_id = any($1::text[]) order by figure.line_id, figure.version desc`,
);
const ALL_FIGURES = statement(
  'impact_figures_all',
  `select figure.id as key, ${COLUMNS} from ${FIGURES} order by figure.year desc, ${ORDER}`,
);
const LATEST_STANDING = statement(
  'impact_figures_latest_standing',
  `select first.recorded_at as published_at, figure.id as key, ${COLUMNS} from ${FIGURES}
   join impact_figure as first on first.id = figure.line_id
   where later.id is null order by figure.recorded_at desc, ${ORDER} limit $1`,
);

export interface ImpactFigureLoaders {
  /** Standing or superseded. */
  readonly impactFigureById: DataLoader<string, ImpactFigureRow | null>;
  /** What stands for a year, in digits: corrected figures are not among them. */
  readonly impactFiguresByYear: DataLoader<string, ImpactFigureRow[]>;
  /** All that a figure was and is, by the ID of its line, the newest first. */
  readonly impactFiguresByLine: DataLoader<string, ImpactFigureRow[]>;
}

export function impactFigureLoaders(read: Reader): ImpactFigureLoaders {
  return {
    impactFigureById: keyedLoader<ImpactFigureRow>(read, FIGURE_BY_ID),
    impactFiguresByYear: keyedListLoader<ImpactFigureRow>(read, STANDING_BY_YEAR),
    impactFiguresByLine: keyedListLoader<ImpactFigureRow>(read, FIGURES_BY_LINE),
  };
}

/** Every figure that was ever published, corrected ones too. */
export function allFigures(read: Reader): Promise<ImpactFigureRow[]> {
  return read.rows<ImpactFigureRow>(ALL_FIGURES, []);
}

/** The figures that were recorded or corrected last, as they stand, the latest first. */
export function latestFigures(read: Reader, limit: number): Promise<LatestFigureRow[]> {
  return read.rows<LatestFigureRow>(LATEST_STANDING, [limit]);
}
