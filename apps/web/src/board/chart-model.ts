/** What a chart shows, without how: rows along the axis, a series of numbers each. */
export interface ChartModel {
  /** Said to who does not see it. */
  readonly label: string;
  readonly rows: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    readonly as?: 'line';
    /** Which of the shades, where not the one of its place. */
    readonly tone?: number;
  }[];
  /** Bars lie on each other, or beside one another. */
  readonly stacked?: boolean;
  /** Names of rows that need room stand left of lying bars. */
  readonly lying?: boolean;
  /** From light to dark where series are degrees of one thing. */
  readonly shades?: 'rungs' | 'ages';
  readonly unit?: string;
}
