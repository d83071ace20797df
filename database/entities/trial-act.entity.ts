import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One act of a trial, as a scenario writes it. Written only by the API. */
@Entity('trial_act')
export class TrialActEntity {
  @PrimaryColumn({ type: 'text' })
  family!: string;

  @PrimaryColumn({ type: 'integer' })
  n!: number;

  @Column({ type: 'jsonb' })
  step!: unknown;

  @Column({ type: 'text', array: true })
  open!: string[];

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'timestamptz' })
  clock!: Date;
}
