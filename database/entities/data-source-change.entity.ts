import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One change of a source's entry in the catalogue; append-only. Written only by the API. */
@Entity('data_source_change')
export class DataSourceChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text', name: 'source_id' })
  sourceId!: string;

  @Column({ type: 'jsonb' })
  before!: unknown;

  @Column({ type: 'jsonb' })
  after!: unknown;

  @Column({ type: 'text', name: 'changed_by' })
  changedBy!: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;

  @Column({ type: 'text' })
  reason!: string;
}
