import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 责任清单. Written only by the API. */
@Entity('duty_list')
export class DutyListEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text', name: 'owner_id' })
  ownerId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'numeric', name: 'sample_share' })
  sampleShare!: string;

  @Column({ type: 'text', default: 'none' })
  strata!: string;

  @Column({ type: 'text' })
  seed!: string;

  @Column({ type: 'jsonb' })
  points!: unknown;

  @Column({ type: 'integer', default: 0 })
  version!: number;

  @Column({ type: 'integer', name: 'plan_revision', default: 0 })
  planRevision!: number;

  @Column({ type: 'integer', name: 'applied_revision', default: 0 })
  appliedRevision!: number;

  @Column({ type: 'date', name: 'backfill_from', nullable: true })
  backfillFrom!: string | null;

  @Column({ type: 'integer', nullable: true })
  calendars!: number | null;

  @Column({ type: 'date', name: 'paused_on', nullable: true })
  pausedOn!: string | null;

  @Column({ type: 'date', name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: unknown;

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
