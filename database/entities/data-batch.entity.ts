import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A batch as it came, with its quality. Written only by the API. */
@Entity('data_batch')
export class DataBatchEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text' })
  via!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  quality!: unknown;

  @Column({ type: 'text', name: 'received_by' })
  receivedBy!: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt!: Date;
}
