import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A migration of many cases, as it was asked for. Written only by the API. */
@Entity('migration_job')
export class MigrationJobEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'definition_key' })
  definitionKey!: string;

  @Column({ type: 'integer', name: 'from_version', nullable: true })
  fromVersion!: number | null;

  @Column({ type: 'integer', name: 'to_version' })
  toVersion!: number;

  @Column({ type: 'jsonb' })
  mapping!: unknown;

  @Column({ type: 'boolean', name: 'dry_run' })
  dryRun!: boolean;

  @Column({ type: 'boolean' })
  trial!: boolean;

  @Column({ type: 'integer', name: 'per_second' })
  perSecond!: number;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb' })
  actor!: unknown;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
