import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 周期程序. Written by the API; the worker plans it anew before a run. */
@Entity('recurring_procedure')
export class RecurringProcedureEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  mechanism!: string | null;

  @Column({ type: 'text', name: 'definition_key' })
  definitionKey!: string;

  @Column({ type: 'text' })
  cycle!: string;

  @Column({ type: 'text' })
  opens!: string;

  @Column({ type: 'jsonb' })
  audience!: unknown;

  @Column({ type: 'text', name: 'agency_id' })
  agencyId!: string;

  @Column({ type: 'jsonb' })
  variables!: unknown;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'text' })
  confidence!: string;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'text', name: 'owner_id' })
  ownerId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column({ type: 'integer', name: 'plan_revision', default: 0 })
  planRevision!: number;

  @Column({ type: 'integer', name: 'applied_revision', default: -1 })
  appliedRevision!: number;

  @Column({ type: 'date', name: 'backfill_from', nullable: true })
  backfillFrom!: string | null;

  @Column({ type: 'integer', nullable: true })
  calendars!: number | null;

  @Column({ type: 'date', name: 'planned_on', nullable: true })
  plannedOn!: string | null;

  @Column({ type: 'date', name: 'paused_on', nullable: true })
  pausedOn!: string | null;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column({ type: 'text', default: 'case' })
  work!: string;

  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'boolean', name: 'after_batch', default: false })
  afterBatch!: boolean;

  @Column({ type: 'timestamptz', name: 'batches_since', nullable: true })
  batchesSince!: Date | null;
}
