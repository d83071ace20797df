import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of a batch, wherever it stands. Written only by the API. */
@Entity('data_row')
export class DataRowEntity {
  @PrimaryColumn({ type: 'text', name: 'batch_id' })
  batchId!: string;

  @PrimaryColumn({ type: 'integer', name: 'row_no' })
  rowNo!: number;

  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text', nullable: true })
  identity!: string | null;

  @Column({ type: 'text', name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column({ type: 'date', name: 'occurred_on', nullable: true })
  occurredOn!: string | null;

  @Column({ type: 'jsonb' })
  data!: unknown;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'jsonb' })
  faults!: unknown;

  @Column({ type: 'text', name: 'superseded_by', nullable: true })
  supersededBy!: string | null;

  @Column({ type: 'text', name: 'handled_by', nullable: true })
  handledBy!: string | null;

  @Column({ type: 'timestamptz', name: 'handled_at', nullable: true })
  handledAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;
}
