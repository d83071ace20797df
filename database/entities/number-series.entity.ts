import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given out of a series and year. Written only by whoever opens a case. */
@Entity('number_series')
export class NumberSeriesEntity {
  @PrimaryColumn({ type: 'text' })
  series!: string;

  @PrimaryColumn({ type: 'integer' })
  year!: number;

  @Column({ type: 'integer' })
  last!: number;
}
