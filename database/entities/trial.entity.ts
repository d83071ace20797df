import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a trial was opened. Written only by the API. */
@Entity('trial')
export class TrialEntity {
  @PrimaryColumn({ type: 'text' })
  family!: string;

  @Column({ type: 'text', name: 'opened_by' })
  openedBy!: string;

  @Column({ type: 'jsonb', nullable: true })
  opening!: unknown;

  @Column({ type: 'integer', default: 0 })
  acts!: number;

  @Column({ type: 'timestamptz', name: 'opened_at' })
  openedAt!: Date;

  @Column({ type: 'timestamptz', name: 'touched_at' })
  touchedAt!: Date;

  @Column({ type: 'timestamptz', name: 'removed_at', nullable: true })
  removedAt!: Date | null;
}
