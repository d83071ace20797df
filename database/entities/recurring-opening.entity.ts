import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One period and receiver of a recurring procedure. Planned by the API and the worker, which marks what it has opened. */
@Entity('recurring_opening')
export class RecurringOpeningEntity {
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'text', name: 'procedure_id' })
  procedureId!: string;

  @Column({ type: 'text' })
  receiver!: string;

  @Column({ type: 'text', name: 'agency_id' })
  agencyId!: string;

  @Column({ type: 'text' })
  period!: string;

  @Column({ type: 'date', name: 'opens_on' })
  opensOn!: string;

  @Column({ type: 'text', name: 'case_id', unique: true })
  caseId!: string;

  @Column({ type: 'text' })
  status!: string;

  @Column({ type: 'text', name: 'heir_id', nullable: true })
  heirId!: string | null;

  @Column({ type: 'text', name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true })
  openedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  result!: unknown;
}
