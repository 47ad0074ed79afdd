/**
 * What a chart is: rows that are read from the store, and how they are drawn, as Vega-Lite. The page draws it, Kibana
 * can, and a table of the same rows stands behind it.
 */

import type { Demographics } from '../domain/demographics.ts';
import type { AggregationQuery, Bucket, MovieSummary } from '../store/store.ts';
import type { LocalText } from './local-text.ts';

export type Value = string | number | null;
export type ChartRow = Record<string, Value>;

/** A bucket that tells how many people it is about. */
export type CountedBucket = Bucket & { people: number };

/** What a chart reads, narrowed as the dashboard is. */
export interface ChartSource {
  /** The buckets of ratings, those that few people are behind among them. */
  buckets(groupBy: AggregationQuery['groupBy']): Promise<CountedBucket[]>;
  /** The same ratings by what is told of people: classes of ten and more. */
  byWord(word: keyof Demographics): Promise<CountedBucket[]>;
  catalogue(): Promise<MovieSummary[]>;
}

export interface ChartColumn {
  name: string;
  title: LocalText;
  /** Digits behind the point of a number; left out for text, and for whole numbers. */
  digits?: number;
}

export interface ChartRows {
  rows: ChartRow[];
  /** Cells that are not shown because few people are behind them. */
  hidden: number;
}

/** What a click on a mark narrows the dashboard by: a part of the filter, and the column that has its value. */
export interface ClickFilter {
  part: 'rating' | 'genre' | 'decade' | 'movieId' | 'ageBand' | 'gender' | 'occupation' | 'month';
  column: string;
}

export interface Chart {
  /** `GET /api/stats/{id}`. */
  id: string;
  title: LocalText;
  columns: readonly ChartColumn[];
  click?: ClickFilter;
  /** How the rows are drawn: Vega-Lite without data, sizes and colours; `title`s of axes are names of columns. */
  drawing: Drawing;
  read(source: ChartSource): Promise<ChartRows>;
}

/** Marks and encodings of Vega-Lite, as far as the charts use them. */
export interface Drawing {
  mark: { type: 'bar' | 'line' | 'rect' | 'point'; point?: boolean; interpolate?: 'step-after' };
  encoding: Readonly<Record<string, Channel>>;
}

export interface Channel {
  field: string;
  type: 'quantitative' | 'nominal' | 'ordinal' | 'temporal';
  sort?: 'ascending' | 'descending' | readonly Value[] | null | string;
  scale?: { zero?: boolean; domain?: readonly number[] };
  axis?: { format?: string; labelAngle?: number; values?: readonly number[] };
}
