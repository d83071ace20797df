import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that was imported into the registry. Written only by the registry. */
@Entity('registry_import')
export class RegistryImportEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text', name: 'file_name' })
  fileName!: string;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'jsonb' })
  counts!: unknown;

  @Column({ type: 'text', name: 'imported_by' })
  importedBy!: string;

  @Column({ type: 'timestamptz', name: 'imported_at' })
  importedAt!: Date;
}
