import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A source of the platform with what it may hold. Written only by the API. */
@Entity('data_source')
export class DataSourceEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'provider_id' })
  providerId!: string;

  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  level!: string;

  @Column({ type: 'text' })
  cycle!: string;

  @Column({ type: 'jsonb' })
  fields!: unknown;

  @Column({ type: 'text', array: true })
  identity!: string[];

  @Column({ type: 'text', name: 'unit_field', nullable: true })
  unitField!: string | null;

  @Column({ type: 'text', name: 'day_field', nullable: true })
  dayField!: string | null;

  @Column({ type: 'numeric' })
  tolerance!: string;

  @Column({ type: 'text', name: 'key_hash', nullable: true })
  keyHash!: string | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
