import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One change of the registry; append-only. Written only by the registry. */
@Entity('registry_change')
export class RegistryChangeEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column({ type: 'text' })
  object!: string;

  @Column({ type: 'text', name: 'object_id' })
  objectId!: string;

  @Column({ type: 'text' })
  act!: string;

  @Column({ type: 'jsonb', nullable: true })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  after!: unknown;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'text', name: 'import_id', nullable: true })
  importId!: string | null;

  @Column({ type: 'text', name: 'changed_by' })
  changedBy!: string;

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
